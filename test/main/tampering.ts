/**
 * The tools of somebody who alters bundles and knows this program by heart: members are taken out, changed, and packed again in the
 * project's own container; where the attacker also has the device key, tree, checkpoint and manifest are made anew.
 */
import { CHECKPOINT, JOURNAL, MANIFEST, MANIFEST_KIND, type Manifest, manifestSchema } from '../../core/bundle.ts';
import { concat, digest, fromHex, fromUtf8, utf8 } from '../../core/bytes.ts';
import { canonicalBytes, type Json, parseCanonical, parseCanonicalText } from '../../core/canonical.ts';
import { checkpointText, openCheckpoint, sealCheckpoint } from '../../core/checkpoint.ts';
import { encodeContainer, type Member, memorySource, openContainer, readMember } from '../../core/container.ts';
import { type Envelope, openEnvelope, payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { appendLeaf, emptyFrontier, type Frontier, leafHash, rootOf } from '../../core/merkle.ts';
import { must, present } from '../../core/result.ts';
import { type Trust, type Verification, verifyBundle } from '../../core/verify.ts';
import type { DeviceKey } from '../../db/device-key.ts';
import { verifyHere } from '../../db/signatures.ts';

type Device = Pick<DeviceKey, 'publicKey' | 'sign'>;
export type Members = readonly Member[];

export async function unpack(bundle: Uint8Array): Promise<Members> {
  // A Buffer's slices are views: what is changed must not change the original.
  const source = memorySource(new Uint8Array(bundle));
  const members = must(await openContainer(source)).map(async (member) => ({
    name: member.name,
    bytes: must(await readMember(source, member, member.size)).slice(),
  }));
  return Promise.all(members);
}

export function pack(members: Members): Uint8Array {
  return concat(...encodeContainer(members));
}

export function bytesOf(members: Members, name: string): Uint8Array {
  return present(members.find((member) => member.name === name)?.bytes, name);
}

export function replaced(members: Members, name: string, bytes: Uint8Array): Members {
  return members.map((member) => (member.name === name ? { name, bytes } : member));
}

/** The bytes with one bit the other way round. */
export function flipped(bytes: Uint8Array, at: number, bit = 0): Uint8Array {
  const changed = bytes.slice();
  changed[at] = present(changed[at], `byte ${at}`) ^ (1 << bit);
  return changed;
}

export function verifyMembers(members: Members, trust: Trust): Promise<Verification> {
  return verifyBytes(pack(members), trust);
}

export function verifyBytes(bundle: Uint8Array, trust: Trust): Promise<Verification> {
  return verifyBundle(memorySource(bundle), trust, async (jobs) => verifyHere(jobs));
}

/** Names of the checks that failed, in their order. */
export function failures({ checks }: Pick<Verification, 'checks'>): readonly string[] {
  return checks.filter(({ status }) => status === 'failed').map(({ name }) => name);
}

export function detailOf({ checks }: Pick<Verification, 'checks'>, wanted: string): string {
  return present(
    checks.find(({ name }) => name === wanted),
    `check ${wanted}`,
  ).detail;
}

// ---- with the device key -----------------------------------------------------------------------------------------------------

export function manifestOf(members: Members): Manifest {
  const envelope = must(openEnvelope(must(parseCanonical(bytesOf(members, MANIFEST)))));
  return manifestSchema.parse(must(parseCanonicalText(envelope.payloadText)));
}

/** Lists the members as they are now, and signs that; `changes` may say something else than the manifest said. */
export function withManifest(members: Members, device: Device, changes: Partial<Manifest> = {}): Members {
  const listed = members
    .filter(({ name }) => name !== MANIFEST)
    .map(({ name, bytes }) => ({ name, size: bytes.length, sha256: digest(bytes) }));
  const payload = canonicalBytes({ ...manifestOf(members), device: device.publicKey.text, members: listed, ...changes });
  return replaced(members, MANIFEST, canonicalBytes(seal(device, MANIFEST_KIND, payload)));
}

function seal(device: Device, kind: string, payload: Uint8Array): Envelope {
  return sealEnvelope(kind, payload, device.publicKey.id, device.sign(preAuthenticationEncoding(payloadType(kind), payload)));
}

/** Signs the head that the journal's lines have now, under the origin it had. */
export function withCheckpoint(members: Members, device: Device): Members {
  const { origin } = must(openCheckpoint(present(fromUtf8(bytesOf(members, CHECKPOINT)), 'text'))).checkpoint;
  const frontier = treeOf(linesOf(members));
  const checkpoint = { origin, size: frontier.size, root: rootOf(frontier) };
  const note = sealCheckpoint(checkpoint, device.publicKey.raw, device.sign(utf8(checkpointText(checkpoint))));
  return replaced(members, CHECKPOINT, utf8(note));
}

/** All that the device can make good again: checkpoint, then manifest. */
export function resealed(members: Members, device: Device): Members {
  return withManifest(withCheckpoint(members, device), device);
}

// ---- journal lines -----------------------------------------------------------------------------------------------------------

/** What a line of the journal says, its signature still around it; a hidden line has a leaf and nothing else. */
export interface Line {
  readonly seq: number;
  readonly at?: string;
  readonly act?: Envelope;
  readonly leaf?: string;
}

/** What was signed, as far as tests look at it. */
export interface Statement {
  readonly kind: string;
  readonly by: { readonly person: string; readonly role: string; readonly key: string };
  readonly body: { readonly [field: string]: Json };
}

export function linesOf(members: Members): readonly Line[] {
  const text = present(fromUtf8(bytesOf(members, JOURNAL)), 'text');
  return text
    .split('\n')
    .slice(0, -1)
    .map((line) => must(parseCanonicalText(line)) as unknown as Line);
}

/** The journal with other lines, numbered anew from the first. */
export function withLines(members: Members, lines: readonly Line[]): Members {
  const written = lines.flatMap((line, seq) => [canonicalBytes({ ...line, seq }), utf8('\n')]);
  return replaced(members, JOURNAL, concat(...written));
}

export function statementOf({ act }: Line): Statement | undefined {
  if (act === undefined) return undefined;
  return must(parseCanonicalText(must(openEnvelope(act as unknown as Json)).payloadText)) as unknown as Statement;
}

/** The first line that says something of this kind; `wanted` may look closer. */
export function findLine(lines: readonly Line[], kind: string, wanted: (said: Statement) => boolean = () => true): number {
  const at = lines.findIndex((line) => {
    const said = statementOf(line);
    return said?.kind === kind && wanted(said);
  });
  if (at < 0) throw new Error(`no ${kind} as wanted in this journal`);
  return at;
}

function leafOf(line: Line): Uint8Array {
  return line.leaf === undefined ? leafHash(canonicalBytes(line)) : present(fromHex(line.leaf), 'leaf');
}

function treeOf(lines: readonly Line[]): Frontier {
  return lines.reduce((frontier, line) => appendLeaf(frontier, leafOf(line)), emptyFrontier);
}
