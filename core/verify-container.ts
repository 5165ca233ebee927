/**
 * A bundle's outside: one container with the members it must have and no others, and a manifest signed by the device that lists each
 * with its size and digest.
 */
import * as z from 'zod/mini';
import { digestOfScanMember, isRendering, MANIFEST, MANIFEST_KIND, type Manifest, manifestSchema, misplacedMember } from './bundle.ts';
import { digest } from './bytes.ts';
import { canonical, parseCanonical, parseCanonicalText } from './canonical.ts';
import type { CheckList } from './checks.ts';
import { hashMember, openContainer, readMember, type Source, type StoredMember } from './container.ts';
import { type OpenedEnvelope, openEnvelope, verifyEnvelope } from './envelope.ts';
import { parsePublicKey } from './keys.ts';
import { ok, type Refusal, type Result, refuse } from './result.ts';

/** Members other than scans are held in memory; none of a real centre comes near this. */
const LARGEST_MEMBER = 512 * 1024 * 1024;

/** Everything the checks share once it is read. */
export interface OpenedBundle {
  readonly source: Source;
  readonly members: ReadonlyMap<string, StoredMember>;
  readonly texts: ReadonlyMap<string, Uint8Array>;
}

export async function openBundle(checks: CheckList, source: Source): Promise<OpenedBundle | undefined> {
  const members = await openContainer(source);
  if (!members.ok) return stop(checks, describe(members.refusal));
  const misplaced = misplacedMember(members.value.map((member) => member.name));
  if (misplaced !== undefined) return stop(checks, `${misplaced} is missing or out of place`);
  const texts = new Map<string, Uint8Array>();
  for (const member of members.value.filter(({ name }) => digestOfScanMember(name) === undefined)) {
    const bytes = await readMember(source, member, LARGEST_MEMBER);
    if (!bytes.ok) return stop(checks, describe(bytes.refusal));
    texts.set(member.name, bytes.value);
  }
  checks.pass('container', `${members.value.length} members, one encoding`);
  return { source, members: new Map(members.value.map((member) => [member.name, member])), texts };
}

function stop(checks: CheckList, detail: string): undefined {
  checks.fail('container', detail);
}

export function describe({ code, detail, place }: Refusal): string {
  return [code, detail, place === undefined ? undefined : `(${place})`].filter((part) => part !== undefined).join(' ');
}

export function textOf(opened: OpenedBundle, name: string): Uint8Array {
  return opened.texts.get(name) ?? new Uint8Array();
}

export function envelopeIn(opened: OpenedBundle, name: string): Result<OpenedEnvelope> {
  const json = parseCanonical(textOf(opened, name));
  return json.ok ? openEnvelope(json.value) : json;
}

export async function checkManifest(checks: CheckList, opened: OpenedBundle): Promise<Manifest | undefined> {
  const manifest = readManifest(envelopeIn(opened, MANIFEST));
  if (!manifest.ok) {
    checks.fail('manifest', describe(manifest.refusal));
    return undefined;
  }
  const { members } = manifest.value;
  const listed = members.map(({ name }) => name);
  const found = [...opened.members.keys()].filter((name) => name !== MANIFEST);
  if (canonical(listed) !== canonical(found)) checks.fail('manifest', 'lists other members than the bundle holds');
  for (const { name, size, sha256 } of members) {
    const member = opened.members.get(name);
    const actual = member === undefined ? undefined : await digestOf(opened, member);
    if (actual !== sha256 || member?.size !== size) checks.fail('manifest', `${name} is not the file that was listed`);
  }
  checks.pass('manifest', `${members.length} members as listed, signed by the device${papersAmong(members)}`);
  return manifest.value;
}

/** Papers are for reading: what they show is vouched for by nobody but the device that signed the list, and this has to be said. */
function papersAmong(members: Manifest['members']): string {
  const papers = members.filter(({ name }) => isRendering(name)).map(({ name }) => name);
  return papers.length === 0 ? '' : `; ${papers.join(' and ')}: for reading, what they show is not judged here`;
}

async function digestOf(opened: OpenedBundle, member: StoredMember): Promise<string | undefined> {
  const text = opened.texts.get(member.name);
  if (text !== undefined) return digest(text);
  const hashed = await hashMember(opened.source, member);
  return hashed.ok ? hashed.value : undefined;
}

function readManifest(envelope: Result<OpenedEnvelope>): Result<Manifest> {
  if (!envelope.ok) return envelope;
  if (envelope.value.kind !== MANIFEST_KIND) return refuse('E-ENVELOPE', `a ${envelope.value.kind} is not a manifest`);
  const json = parseCanonicalText(envelope.value.payloadText);
  if (!json.ok) return json;
  const manifest = manifestSchema.safeParse(json.value);
  if (!manifest.success) return refuse('E-CONTENT', z.prettifyError(manifest.error));
  const device = parsePublicKey(manifest.data.device);
  if (!device.ok) return device;
  const verified = verifyEnvelope(envelope.value, device.value);
  return verified.ok ? ok(manifest.data) : verified;
}
