/**
 * Forms that come back to the desk, in the real windows and by keyboard alone: accepted and reopened, set aside and brought back,
 * closed for one agent, remarked upon too late; and what an agent carries away, printed, saved and checked without the app.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { present } from '../../core/result.ts';
import { audit } from '../../main/commands/audit.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';
import { sharedFolder } from '../db/folders.ts';
import { recorded } from '../main/recorded.ts';
import { wordsOf } from '../papers/read-back.ts';
import { type Hands, handsOn } from './hands.ts';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn } from './looks.ts';
import { chooseNext } from './people-hands.ts';
import { standAt } from './places.ts';
import { type Evening, type Prepared, prepareEvening } from './prepared-evening.ts';
import { pngPicture } from './samples/papers.ts';
import { settle } from './settle.ts';
import { createWorstCase } from './worst-case.ts';

const root = sharedFolder();
let prepared: Prepared;
let launched: Launched;
let hands: Hands;

async function open(dataFolder: string, viewport = { width: 1366, height: 768 }): Promise<void> {
  launched = await launchApp({ dataFolder, viewport });
  hands = handsOn(launched.page);
  await hands.stand(/Unlock|Board/);
}

async function standAs(person: 'RO1' | 'C1' | 'agent', address: string, agent = 'A1'): Promise<void> {
  await standAt(launched.page, { name: address, person, address }, agent);
}

const focused = () => launched.page.evaluate(() => document.activeElement?.tagName);
const last = (number: number) => prepared.acts().slice(-number);
const list = (name: string) => launched.page.getByRole('table', { name });

/** Walks the desk's lists to the first form of one of them, and opens it. */
async function openFirstOf(name: string): Promise<void> {
  await list(name).waitFor();
  await hands.press('Home');
  for (let row = 0; row < 40; row += 1) {
    const isLit = await list(name)
      .locator('button')
      .first()
      .evaluate((button) => button === document.activeElement);
    if (isLit) break;
    await hands.press('ArrowDown');
  }
  await hands.press('Enter');
  await hands.stand('Form 34A');
}

/** The choices listen: all figures were on the screen and no key is down. */
async function listening(): Promise<void> {
  await launched.page.locator('button[aria-keyshortcuts="1"][aria-disabled="false"]').waitFor();
}

async function writeInto(field: 'TEXTAREA', text: string): Promise<void> {
  for (let stop = 0; stop < 60 && (await focused()) !== field; stop += 1) await hands.press('Tab');
  await hands.type(text);
}

describe('on the desk of the staff', () => {
  beforeAll(async () => {
    prepared = await prepareEvening(root, async ({ office, letMinutesPass }) => {
      office.lock();
      letMinutesPass(60);
    });
    await open(root);
  });

  test('an accepted form is found below what still waits, and is reopened with its figures kept', async () => {
    await standAs('RO1', '/sign');
    await hands.see('accepted by Bundi Mzambarau');
    expect(await barriersOn(launched.page)).toEqual([]);
    await openFirstOf('Accepted');
    await hands.press('n');
    await hands.press('2');
    await hands.see(/becomes revision 2\. Figures stay/);
    await writeInto('TEXTAREA', 'A ruling was forgotten.');
    await hands.press('Control+Enter');
    await hands.see('Read aloud, then open');
    expect(last(1)).toEqual(['RO1 form-reopened']);
    await hands.see('revision 2');
  });

  test('it is set aside with a reason, says so, and is brought back as it stood', async () => {
    await hands.press('x');
    await hands.see('This paper will not be opened or counted while it is set aside.');
    await hands.press('Control+Enter');
    await hands.see('a reason is needed');
    await writeInto('TEXTAREA', 'A later original is on its way.');
    await hands.press('Control+Enter');
    await hands.see('Set aside by Bundi Mzambarau: A later original is on its way.');
    expect(await barriersOn(launched.page)).toEqual([]);
    await hands.press('b');
    await hands.see('goes on from where it stood');
    await writeInto('TEXTAREA', 'No other paper came.');
    await hands.press('Control+Enter');
    await hands.see('Read aloud, then open');
    expect(last(2)).toEqual(['RO1 form-set-aside', 'RO1 form-brought-back']);
  });

  test('silence is recorded for one agent on one form, and the other is still asked', async () => {
    await hands.press('Enter');
    await hands.see('Hand over: 2 to answer');
    await hands.press('w');
    await hands.see(/from \d\d:\d\d/);
    await hands.press('Escape');
    await standAs('RO1', '/sign');
    await openFirstOf('Open, waiting for agents');
    await hands.press('w');
    await hands.see('choose the agent');
    await hands.press('1');
    await writeInto('TEXTAREA', 'Called three times.');
    await hands.press('Control+Enter');
    await hands.see('Hand over: 1 to answer');
    expect(last(1)).toEqual(['RO1 signoff-closed']);
  });

  test('an agent who comes after the acceptance objects with the figures of an own copy, and no state changes', async () => {
    await standAs('agent', '/sign/agent', 'A3');
    await hands.see('is not signed in');
    await hands.press('Enter');
    await listening();
    await hands.press('m');
    await hands.see('Accepted without your answer');
    for (let step = 0; step < 12; step += 1)
      if (
        !(await list('Accepted without your answer')
          .locator('button')
          .first()
          .evaluate((button) => button === document.activeElement))
      )
        await hands.press('ArrowDown');
    await hands.press('Enter');
    await hands.see('A late remark is listed beside the outcome and changes nothing.');
    await hands.press('1');
    await hands.stand('Late remark');
    await hands.see('choose one');
    await hands.press('2');
    await hands.see('Beside each figure that differs');
    await hands.see('a few words are needed');
    expect(await barriersOn(launched.page)).toEqual([]);
    expect(await sidewaysOn(launched.page)).toEqual([]);
    await hands.press('Shift+Tab');
    await hands.type('7.5');
    await hands.see('type the figures of your copy that differ');
    await hands.press('Backspace', 'Backspace');
    await writeInto('TEXTAREA', 'Our copy shows seven votes.');
    await hands.press('Control+Enter');
    await hands.miss('Sign the remark');
    expect(last(1)).toEqual(['A3 late-remark']);
  });

  test('the official reads the remark in full, with both figures', async () => {
    await standAs('RO1', '/sign');
    await hands.see('late remarks: 1');
    await openFirstOf('Accepted');
    await hands.see('Our copy shows seven votes.');
    await hands.see(/own copy/);
    const about = await launched.page.getByRole('region', { name: 'About this form' }).innerText();
    expect(about).toMatch(/Kima Mparachichi[\s\S]*objects[\s\S]*own copy 7, this form \d+/);
    expect(await barriersOn(launched.page)).toEqual([]);
  });
});

describe('what an agent carries away', () => {
  const receipts = () => prepared.said().filter((act) => act.kind === 'receipt-issued');
  afterAll(() => launched.close());

  test('a receipt for one form names that form alone', async () => {
    await standAs('agent', '/sign/agent', 'A1');
    while (!(await hands.read()).includes('No form waits for you.')) {
      await listening();
      await hands.press('1');
      await settle(launched.page);
    }
    const given = await list('Forms you answered').getByRole('row').count();
    expect(given).toBeGreaterThan(2);
    await hands.press('Home', 't');
    await hands.stand('Receipt');
    const covered = receipts();
    expect(covered).toHaveLength(1);
    expect(new Set(covered[0]?.body.forms.map(({ form }) => form)).size).toBe(1);
    await hands.press('Escape');
  });

  test('the next one holds everything that no receipt covers yet', async () => {
    await hands.press('q');
    await expect.poll(() => receipts().length).toBe(2);
    await hands.stand('Receipt');
    const said = prepared.said().filter(({ kind, by }) => kind === 'signoff-given' && by.person === 'A1');
    const covered = new Set(receipts().flatMap(({ body }) => body.forms.map(({ act }) => act)));
    expect(said.map(({ digest }) => digest).filter((digest) => !covered.has(digest))).toEqual([]);
  });

  test('on paper it is the slip: whose, of which election, every act’s digest, the signed head, and the code', async () => {
    expect(await launched.page.getByRole('img', { name: /Square code/ }).isVisible()).toBe(true);
    await hands.press('p');
    await hands.see('Receipt on paper: Nyuki Mkuyu');
    expect(await barriersOn(launched.page)).toEqual([]);
    const file = path.join(root, 'slip.pdf');
    await chooseNext(launched.app, file);
    await hands.press('Control+Enter');
    await hands.see('Saved');
    const printed = wordsOf(readFileSync(file));
    const receipt = receipts().at(-1);
    for (const wanted of ['Nyuki Mkuyu', 'This is a rehearsal', 'countersign/']) expect(printed).toContain(wanted);
    const digests = [receipt?.digest ?? '', ...(receipt?.body.forms.map(({ act }) => act) ?? [])];
    for (const group of digests.flatMap((digest) => digest.match(/.{4}/g) ?? [])) expect(printed).toContain(group);
    await hands.press('Escape');
    await hands.miss('Receipt on paper: Nyuki Mkuyu');
  });

  test('the saved file is checked against the journal without the app', async () => {
    const file = path.join(root, 'receipt.json');
    await chooseNext(launched.app, file);
    await hands.press('Enter');
    await hands.see('Saved. Keep the file');
    const { code, out, err } = await recorded(audit, path.join(prepared.folder, DATABASE_FILE), '--receipt', file);
    expect(out + err).toMatch(/receipt/);
    expect(code, out + err).toBe(0);
  });
});

describe('papers as they come in', () => {
  const hall = sharedFolder();
  const pictures = sharedFolder();
  /** The name of a station whose paper has not come. */
  let awaited = '';
  beforeAll(async () => {
    prepared = await prepareEvening(hall, async (evening) => {
      await receiveWithoutScan(evening);
      evening.office.lock();
      evening.letMinutesPass(60);
    });
    await open(hall);
  });
  afterAll(() => launched.close());

  /** The one paper that a clerk can type: all others are set aside, and this one came without a scan. */
  async function receiveWithoutScan({ office, says }: Evening): Promise<void> {
    const aside = (form: string) => says('RO1', { kind: 'form-set-aside', body: { form, revision: 1, reason: 'As the test has it.' } });
    const forms = [...office.centre().forms.values()];
    for (const { id, stage } of forms) if (stage.stage === 'received' || stage.stage === 'entered-once') await aside(id);
    const like = present(forms[0], 'a form');
    const { stations } = present(office.centre().roll.contests.get(like.contest), like.contest);
    const [station, next] = stations.filter(({ code }) => forms.every((form) => form.station !== code));
    awaited = present(next, 'another awaited station').name;
    const scanAbsent = 'The glass of the scanner is broken.';
    const particulars = { ...like.particulars, serial: 'Z900001' };
    await says('C3', {
      kind: 'form-received',
      body: { contest: like.contest, station: present(station, 'an awaited station').code, particulars, scanAbsent },
    });
  }

  /** A file let go over some part of the window. */
  async function drop(bytes: Uint8Array, over: string): Promise<void> {
    await launched.page.evaluate(
      ([content, where]) => {
        const data = new DataTransfer();
        data.items.add(new File([Uint8Array.from(content)], 'paper.png', { type: 'image/png' }));
        const place = document.querySelector(where);
        for (const type of ['dragover', 'drop'])
          place?.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      },
      [[...bytes], over] as const,
    );
  }

  test('a picture dropped anywhere on the window comes to the paper in hand, and one that is none is refused in words', async () => {
    await standAs('C1', '/receive');
    await hands.type(awaited);
    await settle(launched.page);
    await hands.press('Enter');
    await launched.page.getByRole('textbox', { name: 'What is the serial number?' }).waitFor();
    await drop(new TextEncoder().encode('no picture at all'), 'main header');
    await hands.see(/E-[A-Z]+/);
    await drop(pngPicture(), 'main header');
    await hands.see('Scan 1 of 1');
    await hands.press('Escape');
  });

  test('forty pictures of a folder are read with a count of how far it is, and matched or told why not', async () => {
    // As large as a scanner makes them: smaller ones are read before anybody could see how far it is.
    const picture = Buffer.concat([pngPicture(), Buffer.alloc(2_000_000)]);
    for (let number = 1; number <= 40; number += 1) {
      picture.writeUInt8(number, picture.length - 1);
      writeFileSync(path.join(pictures, `IMG_${number}.png`), picture);
    }
    await launched.app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    }, pictures);
    await standAs('C1', '/receive');
    await launched.page.evaluate(() => {
      const seen: string[] = [];
      Object.assign(window, { told: seen });
      new MutationObserver(() => {
        const words = document.querySelector('dialog [role="status"]')?.textContent ?? '';
        if (seen.at(-1) !== words) seen.push(words);
      }).observe(document.body, { subtree: true, childList: true, characterData: true });
    });
    await hands.press('F5');
    await hands.see('A folder of scans');
    await hands.press('F5');
    await hands.see(/Of 40 files/);
    const told = await launched.page.evaluate(() => (window as unknown as { told: string[] }).told);
    expect(told.filter((words) => / of 40/.test(words)).length).toBeGreaterThan(0);
    await hands.press('Delete', 'Escape');
  });

  test('why a paper has no scan is read by whoever types it', async () => {
    await standAs('C1', '/entry');
    await hands.see('No scan: The glass of the scanner is broken.');
  });
});

describe('a form with thirty-three candidates', () => {
  const largest = sharedFolder();
  beforeAll(async () => {
    await createWorstCase(largest);
    await open(largest, { width: 1093, height: 614 });
  });
  afterAll(() => launched.close());

  test('is not answered before its last row was on the screen; End gets there, and then the choices listen', async () => {
    await standAs('agent', '/sign/agent', 'A01');
    await hands.see(/Rows below, not seen yet: \d+\./);
    expect(await barriersOn(launched.page)).toEqual([]);
    const answers = () => launched.page.evaluate(async () => JSON.stringify(await window.countersign.ask('signAgent', {})));
    const before = await answers();
    await hands.press('1');
    await settle(launched.page);
    expect(await answers()).toBe(before);
    await hands.press('PageDown');
    await hands.see(/Rows below, not seen yet: \d+\./);
    await hands.press('End');
    await listening();
    await hands.miss(/Rows below/);
    await hands.press('1');
    await expect.poll(answers).not.toBe(before);
  });
});
