/** Of two centres of one election on a machine, the list says which was restored, and how far that was signed for. */
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { must, present } from '../../core/result.ts';
import { openCentres } from '../../main/centres.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { withoutGuards } from '../db/tampering.ts';
import { openRestored, restored, stickOf } from './medium-kit.ts';
import { MORNING, note } from './opened-office.ts';
import { demoElection, playDay } from './played-day.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const stick = await stickOf(day.folder, folder);

function passphraseOf(person: string): string {
  return present(day.passphrases.get(person), person);
}

/** A machine with the centre as it was founded, and beside it the same one restored from the stick. */
async function machine() {
  const root = temporaryFolder();
  const centres = openCentres(root);
  const first = centres.folderFor(day.definition.digest);
  cpSync(day.folder, first, { recursive: true });
  const second = `${first}-2`;
  // A restored centre goes on writing on its stick.
  const own = path.join(temporaryFolder(), 'stick');
  cpSync(stick, own, { recursive: true });
  await restored(own, second);
  const listed = () =>
    [first, second].map((at) =>
      present(
        centres.list().find((centre) => centre.folder === at),
        at,
      ),
    );
  const told = () => listed().map((centre) => (centre.kind === 'damaged' ? centre.reason : centre.restored));
  return { second, listed, told };
}

test('it is told from the first moment to the last signature, and for ever after', async () => {
  const { second, told } = await machine();
  expect(told()).toEqual([undefined, { stage: 'unsigned', epoch: 2 }]);
  const restoredOffice = await openRestored(second);
  onTestFinished(() => restoredOffice.close());
  expect(told()).toEqual([undefined, { stage: 'unsigned', epoch: 2 }]);
  const proposed = must(await restoredOffice.proposeRestore('RO1', passphraseOf('RO1'), 'The laptop was stolen.'));
  const at = expect.stringMatching(new RegExp(`^${MORNING.slice(0, 10)}T`));
  expect(told()).toEqual([undefined, { stage: 'unconfirmed', epoch: 2, at }]);
  must(await restoredOffice.unlock('DRO1', passphraseOf('DRO1')));
  must(restoredOffice.perform([{ kind: 'act-confirmed', body: { act: present(proposed.acts[0], 'a proposal').digest } }]));
  expect(told()).toEqual([undefined, { stage: 'settled', epoch: 2, at }]);
  must(restoredOffice.perform([note('The work goes on.')]));
  expect(told()).toEqual([undefined, { stage: 'settled', epoch: 2, at }]);
});

test('a signature that was withdrawn settles nothing', async () => {
  const { second, told } = await machine();
  const restoredOffice = await openRestored(second);
  onTestFinished(() => restoredOffice.close());
  const proposed = must(await restoredOffice.proposeRestore('RO1', passphraseOf('RO1'), 'The wrong stick.'));
  must(await restoredOffice.unlock('DRO1', passphraseOf('DRO1')));
  must(restoredOffice.perform([{ kind: 'proposal-withdrawn', body: { act: present(proposed.acts[0], 'a proposal').digest } }]));
  expect(told()[1]).toEqual({ stage: 'unsigned', epoch: 2 });
});

test('a table that somebody removed, or a note that cannot be read, hides no centre from the list', async () => {
  const { second, listed } = await machine();
  withoutGuards(path.join(second, DATABASE_FILE), (handle) => handle.exec('DROP TABLE centre'));
  expect(listed()[1]).toMatchObject({ kind: 'rehearsal', digest: day.definition.digest });
  writeFileSync(path.join(second, 'restored.json'), 'nothing');
  expect(listed()[1]).toMatchObject({ kind: 'rehearsal', digest: day.definition.digest });
});
