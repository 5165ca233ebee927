/** The court pack as the journal's room asks for it: by officials only, in a thread of its own, into a new folder each time. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { CourtPack } from '../../core/contract/journal.ts';
import { must } from '../../core/result.ts';
import { journalHandlers } from '../../main/app/answers/journal.ts';
import { createHost } from '../../main/app/host.ts';
import { audit } from '../../main/commands/audit.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { filesIn } from '../db/tampering.ts';
import { recorded } from './recorded.ts';

const CALLER = { origin: 'app://countersign', isTopFrame: true, window: 'rooms' } as const;
const chosen: { folder: string | undefined } = { folder: undefined };
const none = () => Promise.resolve(undefined);
const surroundings = {
  chooseFile: none,
  chooseFiles: () => Promise.resolve([]),
  chooseFolder: () => Promise.resolve(chosen.folder),
  chooseNewFile: none,
  openWindow: () => undefined,
  closeWindow: () => undefined,
  print: () => Promise.resolve(false),
  tellChanged: () => undefined,
};
const host = createHost({ folder: sharedFolder(), surroundings, office: { software: SOFTWARE } });
host.take(must(await createPractice(host.centres.newPracticeFolder(), { software: SOFTWARE })).office);
afterAll(() => host.close());
const handlers = journalHandlers(host);
const office = must(host.office());

const start = (language: 'en' | 'sw' = 'en') => handlers.startCourtPack({ language }, CALLER);
async function settled(): Promise<CourtPack> {
  for (let tries = 0; tries < 1200; tries += 1) {
    const pack = must(await handlers.courtPack({}, CALLER));
    if (pack.is !== 'running') return pack;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the pack was never finished');
}

test.each(['C1', 'A1'])('%s cannot ask for it, and nothing is written', async (person) => {
  must(await office.unlock(person, PRACTICE_PASSPHRASE));
  chosen.folder = temporaryFolder();
  expect(await start()).toMatchObject({ ok: false, refusal: { code: 'R-ROLE' } });
  expect(readdirSync(chosen.folder)).toEqual([]);
});

test('an official gets what the command line writes of the same journal, and a second one beside it', async () => {
  must(await office.unlock('RO1', PRACTICE_PASSPHRASE));
  chosen.folder = temporaryFolder();
  expect(must(await start('sw'))).toBe(true);
  const entries = office.store.size();
  const pack = await settled();
  expect(pack).toMatchObject({ is: 'written', entries, sound: true });
  const names = readdirSync(chosen.folder);
  expect(names).toEqual([`court-pack-${office.centre().definition.content.constituency.code}-${entries}`]);
  const dir = path.join(temporaryFolder(), 'pack');
  await recorded(audit, path.join(office.folder, 'centre.sqlite'), '--pack', dir, '--language', 'sw');
  expect(filesIn(path.join(chosen.folder, names[0] ?? ''))).toEqual(filesIn(dir));
  expect(must(await start('sw'))).toBe(true);
  await settled();
  expect(readdirSync(chosen.folder)).toHaveLength(2);
});

test('acts appended while it is written are neither in it nor make it unsound', async () => {
  chosen.folder = temporaryFolder();
  must(await start());
  for (let note = 0; note < 40; note += 1) must(office.perform([{ kind: 'incident-noted', body: { text: `note ${note}` } }]));
  const pack = await settled();
  expect(pack).toMatchObject({ is: 'written', sound: true });
  const [name = ''] = readdirSync(chosen.folder);
  const acts =
    readFileSync(path.join(chosen.folder, name, 'incidents.csv'), 'utf8')
      .trim()
      .split('\r\n').length - 1;
  const numbers = pack.is === 'written' ? pack.entries : 0;
  const before = office.store.size() - 40;
  expect(numbers).toBeGreaterThanOrEqual(before);
  expect(acts).toBe(numbers - before);
});

test('nobody chose a folder: nothing begins, and what was found before stays', async () => {
  const before = must(await handlers.courtPack({}, CALLER));
  chosen.folder = undefined;
  expect(must(await start())).toBe(false);
  expect(must(await handlers.courtPack({}, CALLER))).toEqual(before);
});

test('a folder that cannot be written is refused in words, without telling where it lies', async () => {
  const file = path.join(temporaryFolder(), 'a file');
  writeFileSync(file, 'x');
  chosen.folder = file;
  must(await start());
  const pack = await settled();
  expect(pack).toMatchObject({ is: 'refused', refusal: { code: 'E-FILE' } });
  expect(JSON.stringify(pack)).not.toContain(path.dirname(file));
});
