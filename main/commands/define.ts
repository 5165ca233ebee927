/**
 * `define`: the commission turns its folder of tables into a signed election definition, the file every centre starts from. Every
 * fault of every file is reported in one run, each with its place, and nothing is written while there is one. The key may lie in
 * a file, be made on the spot, or stay in hardware: then the bytes to sign go out and the signature comes back in.
 */
import path from 'node:path';
import { fromUtf8 } from '../../core/bytes.ts';
import { groupsOf } from '../../core/groups.ts';
import { fromBase64 } from '../../core/primitives.ts';
import { ok, type Refusal, type Result, refuse } from '../../core/result.ts';
import { createPrivateKeyFile, readPrivateKey, readPublicKey } from '../define/commission-key.ts';
import { type DefinitionDraft, readDefinitionFolder } from '../define/definition-folder.ts';
import { readBytes, replaceFile } from '../define/files.ts';
import { bytesToSign, type SignedFile, sealDefinition, signDraft } from '../define/sign.ts';
import { type CommandIo, DONE, FAULTY, faultLine, readOptions, UNUSABLE } from './io.ts';

const USAGE = `usage: countersign define --dir DIR --key FILE [--new-key] --out definition.json
       countersign define --dir DIR --key FILE.pub --print-pae > to-be-signed
       countersign define --dir DIR --key FILE.pub --signature FILE --out definition.json

DIR holds election.json, stations.csv, candidates.csv, agents.csv and officials.csv.
`;

const OPTIONS = {
  dir: { type: 'string' },
  key: { type: 'string' },
  out: { type: 'string' },
  signature: { type: 'string' },
  'new-key': { type: 'boolean' },
  'print-pae': { type: 'boolean' },
} as const;

/** What was asked for: one of three ways to have it signed. */
type Order = { readonly dir: string; readonly key: string } & (
  | { readonly way: 'print' }
  | { readonly way: 'sign'; readonly newKey: boolean; readonly out: string }
  | { readonly way: 'signature'; readonly signature: string; readonly out: string }
);

/** Exit codes: 0 written or printed, 1 faults, 2 unusable arguments. */
export async function define(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  if (!order.ok) {
    io.err(`${order.refusal.detail}\n${USAGE}`);
    return UNUSABLE;
  }
  const draft = readDefinitionFolder(order.value.dir);
  if (!draft.ok) return report(io, draft.faults);
  return order.value.way === 'print' ? print(order.value.key, draft.value, io) : write(order.value, draft.value, io);
}

function readOrder(args: readonly string[]): Result<Order> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false });
  if (!options.ok) return options;
  const { dir, key, out, signature, 'new-key': newKey = false, 'print-pae': printPae = false } = options.value.values;
  if (dir === undefined || key === undefined) return refuse('E-USAGE', `--${dir === undefined ? 'dir' : 'key'} is missing`);
  const ways = [newKey && '--new-key', printPae && '--print-pae', signature !== undefined && '--signature'].filter((way) => way !== false);
  if (ways.length > 1) return refuse('E-USAGE', `${ways.join(' and ')} exclude each other`);
  if (printPae) return out === undefined ? ok({ way: 'print', dir, key }) : refuse('E-USAGE', '--print-pae writes no --out');
  if (out === undefined) return refuse('E-USAGE', '--out is missing');
  const precious = [key, `${key}.pub`, ...(signature === undefined ? [] : [signature])].map((file) => path.resolve(file));
  if (precious.includes(path.resolve(out))) return refuse('E-USAGE', '--out would overwrite the key or the signature');
  return ok(signature === undefined ? { way: 'sign', dir, key, newKey, out } : { way: 'signature', dir, key, signature, out });
}

/** One line for each fault, then how many. */
function report(io: CommandIo, faults: readonly Refusal[]): number {
  for (const fault of faults) io.err(faultLine(fault));
  io.err(`${faults.length} ${faults.length === 1 ? 'fault' : 'faults'}; nothing was written\n`);
  return FAULTY;
}

function print(keyFile: string, draft: DefinitionDraft, io: CommandIo): number {
  const key = readPublicKey(keyFile);
  if (!key.ok) return report(io, [key.refusal]);
  io.outBytes(bytesToSign(draft, key.value));
  return DONE;
}

function write(order: Exclude<Order, { way: 'print' }>, draft: DefinitionDraft, io: CommandIo): number {
  const signed = order.way === 'sign' ? signHere(order.key, order.newKey, draft, io) : signedElsewhere(order.key, order.signature, draft);
  if (!signed.ok) return report(io, [signed.refusal]);
  const written = replaceFile(order.out, signed.value.bytes);
  if (!written.ok) return report(io, [written.refusal]);
  io.out(describe(draft, signed.value, order.out));
  return DONE;
}

function signHere(file: string, newKey: boolean, draft: DefinitionDraft, io: CommandIo): Result<SignedFile> {
  const key = newKey ? createPrivateKeyFile(file) : readPrivateKey(file);
  if (!key.ok) return key;
  if (newKey) io.err(`a new key was made: ${file} (keep it secret), ${file}.pub (publish it)\n`);
  return place(signDraft(draft, key.value), file);
}

function signedElsewhere(keyFile: string, signatureFile: string, draft: DefinitionDraft): Result<SignedFile> {
  const key = readPublicKey(keyFile);
  if (!key.ok) return key;
  const signature = readSignature(signatureFile);
  return signature.ok ? place(sealDefinition(draft, key.value, signature.value), signatureFile) : signature;
}

const SIGNATURE_LENGTH = 64;

/** 64 bytes as openssl writes them, or their base64. */
function readSignature(file: string): Result<Uint8Array> {
  const bytes = readBytes(file);
  if (!bytes.ok || bytes.value.length === SIGNATURE_LENGTH) return bytes;
  const decoded = fromBase64((fromUtf8(bytes.value) ?? '').replaceAll(/\s/g, ''));
  if (decoded.ok && decoded.value.length === SIGNATURE_LENGTH) return decoded;
  return refuse('E-SIGNATURE', 'this is no Ed25519 signature: 64 bytes or their base64 are wanted', file);
}

function place<T>(result: Result<T>, file: string): Result<T> {
  return result.ok ? result : { ok: false, refusal: { ...result.refusal, place: file } };
}

function describe(draft: DefinitionDraft, signed: SignedFile, out: string): string {
  const rows = [
    ['Election', `${draft.id}: ${draft.title}, ${draft.date}`],
    ['Kind', draft.kind],
    ['Stations', `${draft.stations.length} in ${draft.wards.length} ${draft.wards.length === 1 ? 'ward' : 'wards'}`],
    ['Contests', String(draft.contests.length)],
    ['Agents', String(draft.agents.length)],
    ['Officials', String(draft.officials.length)],
    ['Digest', groupsOf(signed.digest).join(' ')],
    ['File', out],
  ] as const;
  return rows.map(([label, value]) => `${label.padEnd(10)}${value}\n`).join('');
}
