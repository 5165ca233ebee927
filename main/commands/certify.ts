/**
 * `certify`: the commission (or a party, for its agents) signs a key that was made at the centre, at once or later, so that
 * verification can say *certified* instead of *enrolled on site*. From a bundle it certifies everybody who signed and was not named.
 */
import { fromPem, type PublicKey, parsePublicKey } from '../../core/keys.ts';
import { ok, type Result, refuse } from '../../core/result.ts';
import { verifyBundle } from '../../core/verify.ts';
import { signatureThreads } from '../../db/signatures.ts';
import { fileSource } from '../bundle/file-source.ts';
import { readPrivateKey } from '../define/commission-key.ts';
import { readBytes, replaceFile, withFile } from '../define/files.ts';
import { type Holder, signCertificate } from '../sign-certificate.ts';
import { type CommandIo, DONE, FAULTY, faultLine, readOptions, UNUSABLE } from './io.ts';
import { loadDefinition } from './rehearse.ts';

const USAGE = `usage: countersign certify --key FILE --bundle BUNDLE [--person ID] [--out FILE]
       countersign certify --key FILE --public-key KEY [--person ID] [--definition FILE] [--out FILE]

Writes one certificate a line, to FILE or to the output. KEY is the base64 text of a public key, or a PEM file of one.
`;
const OPTIONS = {
  key: { type: 'string' },
  bundle: { type: 'string' },
  'public-key': { type: 'string' },
  person: { type: 'string' },
  definition: { type: 'string' },
  out: { type: 'string' },
} as const;
type Values = { readonly [Name in keyof typeof OPTIONS]?: string | undefined };

/** Exit codes: 0 certified, 1 refused, 2 unusable arguments. */
export async function certify(args: readonly string[], io: CommandIo): Promise<number> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: false });
  const values: Values = options.ok ? options.value.values : {};
  const usable = options.ok && values.key !== undefined && (values.bundle === undefined) !== (values['public-key'] === undefined);
  if (!usable) {
    io.err(`${options.ok ? '--key is needed, and either --bundle or --public-key' : options.refusal.detail}\n${USAGE}`);
    return UNUSABLE;
  }
  const lines = await certificates(values);
  if (!lines.ok) {
    io.err(faultLine(lines.refusal));
    return FAULTY;
  }
  return deliver(lines.value, values.out, io);
}

function deliver(lines: readonly string[], out: string | undefined, io: CommandIo): number {
  const text = lines.map((line) => `${line}\n`).join('');
  if (out === undefined) {
    io.out(text);
    return DONE;
  }
  const written = replaceFile(out, Buffer.from(text));
  if (!written.ok) {
    io.err(faultLine(written.refusal));
    return FAULTY;
  }
  io.out(`${out}: ${lines.length} certificates\n`);
  return DONE;
}

async function certificates(values: Values): Promise<Result<readonly string[]>> {
  const key = readPrivateKey(values.key ?? '');
  if (!key.ok) return key;
  const holders = values.bundle === undefined ? holderOfKey(values) : await holdersIn(values.bundle, values.person);
  if (!holders.ok) return holders;
  return ok(holders.value.map((holder) => signCertificate(holder, key.value)));
}

function holderOfKey({ 'public-key': given = '', person, definition: file }: Values): Result<readonly Holder[]> {
  const key = readKey(given);
  if (!key.ok) return key;
  const named = person === undefined ? {} : { person };
  if (file === undefined) return ok([{ key: key.value.text, ...named }]);
  const definition = loadDefinition(file);
  return definition.ok ? ok([{ key: key.value.text, ...named, election: definition.value.digest }]) : definition;
}

function readKey(given: string): Result<PublicKey> {
  const text = parsePublicKey(given);
  if (text.ok) return text;
  const bytes = readBytes(given);
  return bytes.ok ? fromPem(Buffer.from(bytes.value).toString('utf8')) : refuse('E-KEY', 'neither a public key nor a file of one', given);
}

/** Everybody in a sound bundle whose key the definition does not name. */
async function holdersIn(file: string, only: string | undefined): Promise<Result<readonly Holder[]>> {
  const source = withFile(file, () => fileSource(file));
  if (!source.ok) return source;
  const threads = signatureThreads();
  const verification = await verifyBundle(source.value, { receipts: [], certificates: [], acceptRehearsal: true }, threads.verify);
  source.value.close();
  await threads.close();
  const failed = verification.checks.find(({ status }) => status === 'failed');
  if (failed !== undefined) return refuse('E-CONTENT', `this bundle fails: ${failed.name}: ${failed.detail}`, file);
  const onSite = (verification.signers ?? []).filter(
    ({ standing, person }) => standing === 'on site' && (only === undefined || person === only),
  );
  if (onSite.length === 0)
    return refuse('R-PERSON-UNKNOWN', only === undefined ? 'nobody here was enrolled on site' : `${only} was not enrolled on site here`);
  const election = verification.manifest?.election;
  return ok(onSite.map(({ person, role, key }) => ({ key, person, role, ...(election === undefined ? {} : { election }) })));
}
