/**
 * The election definition: what the commission signs before the day, and what the centre cannot change during it. It names the
 * stations with their registered voters, the contests with their candidates, the agents, the officials and the thresholds; its
 * digest stands in every act, so that nothing said in one election verifies in another.
 */
import * as z from 'zod/mini';
import { parseCanonicalText } from './canonical.ts';
import type { OpenedEnvelope } from './envelope.ts';
import { verifyEnvelope } from './envelope.ts';
import { CONSTITUENCY_FORMS, STATION_FORMS } from './form.ts';
import { type PublicKey, parsePublicKey } from './keys.ts';
import { ok, type Result, refuse } from './result.ts';
import { codeSchema, contestSchema, keySchema, nameSchema, personSchema } from './text.ts';

export const DEFINITION_KIND = 'definition';

const basisPoints = z.int().check(z.minimum(0), z.maximum(10_000));
const minutes = z.int().check(z.minimum(0), z.maximum(1440));
const registered = z.int().check(z.minimum(0), z.maximum(9_999_999));
const area = z.strictObject({ code: codeSchema, name: nameSchema });

/** Rates in basis points (350 = 3.5 %), as the findings use them. */
export const thresholdsSchema = z.strictObject({
  rejectedNote: basisPoints,
  rejectedRuling: basisPoints,
  turnoutHigh: basisPoints,
  turnoutLow: basisPoints,
  oneCandidate: basisPoints,
  missingCandidate: basisPoints,
});

/** Calibrated on the public record of 2017 (DOMAIN, Findings). */
export const DEFAULT_THRESHOLDS: Thresholds = {
  rejectedNote: 350,
  rejectedRuling: 1000,
  turnoutHigh: 9500,
  turnoutLow: 2000,
  oneCandidate: 9500,
  missingCandidate: 500,
};

const candidateSchema = z.strictObject({
  number: z.int().check(z.minimum(1), z.maximum(999)),
  name: nameSchema,
  party: nameSchema,
});
const contestDefinition = z.strictObject({
  id: contestSchema,
  title: nameSchema,
  formA: z.enum(STATION_FORMS),
  formB: z.enum(CONSTITUENCY_FORMS),
  ward: z.optional(codeSchema),
  candidates: z.array(candidateSchema).check(z.minLength(1), z.maxLength(200)),
});

export const definitionSchema = z.strictObject({
  id: contestSchema,
  title: nameSchema,
  date: z.string().check(z.regex(/^[0-9]{4}-[0-9]{2}-[0-9]{2}$/)),
  kind: z.enum(['live', 'rehearsal']),
  commission: z.strictObject({ name: nameSchema, key: keySchema }),
  county: area,
  constituency: area,
  stationCap: z.int().check(z.minimum(1)),
  thresholds: thresholdsSchema,
  responseMinutes: minutes,
  soloMinutes: minutes,
  agentsPerParty: z.int().check(z.minimum(1), z.maximum(99)),
  wallShowsTotals: z.boolean(),
  wards: z.array(area).check(z.minLength(1)),
  stations: z.array(z.strictObject({ code: codeSchema, name: nameSchema, ward: codeSchema, registered })).check(z.minLength(1)),
  contests: z.array(contestDefinition).check(z.minLength(1), z.maxLength(64)),
  parties: z.array(z.strictObject({ name: nameSchema, key: z.optional(keySchema) })),
  agents: z.array(
    z.strictObject({ id: personSchema, name: nameSchema, party: nameSchema, contests: z.array(contestSchema), key: z.optional(keySchema) }),
  ),
  officials: z
    .array(z.strictObject({ id: personSchema, name: nameSchema, role: z.enum(['ro', 'dro', 'clerk']), key: z.optional(keySchema) }))
    .check(z.minLength(1)),
});

export type Definition = z.infer<typeof definitionSchema>;
export type Contest = z.infer<typeof contestDefinition>;
export type Station = Definition['stations'][number];
export type Thresholds = z.infer<typeof thresholdsSchema>;

/** A definition as it was signed: its content, the digest of the exact payload bytes, and the commission's key. */
export interface SignedDefinition {
  readonly content: Definition;
  readonly digest: string;
  readonly commission: PublicKey;
  readonly envelope: OpenedEnvelope;
}

/**
 * Reads a signed definition. Refuses any second encoding, unknown fields, a signature that is not by the key the definition itself
 * names for the commission (whether that is the real commission is for the reader's anchor to say), and content that contradicts
 * itself.
 */
export function readDefinition(envelope: OpenedEnvelope): Result<SignedDefinition> {
  if (envelope.kind !== DEFINITION_KIND) return refuse('E-ENVELOPE', `an envelope of kind ${envelope.kind} is not a definition`);
  const json = parseCanonicalText(envelope.payloadText);
  if (!json.ok) return json;
  const parsed = definitionSchema.safeParse(json.value);
  if (!parsed.success) return refuse('E-CONTENT', z.prettifyError(parsed.error), 'definition');
  const contradiction = contradictionsOf(parsed.data)[0];
  if (contradiction !== undefined) return refuse('E-CONTENT', contradiction, 'definition');
  const commission = parsePublicKey(parsed.data.commission.key);
  if (!commission.ok) return commission;
  const verified = verifyEnvelope(envelope, commission.value);
  if (!verified.ok) return verified;
  return ok({ content: parsed.data, digest: envelope.digest, commission: commission.value, envelope });
}

/** What a definition says that cannot all be true, in words; empty for a sound one. */
export function contradictionsOf(definition: Definition): readonly string[] {
  const wards = new Set(definition.wards.map((ward) => ward.code));
  const contests = new Set(definition.contests.map((contest) => contest.id));
  const people = [...definition.agents.map((agent) => agent.id), ...definition.officials.map((official) => official.id)];
  return [
    ...repeated('ward', [...definition.wards.map((ward) => ward.code)]),
    ...repeated('station', [...definition.stations.map((station) => station.code)]),
    ...repeated('contest', [...definition.contests.map((contest) => contest.id)]),
    ...repeated('person', people),
    ...repeated('party', [...definition.parties.map((party) => party.name)]),
    ...repeated('public key', [...keysOf(definition)]),
    ...definition.stations
      .filter((station) => !wards.has(station.ward))
      .map((station) => `station ${station.code}: no ward ${station.ward}`),
    ...definition.agents.flatMap((agent) =>
      agent.contests.filter((id) => !contests.has(id)).map((id) => `agent ${agent.id}: no contest ${id}`),
    ),
    ...definition.contests.flatMap((contest) => contestContradictions(contest, wards)),
    ...keysOf(definition).flatMap((key) => (parsePublicKey(key).ok ? [] : [`public key ${key} is not a usable Ed25519 key`])),
    ...(definition.officials.some((official) => official.role === 'ro') ? [] : ['no returning officer']),
    ...(people.includes('device') ? ['no person may be called device'] : []),
  ];
}

function contestContradictions(contest: Contest, wards: ReadonlySet<string>): readonly string[] {
  return [
    ...repeated(`candidate of ${contest.id}`, [...contest.candidates.map((candidate) => String(candidate.number))]),
    ...(contest.candidates.every((candidate, at) => at === 0 || candidate.number > (contest.candidates[at - 1]?.number ?? 0))
      ? []
      : [`contest ${contest.id}: candidates are not in ballot order`]),
    ...(contest.formA.slice(0, 2) === contest.formB.slice(0, 2)
      ? []
      : [`contest ${contest.id}: forms ${contest.formA} and ${contest.formB} do not belong together`]),
    ...(contest.ward === undefined || wards.has(contest.ward) ? [] : [`contest ${contest.id}: no ward ${contest.ward}`]),
  ];
}

function keysOf(definition: Definition): readonly string[] {
  const holders = [definition.commission, ...definition.parties, ...definition.agents, ...definition.officials];
  return holders.flatMap((holder) => (holder.key === undefined ? [] : [holder.key]));
}

function repeated(what: string, values: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return values.filter((value) => seen.size === seen.add(value).size).map((value) => `${what} ${value} stands twice`);
}

/** The stations where a contest is held: all of the constituency, or those of its ward, in gazetted order. */
export function stationsOf(definition: Definition, contest: Contest): readonly Station[] {
  return contest.ward === undefined ? definition.stations : definition.stations.filter((station) => station.ward === contest.ward);
}
