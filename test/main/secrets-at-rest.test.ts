/**
 * After an evening, no secret is found in anything that was written: not a passphrase, right or wrong, not a session PIN, not the
 * secret half of a key, in no database, journal, key file, draft, preference, bundle, paper, court pack or receipt.
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { must, present } from '../../core/result.ts';
import { openKeyFile } from '../../db/key-file.ts';
import { openKeystore } from '../../db/keystore.ts';
import { openPreferences } from '../../main/app/preferences.ts';
import { audit } from '../../main/commands/audit.ts';
import { exportCommand } from '../../main/commands/export.ts';
import { paper } from '../../main/commands/paper.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { openCopy } from './opened-office.ts';
import { demoElection, playDay, repeatableRandom } from './played-day.ts';
import { recorded } from './recorded.ts';
import { filesBelow, passphraseSecret, type Secret, searchFor, seedSecret, tracesIn } from './traces.ts';

const shared = sharedFolder();
/** The same words every time: two words of a passphrase must not happen to stand side by side in some sentence, once in a while. */
const day = await playDay(await demoElection(shared), path.join(shared, 'day'), { random: repeatableRandom(11) });
const WRONG = 'zebra yellow wreck vivid umbrella';
const PIN = '839206';

/** The passphrases that were issued, the one that was guessed, and every secret key. */
async function secretsOfTheDay(): Promise<readonly Secret[]> {
  const keystore = openKeystore(day.folder);
  const secrets = [passphraseSecret('a wrong guess', WRONG)];
  for (const [person, passphrase] of day.passphrases) {
    secrets.push(passphraseSecret(`passphrase of ${person}`, passphrase));
    for (const { publicKey } of keystore.forPerson(person)) {
      const { seed } = must(await openKeyFile(present(must(keystore.find(publicKey.id)), 'key file'), passphrase));
      secrets.push(seedSecret(`key of ${person}`, seed));
    }
  }
  return secrets;
}

/** The morning after, with everything that leaves a file behind. */
async function morning() {
  const out = temporaryFolder();
  const { office, unlock, folder } = await openCopy(day);
  const database = path.join(folder, DATABASE_FILE);
  for (const guess of [WRONG, WRONG.toUpperCase(), `${WRONG} `]) await office.unlock('C1', guess);
  must(await unlock('A1'));
  must(office.perform([{ kind: 'agent-signed-in', body: {} }]));
  must(office.setPin(PIN));
  must(await office.unlockWithPin('A1', PIN));
  must(office.drafts.write('A1', 'a form', { text: 'half a sentence' }));
  openPreferences(folder).setLanguage('sw', { centre: day.definition.digest, person: 'A1' });
  writeFileSync(path.join(out, 'receipt.json'), must(office.issueReceipt('A1')));
  writeFileSync(path.join(out, 'checkpoint'), office.checkpoint());
  const taken = present(office.centre().people.get('A1'), 'A1').key;
  writeFileSync(path.join(out, 'A1.key'), present(must(office.keyFile(taken)), 'key file'));
  office.close();
  const printed = [
    await recorded(audit, database, '--json'),
    await recorded(audit, database, '--pack', path.join(out, 'pack')),
    await recorded(exportCommand, database, '--contest', 'president', '--out', path.join(out, 'president.zip')),
    ...(await Promise.all(
      ['form', 'errors'].map((name) =>
        recorded(paper, database, '--paper', name, '--contest', 'president', '--out', path.join(out, `${name}.pdf`)),
      ),
    )),
  ];
  writeFileSync(path.join(out, 'printed'), JSON.stringify(printed));
  return { folder, out, printed };
}

describe('after an evening', () => {
  test('no passphrase and no secret key is found in any file, in any spelling', async () => {
    const secrets = await secretsOfTheDay();
    const { folder, out, printed } = await morning();
    expect(printed.map(({ code }) => code)).toEqual([0, 0, 0, 0, 0]);
    const files = filesBelow(day.folder, folder, out);
    const kinds = new Set(files.map((file) => path.extname(file)));
    for (const kind of ['.sqlite', '.json', '.zip', '.pdf', '.csv', '.html', '.pem', '.key']) expect(kinds).toContain(kind);
    expect(secrets.length).toBeGreaterThan(20);
    expect(tracesIn(files, secrets)).toEqual([]);
  });

  test('no session PIN is, standing by itself', async () => {
    const { folder, out } = await morning();
    const found = filesBelow(folder, out).filter((file) =>
      new RegExp(`(?<![0-9a-zA-Z+/])${PIN}(?![0-9a-zA-Z+/])`).test(readFileSync(file, 'latin1')),
    );
    expect(found).toEqual([]);
  });
});

describe('the search itself', () => {
  const secret = passphraseSecret('planted', WRONG);
  const seed = Uint8Array.from({ length: 32 }, (_, at) => (at * 37 + 11) % 256);
  const plants: readonly (readonly [string, Buffer, Secret])[] = [
    ['plain', Buffer.from(`x${WRONG}y`), secret],
    ['two words of it', Buffer.from('… yellow wreck …'), secret],
    ['four letters of each', Buffer.from('zebr yell wrec vivi umbr'), secret],
    ['as JSON', Buffer.from(JSON.stringify(WRONG.split(' '))), secret],
    ['in UTF-16', Buffer.from(WRONG, 'utf16le'), secret],
    ['in hexadecimal', Buffer.from(Buffer.from(WRONG).toString('hex')), secret],
    ...['', 'x', 'xy'].map(
      (before) => [`in base64 after “${before}”`, Buffer.from(Buffer.from(`${before}${WRONG}`).toString('base64')), secret] as const,
    ),
    ['a key as it is', Buffer.from(seed), seedSecret('planted', seed)],
    ['a key in a PEM file', Buffer.from(Buffer.concat([Buffer.alloc(16), seed]).toString('base64')), seedSecret('planted', seed)],
  ];
  test.each(plants)('finds what was planted: %s', (_how, bytes, planted) => {
    const folder = path.join(temporaryFolder(), 'deep', 'down');
    mkdirSync(folder, { recursive: true });
    writeFileSync(path.join(folder, 'file'), Buffer.concat([Buffer.from('before '), bytes, Buffer.from(' after')]));
    expect(tracesIn(filesBelow(path.dirname(folder)), [planted])).toHaveLength(1);
  });

  test('finds nothing where nothing is', () => expect(searchFor([secret])(Buffer.from('yellow and wreck'))).toEqual([]));
});
