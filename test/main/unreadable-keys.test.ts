/**
 * A key file that the system cannot read: something else took its name, or the disk fails there. It stops nothing but what needs that
 * key, and whoever needs it hears which file it is; nothing is repaired, replaced or removed.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { must, present } from '../../core/result.ts';
import { DEVICE_KEY_FILE } from '../../db/device-key.ts';
import { openKeystore } from '../../db/keystore.ts';
import { createDoorway, type Handlers, ORIGIN } from '../../main/app/doorway.ts';
import { createOffice, openOffice } from '../../main/office/office.ts';
import { SOFTWARE } from '../../main/software.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { copyOf, exported } from '../db/tampering.ts';
import { note, openCopy } from './opened-office.ts';
import { demoElection, playDay } from './played-day.ts';

const folder = sharedFolder();
const election = await demoElection(path.join(folder, 'rehearsal'));
const day = await playDay(election, path.join(folder, 'day'));

const TROUBLES: readonly (readonly [string, (file: string) => void, string])[] = [
  ['a folder has its name', (file) => mkdirSync(file), 'ENOTFILE'],
  ['a pipe has its name', (file) => void execFileSync('mkfifo', [file]), 'ENOTFILE'],
  // The memory of a process is a file whose beginning nobody can read: it answers as a failing disk does.
  ...(process.platform === 'linux'
    ? [['the disk fails there', (file: string) => symlinkSync('/proc/self/mem', file), 'EIO'] as const]
    : []),
];

function spoil(file: string, how: (file: string) => void): void {
  rmSync(file);
  how(file);
}

describe.each(TROUBLES)('where %s', (_what, how, code) => {
  async function withoutKeyOf(person: string) {
    const opened = await openCopy(day);
    const key = present(opened.office.centre().people.get(person), person).key;
    spoil(path.join(opened.folder, 'keys', `${key}.json`), how);
    const refused = { refusal: { code: 'R-KEY-UNREADABLE', detail: `${key}.json cannot be read (${code})` } };
    return { ...opened, key, refused };
  }

  test('its owner is told when unlocking, it counts as no wrong passphrase, and everybody else works on', async () => {
    const { office, unlock, refused } = await withoutKeyOf('C1');
    expect(await unlock('C1')).toMatchObject(refused);
    expect(office.centre().lockouts.get('C1')).toBeUndefined();
    expect(await unlock('RO1')).toMatchObject({ ok: true });
    expect(office.perform([note('The key file of C1 cannot be read.')])).toMatchObject({ ok: true });
  });

  test('it is not handed out, and not overwritten by the same key from a memory stick', async () => {
    const { office, key, folder: data, refused, passphraseOf } = await withoutKeyOf('C1');
    expect([office.hasKeyFile(key), office.keyFile(key)]).toMatchObject([true, refused]);
    const stick = present(must(openKeystore(day.folder).find(key)), 'key file');
    expect(await office.importKey(stick, passphraseOf('C1'))).toMatchObject(refused);
    expect(openKeystore(data).damaged()).toEqual([key]);
    expect(openKeystore(data).forPerson('C1')).toEqual([]);
  });

  test('as device key, the centre opens for reading only and says which file', async () => {
    const database = copyOf(day);
    spoil(path.join(path.dirname(database), DEVICE_KEY_FILE), how);
    const office = must(await openOffice(path.dirname(database), { software: SOFTWARE }));
    const whyReadOnly = `the device key ${DEVICE_KEY_FILE} cannot be read (${code})`;
    expect(office).toMatchObject({ isReadOnly: true, whyReadOnly, device: { fault: whyReadOnly } });
    expect(office.centre().phase).toBe('open');
    office.close();
    const { code: exit, err } = await exported(database);
    expect([exit, err]).toEqual([1, expect.stringContaining(`R-KEY-UNREADABLE  ${whyReadOnly}`)]);
  });

  test('no centre is founded with it', () => {
    const data = temporaryFolder();
    how(path.join(data, DEVICE_KEY_FILE));
    const { definition, envelope } = election;
    expect(createOffice(data, definition, envelope, { software: SOFTWARE })).toMatchObject({ refusal: { code: 'R-KEY-UNREADABLE' } });
  });
});

test('a damaged device key founds no centre, and the window that asked is told', async () => {
  const data = temporaryFolder();
  writeFileSync(path.join(data, DEVICE_KEY_FILE), 'no key');
  const founding = () => createOffice(data, election.definition, election.envelope, { software: SOFTWARE });
  const doorway = createDoorway({ frame: founding } as unknown as Handlers, () => undefined);
  expect(await doorway({ origin: ORIGIN, isTopFrame: true, window: 'rooms' }, ['frame', {}])).toMatchObject({
    refusal: { code: 'R-KEY-UNREADABLE', detail: 'the device key device.pem is damaged' },
  });
});
