/**
 * A ward's contest from its outstanding stations to a declared, exported and corrected result, through the real windows and by
 * keyboard alone. Each step looks for what would be wrong: a button that acts too early, a word that an agent must not see yet, a
 * file that is not what the screen says.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect as seen } from 'playwright/test';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { createNearlyDone, type NearlyDone } from './declare-centre.ts';
import { type Hands, handsOn } from './hands.ts';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn, wordlessOn } from './looks.ts';
import { standAt } from './places.ts';

let root: string;
let launched: Launched;
let centre: NearlyDone;
let hands: Hands;

beforeAll(async () => {
  root = mkdtempSync(path.join(tmpdir(), 'declare-'));
  centre = await createNearlyDone(root);
  launched = await launchApp({ dataFolder: root, viewport: { width: 1366, height: 768 } });
  hands = handsOn(launched.page);
});
afterAll(async () => {
  await launched.close();
  rmSync(root, { recursive: true, force: true });
});

type Person = 'RO1' | 'DRO1' | 'C3' | 'first agent' | 'second agent';

async function ask(name: string, fields: unknown): Promise<{ readonly ok: boolean; readonly value?: unknown }> {
  return launched.page.evaluate(
    ([asked, given]) =>
      (window as unknown as { countersign: { ask(n: unknown, f: unknown): Promise<{ ok: boolean }> } }).countersign.ask(asked, given),
    [name, fields] as const,
  );
}

/** The person comes to the keyboard and stands before the contest. */
async function as(person: Person): Promise<void> {
  const { page } = launched;
  const id = person === 'first agent' ? centre.agents[0] : person === 'second agent' ? centre.agents[1] : person;
  await standAt(page, { name: 'unlock', address: '/unlock' }, '');
  await ask('lock', {});
  expect(await ask('unlock', { person: id, secret: PRACTICE_PASSPHRASE })).toMatchObject({ ok: true });
  await page.evaluate((address) => {
    window.location.hash = address;
  }, `/declare/${centre.contest}`);
  await hands.stand('Declare');
  await hands.see('Form 36B');
}

function button(name: string | RegExp) {
  return launched.page.getByRole('button', { name }).filter({ visible: true }).first();
}
const isBarred = (name: string | RegExp) => seen(button(name)).toHaveAttribute('aria-disabled', 'true');
const mayAct = (name: string | RegExp) => seen(button(name)).toHaveAttribute('aria-disabled', 'false');
const dialog = (name: string | RegExp) => seen(launched.page.getByRole('dialog', { name })).toBeVisible();
const noDialog = () => seen(launched.page.getByRole('dialog')).toHaveCount(0);

/** Nothing that axe knows, nothing wordless, nothing cut off at either size. */
async function isWhole(): Promise<void> {
  const { page } = launched;
  for (const size of [
    { width: 1093, height: 614 },
    { width: 1366, height: 768 },
  ]) {
    await page.setViewportSize(size);
    expect([...(await barriersOn(page)), ...(await sidewaysOn(page)), ...(await wordlessOn(page))]).toEqual([]);
  }
}

/** Signs what a dialog asks. */
async function sign(): Promise<void> {
  await hands.press('Control+Enter');
  await noDialog();
}

describe('from outstanding to declared', () => {
  test('while stations are outstanding nothing can be prepared, and the button says how many', async () => {
    await as('RO1');
    await hands.see('3 of 4 stations outstanding');
    await isBarred(/Prepare the summary/);
    await hands.press('Shift+Enter');
    await noDialog();
    await isWhole();
  });

  test('a clerk sees what is outstanding and is offered no act', async () => {
    await as('C3');
    await hands.see('Awaited: no paper has come');
    for (const name of [/Prepare/, /Close without a form/, /Export/, /Sign version/])
      await seen(launched.page.getByRole('button', { name })).toHaveCount(0);
    await hands.press('c', 'x', 's');
    await noDialog();
  });

  test('the form before it is printed has a line for every station and a total that counts one of four', async () => {
    await as('RO1');
    await hands.press('v');
    await hands.see('TOTAL, 1 of 4 stations counted');
    const lines = launched.page.getByRole('region', { name: /every station/ }).locator('tbody tr');
    await seen(lines).toHaveCount(centre.stations);
    await isWhole();
    await hands.press('Escape');
    await hands.see('Dispositions');
  });

  test('an outstanding station leads to the room that settles it', async () => {
    await launched.page.getByRole('list', { name: 'Outstanding' }).getByRole('button').first().focus();
    await hands.press('ArrowDown', 'Enter');
    await hands.stand('Receive');
    await as('RO1');
  });

  test('three stations are closed in one go, with a reason and the agents in the hall as witnesses', async () => {
    await hands.press('c');
    await dialog('Close stations without a form');
    await isBarred(/^Close: 0/);
    await hands.press('Space', 'ArrowDown', 'Space', 'ArrowDown', 'Space', 'Tab', 'Space', 'Tab');
    await hands.type('No paper came by midnight.');
    await hands.see('2 of 2 ticked');
    await isWhole();
    await sign();
    await hands.see('Nothing is outstanding');
    const answer = await ask('declare', { contest: centre.contest });
    expect(answer.value).toMatchObject({
      contest: { counts: { counted: 1, notHeld: 3, awaited: 0 }, closed: [{ witnesses: [expect.anything(), expect.anything()] }, {}, {}] },
    });
  });

  test('the error report tells every closing with its reason and witnesses, and says that nothing is prepared', async () => {
    await hands.press('e');
    await hands.see('Error report to Form 36B');
    await hands.see('No version prepared: as it would be now');
    const report = launched.page.getByRole('region', { name: 'Error report' });
    const closed = await report.getByRole('listitem').filter({ hasText: 'No paper came by midnight.' }).allInnerTexts();
    expect(closed).toHaveLength(3);
    for (const words of closed) expect(words).toMatch(/Closed by Bundi Mzambarau\s+Witnesses: \S+.*, \S+/);
    await isWhole();
  });

  test('the printed report has its head and no button', async () => {
    await launched.page.emulateMedia({ media: 'print' });
    const report = launched.page.getByRole('region', { name: 'Error report' });
    await seen(report.getByText('Rehearsal')).toBeVisible();
    await seen(report.getByText('Provisional')).toBeVisible();
    await seen(launched.page.getByRole('button').filter({ visible: true })).toHaveCount(0);
    await launched.page.emulateMedia({ media: null });
    await hands.press('Escape');
    await hands.see('Dispositions');
  });

  test('preparing says what it freezes, and gives version 1 and its digest in sixteen groups', async () => {
    await hands.press('Shift+Enter');
    await hands.see(/with 1 of 4 forms counted/);
    await sign();
    await hands.see('Digest of version 1 (SHA-256)');
    const { value } = (await ask('declare', { contest: centre.contest })) as { value: { contest: { ready: { digest: string } } } };
    const groups = value.contest.ready.digest.match(/.{4}/g) ?? [];
    await hands.see(groups.slice(0, 8).join(' '));
    await hands.see(groups.slice(8).join(' '));
    await hands.press('e');
    await hands.see('Version 1, as at');
    await hands.see(groups.join(' '));
    await hands.press('Escape');
    await hands.see('Dispositions');
  });

  test('one official signs, and cannot declare alone before the time', async () => {
    await hands.press('s');
    await dialog(/Sign Form 36B/);
    await isWhole();
    await sign();
    await hands.see(/1 of 2 signatures; alone from/);
    await hands.press('Shift+Enter', 's');
    await noDialog();
  });

  test('handing over leads to the second official, who signs', async () => {
    await hands.press('u');
    await launched.page.waitForURL(/#\/unlock\/DRO1$/);
    await as('DRO1');
    await hands.press('s');
    await sign();
    await hands.see('2 of 2 officials');
    await hands.see('2 of 4 agents not answered');
    await isBarred(/Declare the result/);
  });

  test('an agent agrees by one key; the other then sees that, and not how', async () => {
    await as('first agent');
    await hands.see(/having seen these totals, version 1, say:/);
    await isWhole();
    await hands.press('1');
    await hands.see('Your answer stands: Agree');
    await as('second agent');
    await hands.see('answered');
    await hands.miss('Agrees');
  });

  test('a refusal needs its reason or says that there is none; both are signed in the same dialog', async () => {
    await hands.press('3');
    await dialog('Refuse to sign');
    await isBarred(/Sign the answer/);
    await hands.type('My own copy says otherwise.');
    await mayAct(/Sign the answer/);
    await isWhole();
    await sign();
    await hands.see('Your answer stands: Refuse to sign');
    await hands.see('Agrees');
  });

  test('a mark is offered to whoever has spoken, can be left out, and binds nothing', async () => {
    await hands.press('m');
    await dialog('A mark for the paper');
    await isBarred(/Keep the mark/);
    await hands.press('Escape');
    await noDialog();
  });

  test('one who signed declares, after reading what that does', async () => {
    await as('DRO1');
    await hands.see('My own copy says otherwise.');
    await mayAct(/Declare the result/);
    await hands.press('Shift+Enter');
    await hands.see(/becomes the declared result/);
    await isWhole();
    await sign();
    await hands.see(/Declared/);
    await seen(launched.page.getByRole('button', { name: /Prepare|Declare the result|Sign version/ })).toHaveCount(0);
  });
});

describe('the export', () => {
  async function chooseFolder(folder: string): Promise<void> {
    await launched.app.evaluate(({ dialog: dialogs }, chosen) => {
      dialogs.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, folder);
  }

  test('is written, read back and verified; the screen’s digest is the file’s; again gives the same bytes', async () => {
    const stick = path.join(root, 'stick');
    mkdirSync(stick);
    await chooseFolder(stick);
    await hands.press('x');
    await dialog('Export Form 36B');
    await hands.press('Control+Enter');
    await hands.see('Written, read back and verified');
    const [name = ''] = readdirSync(stick);
    expect(name).toMatch(/^[0-9]+-36B-ward-wino-v1-official\.bundle\.zip$/);
    await hands.see(name);
    const digest = createHash('sha256')
      .update(readFileSync(path.join(stick, name)))
      .digest('hex');
    await hands.see((digest.match(/.{4}/g) ?? []).slice(0, 8).join(' '));
    await isWhole();
    await hands.press('Control+Enter');
    await hands.see('The same bytes as before: the file was there already');
    // The page that checks it lies beside it, once.
    expect(readdirSync(stick)).toEqual([name, 'countersign-verifier.html']);
  });

  test('to a stick that is gone says so in words, and nothing is noted as exported', async () => {
    await chooseFolder(path.join(root, 'pulled-out'));
    await hands.press('Control+Enter');
    await hands.see(/went away while it was written/);
    await hands.press('Escape');
    await noDialog();
  });
});

describe('a correction', () => {
  test('is proposed by one official, who cannot confirm it', async () => {
    await hands.press('k');
    await dialog('Correct version 1');
    await hands.see('0 of 4 ticked');
    await hands.press('Space', 'Tab');
    await hands.type('A slip of the pen.');
    await sign();
    await hands.see(/a second official confirms/);
    await hands.press('b');
    await hands.see(/You proposed this yourself/);
    await isBarred(/Confirm the correction/);
    await hands.press('Escape');
  });

  test('is confirmed by the other; the declared version and its digest stay listed', async () => {
    await as('RO1');
    await hands.press('b');
    await hands.see(/no others/);
    await sign();
    await hands.see('Open for these stations');
    await hands.see('Under correction');
    await hands.press('h');
    await hands.see('Digest of the summary (SHA-256)');
    await isWhole();
    await hands.press('Escape');
  });

  test('the next version needs a reason, and supersedes the one before', async () => {
    await hands.press('Shift+Enter');
    await dialog(/Prepare the summary/);
    await sign();
    await hands.press('h');
    await hands.see('Takes the place of version 1');
    await hands.press('Escape');
    await hands.press('w');
    await dialog('Withdraw version 2');
    await seen(launched.page.getByRole('dialog').getByRole('button', { name: /Withdraw/ })).toHaveAttribute('aria-disabled', 'true');
    await hands.type('Only to see it withdrawn.');
    await sign();
    await hands.see('Under correction');
  });
});

test('in Kiswahili and in the dark the room is whole as well', async () => {
  await ask('prefer', { language: 'sw', theme: 'dark' });
  await hands.see('Yanayosubiriwa');
  await isWhole();
});
