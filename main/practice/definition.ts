/**
 * What is elected in a practice election: twelve stations of the demonstration's constituency, two contests, two officials, three
 * clerks, four agents. It is defined and signed on the spot by a commission whose key nobody keeps: it can vouch for nothing else.
 */
import { DEFAULT_THRESHOLDS, readDefinition, type SignedDefinition } from '../../core/definition.ts';
import { type Envelope, parseEnvelopeFile, sealEnvelope } from '../../core/envelope.ts';
import { must } from '../../core/result.ts';
import type { Random } from '../../db/random.ts';
import { privateKeyFromSeed, SEED_LENGTH } from '../../db/signing.ts';
import type { DefinitionDraft } from '../define/definition-folder.ts';
import { signDefinition } from '../define/sign.ts';
import { AGENTS, CONSTITUENCY, COUNTY, DEMO_CONTESTS, type DemoStation, OFFICIALS, WARDS } from '../demo/mfano.ts';

const CLERKS = 3;
const AGENTS_HERE = 4;

export interface PracticeElection {
  readonly definition: SignedDefinition;
  readonly envelope: Envelope;
}

/** The election of a day, YYYY-MM-DD, in these stations. */
export function definePractice(date: string, stations: readonly DemoStation[], random: Random): PracticeElection {
  const seed = random(SEED_LENGTH);
  const { bytes } = signDefinition(draftOf(date, stations), privateKeyFromSeed(seed));
  seed.fill(0);
  const opened = must(parseEnvelopeFile(bytes));
  const { kind, payload, keyId, signature } = opened;
  return { definition: must(readDefinition(opened)), envelope: sealEnvelope(kind, payload, keyId, signature) };
}

function draftOf(date: string, stations: readonly DemoStation[]): DefinitionDraft {
  const contests = DEMO_CONTESTS.map(({ candidates, ...contest }) => ({
    ...contest,
    candidates: candidates.map(([name, party], at) => ({ number: at + 1, name, party })),
  }));
  const agents = AGENTS.slice(0, AGENTS_HERE).map(([id, name, party]) => ({ id, name, party, contests: [] }));
  const named = [...contests.flatMap(({ candidates }) => candidates), ...agents].map(({ party }) => party);
  return {
    id: 'practice',
    title: 'Practice in a constituency that does not exist',
    date,
    kind: 'rehearsal',
    commission: { name: 'Commission of the Practice' },
    county: COUNTY,
    constituency: CONSTITUENCY,
    stationCap: 700,
    thresholds: DEFAULT_THRESHOLDS,
    responseMinutes: 1,
    soloMinutes: 5,
    agentsPerParty: 1,
    wallShowsTotals: true,
    wards: WARDS.map(({ code, name }) => ({ code, name })),
    stations: stations.map(({ code, name, wardCode, registered }) => ({ code, name, ward: wardCode, registered })),
    contests,
    parties: [...new Set(named)].map((name) => ({ name })),
    agents,
    officials: officialsHere(),
  };
}

function officialsHere(): DefinitionDraft['officials'] {
  const officials = OFFICIALS.map(([id, name, role]) => ({ id, name, role }));
  const clerks = officials.filter(({ role }) => role === 'clerk').slice(0, CLERKS);
  return [...officials.filter(({ role }) => role !== 'clerk'), ...clerks];
}
