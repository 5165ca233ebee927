/** What is done with one paper, room by room, by keys: received, typed, read back, sealed, opened, signed, accepted. */
import type { ElectronApplication } from 'playwright';
import { PATIENCE } from '../in-time.ts';
import { settle } from '../settle.ts';
import type { Crew } from './crew.ts';
import type { DayPaper } from './small-day.ts';

/** More than ever wait for one agent on the small day. */
const MOST_FORMS = 40;

/** The next file dialog answers with this file: the one thing that no keyboard of ours can reach. */
export async function willChoose(app: ElectronApplication, ...files: readonly string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = (() => Promise.resolve({ canceled: false, filePaths })) as unknown as typeof dialog.showOpenDialog;
  }, files as string[]);
}

/** In *receive*: finds the station, answers every question, attaches the scan, seals. `contest` is the key of the contest there. */
export async function receive({ hands }: Crew, paper: DayPaper, contest: 'only' | 'Shift+F1' | 'Shift+F2'): Promise<void> {
  const { page } = hands;
  await hands.type(paper.station.slice(-7));
  await settle(page);
  await hands.press('Enter');
  if (contest !== 'only') {
    await hands.see('Which contest is the paper of?');
    await settle(page);
    await hands.press(contest);
  }
  await hands.see('What the paper shows');
  await settle(page);
  await hands.type(paper.serial);
  await hands.press('Enter', '1', 'o', 'y', 'y', 'y', 'y', 'y', 'y', 'y', '1', 'y');
  await hands.press('F3');
  await hands.see(/Scan 1 of 1/);
  await hands.press('Shift+Enter');
  await hands.see(/received: serial/);
  await settle(page);
}

/** In *entry*: types the form on the screen from the paper of that station and contest, reads back, seals. */
export async function enter({ hands }: Crew, papers: readonly DayPaper[], mistake?: (paper: DayPaper) => DayPaper): Promise<DayPaper> {
  const { page } = hands;
  const paper = await paperOnScreen(hands, papers);
  const { typed } = mistake === undefined ? paper : mistake(paper);
  for (const figure of typed) {
    await hands.type(figure);
    await hands.press('Enter');
  }
  await hands.stand('Read back');
  await settle(page);
  await hands.press('Enter');
  await hands.stand('Entry');
  await hands.miss(/Sealing signs what you typed/);
  await settle(page);
  return paper;
}

/** The paper of the form that is on the screen. */
export async function paperOnScreen({ page }: Crew['hands'], papers: readonly DayPaper[]): Promise<DayPaper> {
  const about = (await page.getByRole('main').innerText()).split('\n').slice(0, 4).join(' ').replaceAll(' ', '');
  const found = papers.find(
    ({ station, contest }) => about.includes(station) && about.includes(contest === 'president' ? 'President' : 'Member'),
  );
  if (found === undefined) throw new Error(`no paper for ${about}`);
  return found;
}

/** In *differences*: a third person types what the paper says in the rows that differ, reads back, seals. */
export async function readDifference({ hands }: Crew, figures: readonly string[]): Promise<void> {
  const { page } = hands;
  await settle(page);
  for (const figure of figures) {
    await hands.type(figure);
    await hands.press('Enter');
  }
  await settle(page);
  await hands.press('Shift+Enter');
  await settle(page);
  await hands.press('Enter');
  await settle(page);
}

/** In *signing*: opens every form that is ready, one after the other, each on its own page. */
export async function openAll(crew: Crew, count: number): Promise<void> {
  const { hands } = crew;
  for (let opened = 0; opened < count; opened += 1) {
    await crew.room('6', 'Signing');
    await hands.see('Ready to be read aloud and opened');
    await hands.press('Enter');
    await hands.see('Read aloud, then open');
    await settle(hands.page);
    await hands.press('Enter');
    await hands.see(/Open for signing,/);
    await settle(hands.page);
  }
}

/** An agent's answers, form after form as they come; `say` gives what is pressed on each. */
export async function answerAll({ hands }: Crew, say: (screen: string) => readonly string[]): Promise<number> {
  const { page } = hands;
  const listening = page.locator('button[aria-keyshortcuts="1"][aria-disabled="false"]');
  const finished = page.getByText('No form waits for you.');
  for (let answered = 0; answered < MOST_FORMS; answered += 1) {
    await listening.or(finished).first().waitFor({ timeout: PATIENCE });
    if (await finished.isVisible()) return answered;
    const screen = await hands.read();
    for (const keys of say(screen)) {
      if (keys.length === 1 || /^(Control\+|Shift\+)?[A-Z][A-Za-z0-9]*$/.test(keys)) await hands.press(keys);
      else await hands.type(keys);
      await settle(page);
    }
    await listening.or(finished).first().waitFor({ timeout: PATIENCE });
    await settle(page);
  }
  throw new Error(`after ${MOST_FORMS} answers a form still waits: the keys are pressed in vain`);
}

/** An official accepts every form that is ready for it. */
export async function acceptAll(crew: Crew, count: number): Promise<void> {
  const { hands } = crew;
  for (let accepted = 0; accepted < count; accepted += 1) {
    await crew.room('6', 'Signing');
    await hands.see('Ready for acceptance');
    await hands.press('Enter');
    await hands.see(/^Accept: /);
    await hands.press('Enter');
    await hands.see(/accepted by/);
  }
}
