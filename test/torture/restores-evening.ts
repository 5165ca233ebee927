/**
 * One evening at a centre with a stick, played by a process that is going to be killed: notes, scans, receipts and full copies in an order
 * that chance gives. It says on standard output what its status promised: how many acts the stick had whenever it was called current.
 */
import { writeSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { must, present } from '../../core/result.ts';
import { provideNative } from '../../db/native.ts';
import { openOffice } from '../../main/office/office.ts';
import { seeded } from '../../main/seeded.ts';
import { SOFTWARE } from '../../main/software.ts';

provideNative();
const [folder = '', stick = '', seed = '', passphrase = ''] = process.argv.slice(2);
const STDOUT = 1;
const random = seeded(Number(seed));

function say(...words: readonly (string | number)[]): void {
  writeSync(STDOUT, `${words.join(' ')}\n`);
}

const office = must(
  await openOffice(folder, {
    software: SOFTWARE,
    mediumPace: { look: 50, copy: 24 * 3600_000 },
    onMedium: () => {
      const { state, size } = office.secondMedium();
      if (state === 'current') say('current', size);
    },
  }),
);
must(await office.setSecondMedium(stick));
must(await office.unlock('RO1', passphrase));
const form = present([...office.centre().forms.keys()][0], 'a form');
say('begun', office.head().size);

function picture(): Uint8Array {
  const start = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  return Uint8Array.from([...start, ...Array.from({ length: 200 + random.below(50_000) }, () => random.below(256))]);
}

const DEEDS: readonly (() => void)[] = [
  () => void must(office.perform([{ kind: 'incident-noted', body: { text: `Noted ${random.below(1_000_000)}.` } }])),
  () => void must(office.perform(['One', 'Two'].map((text) => ({ kind: 'incident-noted' as const, body: { text } })))),
  () => void must(office.attachScan(form, picture(), 'scanner')),
  () => say('receipt', Buffer.from(must(office.issueReceipt('A1'))).toString('base64')),
];

for (;;) {
  random.pick(DEEDS)();
  if (random.chance(0.04)) void office.copyNow().then((made) => made.ok && say('copied', made.value.size));
  await setTimeout(random.below(12));
}
