/**
 * The signing desk in the real windows, by keyboard alone: forms handed to the agents in turn, an agent alone with the stack, a key
 * held down, an objection that must be answered, a form reopened, silence recorded, and the receipt at the door.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Act } from '../../core/acts.ts';
import { FINDING_RULES } from '../../core/finding-rules.ts';
import { DATABASE_FILE } from '../../main/office/office.ts';
import { type Hands, handsOn } from './hands.ts';
import { type Launched, launchApp } from './launch.ts';
import { barriersOn, sidewaysOn } from './looks.ts';
import { practiceIn } from './people-hands.ts';
import { actsSaid } from './said.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'countersign-sign-'));
let launched: Launched;
let hands: Hands;
let centre: string;

beforeAll(async () => {
  centre = await practiceIn(folder);
  launched = await launchApp({ dataFolder: folder, viewport: { width: 1366, height: 768 } });
  hands = handsOn(launched.page);
});

afterAll(async () => {
  await launched.close();
  rmSync(folder, { recursive: true, force: true });
});

function saidOf<K extends Act['kind']>(kind: K): readonly Extract<Act, { kind: K }>[] {
  return actsSaid(centre).filter((act): act is Extract<Act, { kind: K }> => act.kind === kind);
}

/** The person's own words, at the page that asks for them. */
async function giveWords(name: string): Promise<void> {
  await hands.see(`I am ${name}`);
  await hands.press('F6', 'Enter');
}

async function become(id: string, name: string): Promise<void> {
  await hands.press('F10');
  await takeKeyboard(id, name);
}

async function takeKeyboard(id: string, name: string): Promise<void> {
  await hands.stand('Unlock');
  await launched.page.locator('input:focus').waitFor();
  await hands.see(name);
  await hands.type(id);
  await hands.see(`Hand over to ${name}`);
  await hands.press('Enter');
  await giveWords(name);
}

/** The choices listen: the figures are on the screen and no key is down. */
async function listening(): Promise<void> {
  await launched.page.locator('button[aria-keyshortcuts="1"][aria-disabled="false"]').waitFor();
}

async function checkLook(page: Page): Promise<void> {
  expect(await barriersOn(page)).toEqual([]);
  expect(await sidewaysOn(page)).toEqual([]);
  expect(await page.evaluate(() => document.activeElement !== document.body)).toBe(true);
}

const RO = 'Bundi Mzambarau';
const AGENT_1 = 'Nyuki Mkuyu';
const AGENT_2 = 'Chura Mchungwa';

describe('one form with all agents in turn', () => {
  test('is opened by Enter, once the official has read it aloud', async () => {
    await takeKeyboard('RO', RO);
    await hands.stand('Board');
    await hands.press('Alt+6');
    await hands.stand('Signing');
    await hands.see('Ready to be read aloud and opened');
    await checkLook(launched.page);
    const ready = launched.page.getByRole('table', { name: 'Ready to be read aloud and opened' }).locator('button').first();
    while (!(await ready.evaluate((button) => button === document.activeElement))) await hands.press('ArrowDown');
    await hands.press('Enter');
    await hands.stand('Form 34A');
    const opened = saidOf('form-opened').length;
    await hands.see('Read aloud, then open');
    await hands.press('Enter');
    await hands.see('Hand over: 2 to answer');
    expect(saidOf('form-opened')).toHaveLength(opened + 1);
  });

  test('goes over a page that shows a name and no figure', async () => {
    await hands.press('Enter');
    await hands.see(AGENT_1);
    await hands.see('Nobody at the keyboard');
    const shown = await hands.read();
    const [{ body } = { body: { figures: {} } }] = saidOf('entry-sealed').slice(-1);
    expect(shown).not.toContain('Total number of valid votes');
    for (const figure of Object.values(body.figures).filter((one) => Number(one) > 99))
      expect(shown).not.toMatch(new RegExp(`\\b${figure}\\b`));
    await checkLook(launched.page);
  });

  test('hears one agent and hands on at once; an objection is signed with its code, the own figures and the reason', async () => {
    await giveWords(AGENT_1);
    await listening();
    await checkLook(launched.page);
    await hands.press('1');
    await giveWords(AGENT_2);
    await listening();
    await hands.see(new RegExp(`\\d+ of ${FINDING_RULES.length} rules pass`));
    expect(await hands.read()).not.toContain('What the others said');
    await hands.press('2');
    await hands.see('What do you object to?');
    await hands.press('1');
    await hands.type('Line 1 of the paper is hard to read.');
    await checkLook(launched.page);
    await hands.press('Control+Enter');
    await hands.see(RO);
    const [last] = saidOf('signoff-given').slice(-1);
    expect(last?.body).toMatchObject({ choice: 'object', code: 'paper-differs', reason: 'Line 1 of the paper is hard to read.' });
  });

  test('waits with acceptance until the official has answered in words that the screen shows the paper', async () => {
    await giveWords(RO);
    await hands.see('an answer in words is needed');
    await hands.press('Enter', 'Control+Enter');
    expect(saidOf('form-accepted').some(({ body }) => body.answer !== undefined)).toBe(false);
    await checkLook(launched.page);
    while ((await launched.page.evaluate(() => document.activeElement?.tagName)) !== 'TEXTAREA') await hands.press('Tab');
    await hands.type('Read again with the agent: the figure stands.');
    await hands.press('Control+Enter');
    await hands.see(/accepted by/);
    const [accepted] = saidOf('form-accepted').slice(-1);
    expect(accepted?.body).toMatchObject({ disposition: 'counted', answer: 'Read again with the agent: the figure stands.' });
  });
});

describe('one agent with the stack', () => {
  test('a key held down signs one form and no other', async () => {
    await become('A1', AGENT_1);
    await hands.see('A PIN for this evening?');
    await hands.press('Escape');
    await listening();
    const before = saidOf('signoff-given').length;
    for (let times = 0; times < 12; times += 1) {
      await launched.page.keyboard.down('1');
      await launched.page.waitForTimeout(100);
    }
    await hands.see('Let go of the keys for a moment to go on.');
    expect(saidOf('signoff-given')).toHaveLength(before + 1);
    await launched.page.keyboard.up('1');
    await hands.miss('Let go of the keys for a moment to go on.');
    expect(saidOf('signoff-given')).toHaveLength(before + 1);
  });

  test('stepping away says nothing, and the form still waits', async () => {
    const before = actsSaid(centre).length;
    await hands.press('4');
    await hands.see('Forms you stepped away from, which still wait: 1');
    expect(actsSaid(centre)).toHaveLength(before);
    await checkLook(launched.page);
    await hands.press('s');
    await listening();
    await hands.press('3');
    await hands.see('Refuse, and give no reason');
    await hands.press('F5');
    await hands.see('No form waits for you.');
    const [last] = saidOf('signoff-given').slice(-1);
    expect(last?.body).toMatchObject({ choice: 'refuse', reasonRefused: true });
    expect(last?.body).not.toHaveProperty('reason');
  });

  test('an answer may be changed until acceptance, and names the one it replaces; words typed on after the page was left are no answer', async () => {
    const [first] = saidOf('signoff-given').slice(-1);
    await hands.press('Home');
    const row = launched.page.locator(`[data-form="${first?.body.form}"] button`);
    while (!(await row.evaluate((button) => button === document.activeElement))) await hands.press('ArrowDown');
    await hands.press('Enter');
    await hands.see('What the others said');
    await listening();
    await hands.press('2');
    await hands.see('What do you object to?');
    await hands.press('1', 'Tab');
    const before = saidOf('signoff-given').length;
    await launched.page.keyboard.type(' line 1 and line 1', { delay: 60 });
    await hands.see('Let go of the keys for a moment to go on.');
    await listening();
    expect(saidOf('signoff-given')).toHaveLength(before);
    await hands.press('2');
    await hands.see('What do you object to?');
    await hands.press('2');
    await hands.type('7');
    while ((await launched.page.evaluate(() => document.activeElement?.tagName)) !== 'TEXTAREA') await hands.press('Tab');
    await hands.type('My copy shows seven.');
    await hands.press('Control+Enter');
    await hands.see('No form waits for you.');
    const [last] = saidOf('signoff-given').slice(-1);
    expect(last?.body).toMatchObject({ code: 'own-copy-differs', replaces: first?.digest, ownFigures: { candidate1: 7 } });
  });

  test('signing out ends with a receipt of everything said since the last one', async () => {
    await hands.press('o');
    await hands.see('Sign out of the hall');
    await checkLook(launched.page);
    await hands.press('Control+Enter');
    await hands.stand('Receipt');
    await checkLook(launched.page);
    expect(saidOf('agent-signed-out').map(({ by }) => by.person)).toContain('A1');
    const own = saidOf('signoff-given').filter(({ by }) => by.person === 'A1');
    const [receipt] = saidOf('receipt-issued').slice(-1);
    expect(receipt?.body.forms.map(({ act }) => act)).toEqual(own.map(({ digest }) => digest));
    await hands.see(`Answers on it: ${own.length}`);
  });
});

test('an agent is handed no other agent’s receipt', async () => {
  const answer = await launched.page.evaluate(() => window.countersign.ask('issueReceipt', { agent: 'A2' }));
  expect(answer).toMatchObject({ ok: false, refusal: { code: 'R-ROLE' } });
});

describe('the desk', () => {
  test('records silence for one agent on every form past the wait, in one go', async () => {
    await hands.press('Escape');
    await become('RO', RO);
    await hands.press('Alt+6');
    await hands.stand('Signing');
    await hands.see('wait is over: A2');
    const before = saidOf('signoff-closed').length;
    await hands.press('w');
    await hands.see(/Records for 2 of 2 forms/);
    await hands.type('Not in the hall since supper.');
    await checkLook(launched.page);
    await hands.press('Control+Enter');
    await hands.see('Ready for acceptance');
    expect(
      saidOf('signoff-closed')
        .slice(before)
        .map(({ body }) => body.agent),
    ).toEqual(['A2', 'A2']);
  });

  test('goes on from an acceptance to the next form that waits for one, and a key held down accepts no second', async () => {
    await hands.press('Home', 'Enter');
    await hands.stand('Form 34A');
    await hands.see('Accept: counted');
    const before = saidOf('form-accepted').length;
    await hands.press('Enter');
    await hands.see('Next to accept: 1');
    const [accepted] = saidOf('form-accepted').slice(-1);
    await launched.page.keyboard.down('F7');
    await hands.see('Accept: counted');
    await launched.page.keyboard.up('F7');
    expect(saidOf('form-accepted')).toHaveLength(before + 1);
    expect(launched.page.url()).not.toContain(encodeURIComponent(accepted?.body.form ?? ''));
    await checkLook(launched.page);
    await hands.press('Escape');
    await hands.stand('Signing');
    await hands.see('Ready for acceptance');
  });

  test('reopens a form as the next revision after it has said what follows', async () => {
    await hands.press('Home', 'Enter');
    await hands.stand('Form 34A');
    await hands.see('Accept: counted');
    await hands.press('n');
    await hands.press('1');
    await hands.see(/becomes revision 2\. Figures, rulings and sign-offs are not carried over/);
    await hands.type('A figure was keyed wrongly.');
    await checkLook(launched.page);
    await hands.press('Control+Enter');
    await hands.see(/so there is nothing to read or sign/);
    const [reopened] = saidOf('form-reopened').slice(-1);
    expect(reopened?.body).toMatchObject({ revision: 2, keep: 'none', reason: 'A figure was keyed wrongly.' });
    expect(readdirSync(centre)).toContain(DATABASE_FILE);
  });
});
