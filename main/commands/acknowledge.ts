/**
 * `acknowledge`: the national centre verifies a bundle that arrived and signs a receipt for the summary in it, with the commission's key
 * or with one that the commission certified for this. The constituency's centre records the receipt in its journal.
 */
import type { KeyObject } from 'node:crypto';
import type { Acknowledgement } from '../../core/acknowledgement.ts';
import { vouchFor } from '../../core/acknowledgement.ts';
import { openCertificate } from '../../core/certificate.ts';
import { type OpenedEnvelope, parseEnvelopeFile } from '../../core/envelope.ts';
import type { PublicKey } from '../../core/keys.ts';
import { ok, present, type Result, refuse } from '../../core/result.ts';
import type { Verification } from '../../core/verify.ts';
import { publicKeyOf } from '../../db/signing.ts';
import { readPrivateKey } from '../define/commission-key.ts';
import { readBytes, replaceFile } from '../define/files.ts';
import { signAcknowledgement } from '../sign-acknowledgement.ts';
import { verifyFiles } from '../verify-file.ts';
import { type CommandIo, DONE, FAULTY, faultLine, readOptions, UNUSABLE } from './io.ts';

const USAGE = `usage: countersign acknowledge BUNDLE --key FILE --by NAME --out FILE [--certificate FILE] [--rehearsal]

Verifies the bundle, and writes a signed receipt for its declared summary.
--key          the commission's private key, or one that it certified
--certificate  the commission's certificate for that key, without person and role (certify --public-key)
--by           who acknowledges, in words
`;
const OPTIONS = {
  key: { type: 'string' },
  by: { type: 'string' },
  out: { type: 'string' },
  certificate: { type: 'string' },
  rehearsal: { type: 'boolean' },
} as const;

interface Order {
  readonly bundle: string;
  readonly key: KeyObject;
  readonly by: string;
  readonly out: string;
  readonly certificate?: { readonly text: string; readonly envelope: OpenedEnvelope };
  readonly acceptRehearsal: boolean;
}

/** Exit codes: 0 acknowledged, 1 refused, 2 unusable arguments. */
export async function acknowledge(args: readonly string[], io: CommandIo): Promise<number> {
  const order = readOrder(args);
  const done = order.ok ? await make(order.value) : order;
  if (done.ok) {
    io.out(done.value);
    return DONE;
  }
  const isUsage = done.refusal.code === 'E-USAGE';
  io.err(isUsage ? `${done.refusal.detail}\n${USAGE}` : faultLine(done.refusal));
  return isUsage ? UNUSABLE : FAULTY;
}

function readOrder(args: readonly string[]): Result<Order> {
  const options = readOptions({ args: [...args], options: OPTIONS, strict: true, allowPositionals: true });
  if (!options.ok) return options;
  const { values, positionals } = options.value;
  const [bundle, ...more] = positionals;
  if (bundle === undefined || more.length > 0) return refuse('E-USAGE', 'name one bundle');
  if (values.key === undefined || values.by === undefined || values.out === undefined)
    return refuse('E-USAGE', '--key, --by and --out are needed');
  const key = readPrivateKey(values.key);
  if (!key.ok) return key;
  const certificate = values.certificate === undefined ? ok(undefined) : readCertificateFile(values.certificate);
  if (!certificate.ok) return certificate;
  const named = { bundle, key: key.value, by: values.by, out: values.out, acceptRehearsal: values.rehearsal === true };
  return ok(certificate.value === undefined ? named : { ...named, certificate: certificate.value });
}

function readCertificateFile(file: string): Result<NonNullable<Order['certificate']>> {
  const bytes = readBytes(file);
  if (!bytes.ok) return bytes;
  const envelope = parseEnvelopeFile(bytes.value);
  if (!envelope.ok) return { ok: false, refusal: { ...envelope.refusal, place: file } };
  return ok({ text: Buffer.from(bytes.value).toString('utf8').trimEnd(), envelope: envelope.value });
}

async function make(order: Order): Promise<Result<string>> {
  const anchor = commissionOf(order);
  if (!anchor.ok) return anchor;
  const trust = { anchor: anchor.value, receipts: [], certificates: [], acceptRehearsal: order.acceptRehearsal };
  const [verified] = await verifyFiles([order.bundle], trust);
  const content = contentOf(present(verified, 'a verification').verification, order);
  if (!content.ok) return content;
  const written = replaceFile(order.out, Buffer.from(`${signAcknowledgement(content.value, order.key)}\n`));
  if (!written.ok) return written;
  const { contest, version, summary } = content.value;
  return ok(`${order.out}: ${contest}, version ${version}, digest ${summary.slice(0, 16)}…\n`);
}

/** The commission by whose word this is done: whoever certified the key, else the key itself. */
function commissionOf({ key, certificate }: Order): Result<PublicKey> {
  if (certificate === undefined) return ok(publicKeyOf(key));
  const opened = openCertificate(certificate.envelope);
  return opened.ok ? ok(opened.value.signer) : opened;
}

/** Only what was declared, and in which nothing failed, is acknowledged. */
function contentOf({ checks, summary, manifest, definition }: Verification, order: Order): Result<Omit<Acknowledgement, 'signer'>> {
  const failed = checks.find(({ status }) => status === 'failed');
  if (failed !== undefined) return refuse('E-CONTENT', `this bundle fails: ${failed.name}: ${failed.detail}`, order.bundle);
  if (summary === undefined || manifest === undefined || definition === undefined) return refuse('E-CONTENT', 'no summary', order.bundle);
  if (summary.state !== 'declared') return refuse('R-NOT-DECLARED', `${summary.state}: nobody has declared this`);
  const vouched = vouchFor(publicKeyOf(order.key), order.certificate?.text, definition);
  if (!vouched.ok) return vouched;
  const { election, journal, contest } = manifest;
  const { version } = summary.content;
  const certificate = order.certificate === undefined ? {} : { certificate: order.certificate.text };
  return ok({ ...certificate, election, journal, contest, version, summary: summary.digest, at: new Date().toISOString(), by: order.by });
}
