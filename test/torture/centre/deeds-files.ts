/** Deeds that write files: scans, bundles on the memory stick, receipts, drafts, marks. What was written is told as a promise. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { digest } from '../../../core/bytes.ts';
import { ok } from '../../../core/result.ts';
import { makeFolder, writeDurably } from '../../../db/durable.ts';
import { onStorage } from '../../../db/storage-trouble.ts';
import { keepMark } from '../../../main/export/marks.ts';
import type { Seeded } from '../../../main/seeded.ts';
import { type Hall, lineOf } from './hall.ts';

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** A picture of so many bytes that nobody could draw; it ends with the digest of what comes before, so that half of one is known. */
function picture(random: Seeded, size: number): Uint8Array {
  const body = Uint8Array.from({ length: size }, () => random.below(256));
  body.set(PNG);
  return Buffer.concat([body, createHash('sha256').update(body).digest()]);
}

export function isWhole(bytes: Uint8Array): boolean {
  const body = bytes.subarray(0, -32);
  return createHash('sha256').update(body).digest().equals(bytes.subarray(-32));
}

export async function scan(hall: Hall): Promise<void> {
  const forms = [...hall.office().centre().forms.keys()];
  if (forms.length === 0) return;
  const came = await hall.become(hall.random.pick(['clerk1', 'clerk2', 'ro']));
  if (!came.ok) return;
  const bytes = picture(hall.random, 200 + hall.random.below(hall.random.pick([2000, 40_000, 300_000])));
  hall.heard('scan', hall.office().attachScan(hall.random.pick(forms), bytes, 'a scanner'));
}

export async function receipt(hall: Hall): Promise<void> {
  const agent = hall.random.pick(['red', 'blue', 'green']);
  const issued = hall.office().issueReceipt(agent);
  if (!hall.heard('receipt', issued)) return;
  const folder = path.join(hall.office().folder, 'receipts');
  const file = path.join(folder, `${agent}-${hall.office().head().size}.json`);
  const written = onStorage(() => {
    makeFolder(folder);
    writeDurably(file, issued.value);
    return ok(undefined);
  });
  if (hall.heard('receipt file', written)) hall.tell({ is: 'file', file, digest: digest(issued.value) });
}

export async function draft(hall: Hall): Promise<void> {
  const { random, tell } = hall;
  const { drafts } = hall.office();
  const [person, subject] = [random.pick(['clerk1', 'clerk2']), random.pick(['president', 'governor'])];
  const left = drafts.read(person, subject) as { readonly number: number } | undefined;
  if (random.chance(0.2)) {
    tell({ is: 'draft', person, subject, number: -1 });
    drafts.remove(person, subject);
    return;
  }
  const number = (left?.number ?? 0) + 1;
  const kept = drafts.write(person, subject, { number, figures: 'x'.repeat(random.below(3000)) });
  if (kept.ok) tell({ is: 'draft', person, subject, number });
}

export async function mark(hall: Hall): Promise<void> {
  const { random } = hall;
  const of = { contest: 'president', version: 1 + random.below(3), person: random.pick(['red', 'ro']) };
  hall.heard('mark', keepMark(hall.office().folder, of, picture(random, 200 + random.below(5000))));
}

/** A second medium is chosen once; then a full copy is made on it, while the acts go there too. */
export async function fullCopy(hall: Hall): Promise<void> {
  const { medium } = hall;
  if (medium === undefined) return;
  const office = hall.office();
  if (office.secondMedium().state === 'none') hall.heard('second medium', await office.setSecondMedium(medium));
  const copied = await office.copyNow();
  if (!copied.ok) hall.tell({ is: 'fault', text: `no full copy: ${lineOf(copied.refusal)}` });
  hall.acknowledge();
}

/** The exporter is loaded when it is first wanted: it brings the papers and their fonts along. */
export async function exportBundle(hall: Hall): Promise<void> {
  const { exportToFolder } = await import('../../../main/export/folder.ts');
  const came = await hall.become('ro');
  if (!came.ok) return;
  const office = hall.office();
  const source = { centre: office.centre(), store: office.store, scans: office.scans, device: office.device };
  const [contest, edition] = [hall.random.pick(office.centre().contests), hall.random.pick(['official', 'public'] as const)];
  const exported = await exportToFolder(source, { contest, edition }, hall.stick, () => undefined);
  if (!exported.ok) return;
  const { value } = exported;
  if (value.is === 'failed') {
    hall.tell({ is: 'refused', deed: 'export', code: value.trouble });
    return;
  }
  const file = path.join(hall.stick, value.name);
  if (digest(readFileSync(file)) !== value.digest) hall.tell({ is: 'fault', text: `${value.name} is not what was said to be written` });
  hall.tell({ is: 'file', file, digest: value.digest });
  const status = value.isProvisional ? ('provisional' as const) : ('declared' as const);
  const named = value.version === 0 ? {} : { version: value.version };
  await hall.as('ro', { kind: 'bundle-exported', body: { contest, edition, status, ...named, digest: value.digest } });
}
