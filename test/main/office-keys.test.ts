/** Keys that come on a memory stick, and what a live election asks of them. */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { must, present } from '../../core/result.ts';
import { FULL_COST, sealKeyFile } from '../../db/key-file.ts';
import { systemRandom } from '../../db/random.ts';
import { createOffice } from '../../main/office/office.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { openCopy } from './opened-office.ts';
import { demoElection, playDay, QUICK_COST } from './played-day.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(path.join(folder, 'rehearsal')), path.join(folder, 'day'));
const live = await demoElection(path.join(folder, 'live'), (dir) => {
  const file = path.join(dir, 'election.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"rehearsal"', '"live"'));
});

const PASSPHRASE = 'abandon ability able about above';
const NEWCOMER = { person: 'C9', role: 'clerk', name: 'C9' } as const;

function keyFile(cost = QUICK_COST): Promise<Uint8Array> {
  return sealKeyFile({ ...NEWCOMER, seed: systemRandom(32), passphrase: PASSPHRASE, cost, random: systemRandom });
}

function liveOffice() {
  return must(createOffice(temporaryFolder(), live.definition, live.envelope, { software: SOFTWARE }));
}

describe('a key file on a memory stick', () => {
  test('is kept, enrols its owner, and unlocks once two officials have admitted that person', async () => {
    const { office, unlock } = await openCopy(day);
    const key = must(await office.importKey(await keyFile(), PASSPHRASE));
    const enrolled = must(await office.enrol(NEWCOMER, key, PASSPHRASE));
    const enrolment = present(enrolled.acts[0], 'act').digest;
    await unlock('RO1');
    const proposed = must(office.perform([{ kind: 'person-admitted', body: { enrolment, basis: 'letter', letter: 'Letter 12' } }]));
    expect(await office.unlock('C9', PASSPHRASE)).toMatchObject({ refusal: { code: 'R-ROLE' } });
    await unlock('DRO1');
    must(office.perform([{ kind: 'act-confirmed', body: { act: present(proposed.acts[0], 'act').digest } }]));
    expect(await office.unlock('C9', PASSPHRASE)).toMatchObject({ ok: true });
  });

  test('brought twice is the same key', async () => {
    const { office } = await openCopy(day);
    const file = await keyFile();
    expect(must(await office.importKey(file, PASSPHRASE))).toBe(must(await office.importKey(file, PASSPHRASE)));
  });

  test('that does not open, or is damaged, is not kept', async () => {
    const { office, folder } = await openCopy(day);
    const before = readdirSync(path.join(folder, 'keys'));
    const file = await keyFile();
    expect(await office.importKey(file, `${PASSPHRASE}s`)).toMatchObject({ refusal: { code: 'R-PASSPHRASE-WRONG' } });
    expect(await office.importKey(file.subarray(1), PASSPHRASE)).toMatchObject({ refusal: { code: 'E-CONTENT' } });
    const renamed = Buffer.from(Buffer.from(file).toString('utf8').replaceAll('"C9"', '"RO1"'));
    expect(await office.importKey(renamed, PASSPHRASE)).toMatchObject({ refusal: { code: 'R-PASSPHRASE-WRONG' } });
    expect(readdirSync(path.join(folder, 'keys'))).toEqual(before);
  });

  test('of somebody else enrols nobody under another name', async () => {
    const { office } = await openCopy(day);
    const key = must(await office.importKey(await keyFile(), PASSPHRASE));
    const impostor = { person: 'RO1', role: 'ro', name: 'Bundi Mzambarau' } as const;
    const enrolled = await office.enrol(impostor, key, PASSPHRASE);
    const before = present(office.centre().people.get('RO1'), 'RO1').key;
    if (enrolled.ok) expect(present(office.centre().people.get('RO1'), 'RO1').key).toBe(before);
    expect(await office.unlock('RO1', PASSPHRASE)).toMatchObject({ ok: false });
  });
});

describe('in a live election', () => {
  test('a cheap key is neither made nor kept', async () => {
    const office = liveOffice();
    for (const cost of [QUICK_COST, FULL_COST / 2]) {
      expect(await office.makeKey(NEWCOMER, PASSPHRASE, cost)).toMatchObject({ refusal: { code: 'R-LIVE-ELECTION' } });
    }
    expect(await office.importKey(await keyFile(), PASSPHRASE)).toMatchObject({ refusal: { code: 'R-LIVE-ELECTION' } });
    expect(readdirSync(path.join(office.folder, 'keys'))).toEqual([]);
    office.close();
  });

  test('a key at full cost is', async () => {
    const office = liveOffice();
    expect(await office.importKey(await keyFile(FULL_COST), PASSPHRASE)).toMatchObject({ ok: true });
    expect(await office.makeKey(NEWCOMER, PASSPHRASE)).toMatchObject({ ok: true });
    office.close();
  });

  test('while a rehearsal takes a cheap one', async () => {
    const { office } = await openCopy(day);
    expect(await office.makeKey(NEWCOMER, PASSPHRASE, QUICK_COST)).toMatchObject({ ok: true });
  });
});

describe('a centre is created', () => {
  test.each([
    ['two groups that are not the digest’s', ['01:0000', '02:0000']],
    ['the same group twice', 'twice'],
  ])('not by %s', async (_what, typed) => {
    const office = must(createOffice(temporaryFolder(), day.definition, day.envelope, { software: SOFTWARE }));
    must(await office.makeKey({ person: 'RO1', role: 'ro', name: 'Bundi Mzambarau' }, PASSPHRASE, QUICK_COST));
    const group = `01:${day.definition.digest.slice(0, 4)}`;
    const typedGroups = typed === 'twice' ? [group, group] : [...typed];
    expect(await office.found('RO1', PASSPHRASE, { typedGroups, contests: ['president'] })).toMatchObject({
      refusal: { code: 'R-CONTENT-WRONG' },
    });
    expect(office.head().size).toBe(0);
    const right = [group, `16:${day.definition.digest.slice(-4)}`];
    expect(await office.found('RO1', PASSPHRASE, { typedGroups: right, contests: ['president'] })).toMatchObject({ ok: true });
    office.close();
  });
});
