/**
 * The official papers from the keyboard: the form and the error report of a declared contest, the certificate of the opening, saved and
 * printed; and the national centre's receipt, recorded beside the version it is for. What was saved is read by somebody else's program.
 */
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect as seen } from 'playwright/test';
import { describe, expect, test } from 'vitest';
import { present } from '../../core/result.ts';
import { privateKeyFromSeed } from '../../db/signing.ts';
import { signAcknowledgement } from '../../main/sign-acknowledgement.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { wordsOf } from '../papers/read-back.ts';
import { ask, enterAs, eventually, openOnce, testLooks } from './one-app.ts';
import { chooseNext } from './people-hands.ts';
import { preferring } from './places.ts';
import { declareAll, prepareEvening } from './prepared-evening.ts';

const folder = sharedFolder();
const prepared = await prepareEvening(folder, declareAll);
const { app, hands } = await openOnce(folder);
const declared = present(
  prepared.said().find((act) => act.kind === 'summary-declared'),
  'a declaration',
);

const declare = (person: string) => enterAs(hands, person, 'Alt+7', 'Declare');
const dialog = (name: string | RegExp) => seen(hands.page.getByRole('dialog', { name })).toBeVisible();
const noDialog = () => seen(hands.page.getByRole('dialog')).toHaveCount(0);

/** Saves what the dialog offers, and reads it. */
async function saved(name = 'paper.pdf'): Promise<string> {
  const file = path.join(temporaryFolder(), name);
  await chooseNext(app, file);
  await hands.press('Control+Enter');
  await hands.see('Saved');
  await hands.see(name);
  return wordsOf(readFileSync(file));
}

async function leave(): Promise<void> {
  await hands.press('Escape');
  await noDialog();
}

describe('of a declared contest', () => {
  test('the form is saved, and is what was declared', async () => {
    await declare('RO1');
    await hands.press('p');
    await dialog('Papers of Form 34B');
    await hands.see('Version 1, declared');
    await hands.miss('every page is stamped PROVISIONAL');
    const words = await saved('form.pdf');
    for (const group of ('digest' in declared.body ? declared.body.digest : '').match(/.{4}/g) ?? []) expect(words).toContain(group);
    expect(words).toContain('Declaration by the returning officer');
    expect(words).not.toContain('PROVISIONAL');
  });

  test('its words are in the language that is chosen for the paper, whatever the screen’s', async () => {
    await hands.press('Tab', 'Tab', 'ArrowRight');
    await seen(hands.page.getByRole('radio', { name: 'Kiswahili' })).toBeChecked();
    expect(await saved()).toMatch(/^Fomu 34B/);
    await leave();
  });

  test('the error report is chosen where the whole report is on the screen; a part of it is printed as it stands', async () => {
    await hands.press('e');
    await hands.see('Error report to Form 34B');
    await hands.press('p');
    await dialog('Papers of Form 34B');
    expect(await saved()).toContain('error report that travels with Form 34B');
    await leave();
    await hands.press('o');
    await hands.see('Print this part');
    await hands.press('p');
    await noDialog();
    await hands.press('Escape');
    await hands.see('Dispositions');
  });

  test('printing hands a file that only this account can read to the desktop; without a program for it that is said', async () => {
    await app.evaluate(({ shell }) => {
      shell.openPath = async (file) => {
        (globalThis as { shown?: string }).shown = file;
        return '';
      };
    });
    await hands.press('p');
    await dialog('Papers of Form 34B');
    await hands.press('p');
    await hands.see('Handed to the program that shows PDF files');
    const file = present(await app.evaluate(() => (globalThis as { shown?: string }).shown), 'a file');
    expect(path.basename(file)).toMatch(/^34B-[0-9]+-president-v1\.pdf$|^34B-[0-9]+-.*-v1\.pdf$/);
    expect(wordsOf(readFileSync(file))).toContain('Declaration by the returning officer');
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
    await app.evaluate(({ shell }) => {
      shell.openPath = async () => 'Failed to open path';
    });
    await hands.press('p');
    await hands.see('No program of this machine shows PDF files');
    await leave();
  });

  test('no place chosen, or a folder that is gone: both are said in words', async () => {
    await hands.press('p');
    await app.evaluate(({ dialog: dialogs }) => {
      dialogs.showSaveDialog = async () => ({ canceled: true, filePath: '' });
    });
    await hands.press('Control+Enter');
    await hands.see('No place was chosen; nothing was made.');
    await chooseNext(app, path.join(temporaryFolder(), 'pulled-out', 'form.pdf'));
    await hands.press('Control+Enter');
    await hands.see('The folder or memory stick is not there');
    await leave();
  });

  test('while one is made the window is answered', async () => {
    await chooseNext(app, path.join(temporaryFolder(), 'form.pdf'));
    const contest = 'contest' in declared.body ? declared.body.contest : '';
    const first = await hands.page.evaluate(
      async (wanted) => {
        const asking = (name: string, fields: object) => window.countersign.ask(name, fields).then(() => name);
        const paper = asking('contestPaper', wanted);
        const earlier = await Promise.race([paper, asking('frame', {})]);
        await paper;
        return earlier;
      },
      { paper: 'form', contest, version: 1, language: 'en', way: 'save' } as const,
    );
    expect(first).toBe('frame');
  });

  test('a mark that was drawn stands in its box', async () => {
    const contest = 'contest' in declared.body ? declared.body.contest : '';
    const bytes = await hands.page.evaluate(async () => {
      const canvas = document.createElement('canvas');
      canvas.width = 64;
      canvas.height = 20;
      const brush = canvas.getContext('2d');
      brush?.moveTo(2, 2);
      brush?.lineTo(60, 18);
      brush?.stroke();
      const picture = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
      return [...new Uint8Array((await picture?.arrayBuffer()) ?? new ArrayBuffer(0))];
    });
    const kept = await hands.page.evaluate(
      ([id, drawn]) => window.countersign.ask('keepMark', { contest: id, version: 1, bytes: Uint8Array.from(drawn) }),
      [contest, bytes] as const,
    );
    expect(kept).toMatchObject({ ok: true });
    await hands.press('p');
    await dialog('Papers of Form 34B');
    const file = path.join(temporaryFolder(), 'form.pdf');
    await chooseNext(app, file);
    await hands.press('Control+Enter');
    await hands.see('Saved');
    expect(readFileSync(file).includes('/Alt (Mark drawn by ')).toBe(true);
    await leave();
  });

  test('a clerk is offered none', async () => {
    await declare('C1');
    await seen(hands.page.getByRole('button', { name: 'Papers' })).toHaveCount(0);
    await hands.press('p');
    await noDialog();
  });
});

describe('of the centre', () => {
  test('the certificate of its opening is in the room of the people, for officials', async () => {
    await enterAs(hands, 'C1', 'Alt+8', 'People');
    await hands.miss('Opening certificate');
    await enterAs(hands, 'RO1', 'Alt+8', 'People');
    await hands.press('t');
    await dialog('Opening certificate');
    expect(await saved()).toContain('its journal held only the acts of its own setting up');
    await leave();
  });

  test('and at the end of setting up', async () => {
    await hands.page.evaluate(() => {
      location.hash = '#/setup';
    });
    await hands.see('Go to the board');
    await hands.press('t');
    await dialog('Opening certificate');
    await leave();
  });
});

describe('the national centre’s receipt', () => {
  const said = 'digest' in declared.body && 'contest' in declared.body ? declared.body : { digest: '', contest: '' };
  const content = {
    election: declared.election,
    journal: declared.journal,
    contest: said.contest,
    version: 1,
    summary: said.digest,
    at: '2027-08-12T09:30:00.000Z',
    by: 'National tallying centre, hall 2',
  };

  async function chooseReceipt(changes: Partial<typeof content>, seed = prepared.commissionSeed): Promise<void> {
    const file = path.join(temporaryFolder(), 'receipt.json');
    writeFileSync(file, `${signAcknowledgement({ ...content, ...changes }, privateKeyFromSeed(seed))}\n`);
    await chooseNext(app, file);
    await hands.press('o');
  }
  const isBarred = () => seen(hands.page.getByRole('button', { name: /Sign: recorded/ })).toHaveAttribute('aria-disabled', 'true');

  test('is asked for beside the versions, by officials', async () => {
    await declare('C1');
    await hands.press('h');
    await hands.see('Version 1');
    await hands.miss('Record a receipt');
    await declare('RO1');
    await hands.press('h', 'a');
    await dialog('The national centre’s receipt');
    await isBarred();
  });

  test('of another summary, or by a stranger, is shown with what is wrong and cannot be recorded', async () => {
    await chooseReceipt({ summary: 'a'.repeat(64) });
    await hands.see('Another summary arrived there than the one declared here');
    await hands.see('aaaa aaaa');
    await isBarred();
    await chooseReceipt({}, Uint8Array.of(...prepared.commissionSeed).fill(7));
    await hands.see('The commission does not stand behind the key that signed it');
    await isBarred();
    await hands.press('Control+Enter');
    await dialog('The national centre’s receipt');
    expect(prepared.acts()).not.toContain('RO1 acknowledgement-recorded');
  });

  test('that is sound says who, when and which digest, and stands beside the version once it is recorded', async () => {
    await chooseReceipt({});
    await hands.see('Verified: this is the summary that was declared here');
    await hands.see('National tallying centre, hall 2');
    await hands.see(/12 August 2027, 12:30:00 EAT/);
    await hands.press('Control+Enter');
    await noDialog();
    await hands.see('Arrived and acknowledged by National tallying centre, hall 2');
    expect(prepared.acts().at(-1)).toBe('RO1 acknowledgement-recorded');
    await hands.press('a');
    await chooseReceipt({});
    await hands.see('it is recorded already');
    await leave();
  });
});

describe('the papers’ dialog', () => {
  testLooks(hands, async () => {
    await preferring(hands.page, { theme: 'light', language: 'en' });
    await declare('RO1');
    await hands.press('p');
    await hands.page.getByRole('dialog').waitFor();
  });
});

describe('the receipt’s dialog', () => {
  testLooks(hands, async () => {
    await preferring(hands.page, { theme: 'light', language: 'en' });
    await declare('RO1');
    await hands.press('h');
    await hands.see('Version 1');
    await hands.press('a');
    await hands.page.getByRole('dialog').waitFor();
  });
});

test('nothing was changed by all this but the one act that was recorded', async () => {
  await ask(hands, 'lock', {});
  await eventually(() =>
    prepared
      .acts()
      .filter((act) => /^(?:RO|DRO|C|A)[0-9]/.test(act))
      .slice(-1),
  ).toEqual(['RO1 acknowledgement-recorded']);
});
