/** A forger's workshop: takes a bundle apart, lets its members be changed, and puts it together again as soundly as the forger can. */
import { digest, fromHex, utf8 } from '../../core/bytes.ts';
import { canonicalBytes } from '../../core/canonical.ts';
import { checkpointText, sealCheckpoint } from '../../core/checkpoint.ts';
import { encodeContainer, memorySource, openContainer, readMember } from '../../core/container.ts';
import { payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { leafHash, rootOfLeaves } from '../../core/merkle.ts';
import { must, present } from '../../core/result.ts';
import type { DeviceKey } from '../../db/device-key.ts';

/** The members by name, in their order; to be changed at will. */
export type Members = Map<string, Buffer>;

export async function membersOf(bundle: Uint8Array): Promise<Members> {
  const source = memorySource(bundle);
  const members: Members = new Map();
  for (const stored of must(await openContainer(source))) {
    members.set(stored.name, Buffer.from(must(await readMember(source, stored, 1 << 26))));
  }
  return members;
}

export function containerOf(members: Members): Buffer {
  return Buffer.concat([...encodeContainer([...members].map(([name, bytes]) => ({ name, bytes })))]);
}

/** A checkpoint over the journal as it is now, signed by the device. */
export function signCheckpoint(members: Members, device: Pick<DeviceKey, 'publicKey' | 'sign'>): void {
  const [origin = ''] = present(members.get('checkpoint'), 'checkpoint').toString().split('\n');
  const lines = present(members.get('journal.jsonl'), 'journal').toString().trimEnd().split('\n');
  const leaves = lines.map((line) => fromHex(JSON.parse(line).leaf ?? '-') ?? leafHash(Buffer.from(line)));
  const checkpoint = { origin, size: lines.length, root: rootOfLeaves(leaves) };
  const signature = device.sign(utf8(checkpointText(checkpoint)));
  members.set('checkpoint', Buffer.from(sealCheckpoint(checkpoint, device.publicKey.raw, signature)));
}

/** The manifest's list made true again and signed by the device: what whoever holds the laptop can do. */
export function signManifest(members: Members, device: Pick<DeviceKey, 'publicKey' | 'sign'>): void {
  const { payload } = JSON.parse(present(members.get('manifest.json'), 'manifest').toString());
  const manifest = JSON.parse(Buffer.from(payload, 'base64').toString());
  const listed = [...members].filter(([name]) => name !== 'manifest.json');
  manifest.members = listed.map(([name, bytes]) => ({ name, size: bytes.length, sha256: digest(bytes) }));
  const signed = canonicalBytes(manifest);
  const signature = device.sign(preAuthenticationEncoding(payloadType('manifest'), signed));
  members.set('manifest.json', Buffer.from(canonicalBytes(sealEnvelope('manifest', signed, device.publicKey.id, signature))));
}

/** Changes a member's text. */
export function edit(members: Members, name: string, change: (text: string) => string): void {
  const before = present(members.get(name), name).toString();
  const after = change(before);
  if (after === before) throw new Error(`nothing was changed in ${name}`);
  members.set(name, Buffer.from(after));
}

/** Changes the lines of the journal. */
export function editLines(members: Members, change: (lines: readonly string[]) => readonly string[]): void {
  edit(members, 'journal.jsonl', (text) => `${change(text.trimEnd().split('\n')).join('\n')}\n`);
}

/** A journal line with its act's payload changed; the envelope's signature stays as it was. */
export function withPayload(line: string, change: (said: string) => string): string {
  const entry = JSON.parse(line);
  entry.act.payload = Buffer.from(change(Buffer.from(entry.act.payload, 'base64').toString())).toString('base64');
  return JSON.stringify(entry);
}
