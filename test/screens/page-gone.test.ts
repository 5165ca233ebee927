/**
 * A page that dies while somebody works on it: the keyboard is locked, the page is opened again and says so, and the work goes on. A
 * machine that sleeps or locks its screen takes the keyboard from its owner as well.
 */
import type { ElectronApplication } from 'playwright';
import { expect, test } from 'vitest';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import type {} from '../../renderer/office/ask.ts';
import { barriersOn, sidewaysOn, wordlessOn } from './looks.ts';
import { ask, eventually } from './one-app.ts';
import { newDataFolder, openApp, practiceIn } from './people-hands.ts';
import { preferring } from './places.ts';

/** Said to the page by the app itself: the test tool gives up a page that has died. */
function inPage<T>(app: ElectronApplication, script: string): Promise<T> {
  return app.evaluate(
    ({ BrowserWindow }, code) =>
      BrowserWindow.getAllWindows()[0]
        ?.webContents.executeJavaScript(code)
        .catch(() => undefined),
    script,
  ) as Promise<T>;
}

const WARNING = "document.querySelector('[role=alert]')?.textContent ?? ''";
const UNLOCK = `countersign.ask('unlock', { person: 'C1', secret: '${PRACTICE_PASSPHRASE}' }).then((answer) => answer.ok)`;
const PERSON = "countersign.ask('frame', {}).then((frame) => frame.value.person?.id ?? 'nobody')";

async function openedAs(person: string) {
  const folder = newDataFolder();
  await practiceIn(folder);
  const opened = await openApp(folder);
  await opened.hands.stand('Unlock');
  await ask(opened.hands, 'unlock', { person, secret: PRACTICE_PASSPHRASE });
  await eventually(() => inPage(opened.app, PERSON)).toBe(person);
  return opened;
}

function killPage(app: ElectronApplication): Promise<void> {
  return app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer());
}

test('is opened again with the keyboard locked, says so until somebody unlocks, and asks as before', async () => {
  const { app } = await openedAs('C1');
  await killPage(app);
  await eventually(() => inPage(app, WARNING)).toContain('This window stopped and was opened again.');
  expect(await inPage(app, PERSON)).toBe('nobody');
  expect(await inPage(app, UNLOCK)).toBe(true);
  await eventually(() => inPage(app, WARNING)).toBe('');
  await eventually(() => inPage(app, PERSON)).toBe('C1');
});

test('says it in both languages without a barrier, in the usual window and the smallest', async () => {
  const { app, hands } = await openedAs('C1');
  await ask(hands, 'lock', {});
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.loadURL('app://countersign/?again'));
  for (const [width, height, theme, language, words] of [
    [1366, 768, 'light', 'en', 'This window stopped and was opened again.'],
    [1093, 614, 'dark', 'sw', 'Dirisha hili lilisimama na limefunguliwa tena.'],
  ] as const) {
    await hands.page.setViewportSize({ width, height });
    await preferring(hands.page, { theme, language });
    await hands.see(words);
    expect(await barriersOn(hands.page)).toEqual([]);
    expect(await sidewaysOn(hands.page)).toEqual([]);
    expect(await wordlessOn(hands.page)).toEqual([]);
  }
});

test('again and again is not opened for ever: the app stops and says why', async () => {
  const { app } = await openedAs('C1');
  let said = '';
  app.process().stderr?.on('data', (text) => {
    said += String(text);
  });
  const ended = new Promise<number | null>((resolve) => app.process().once('exit', resolve));
  for (let time = 1; time <= 3; time += 1) {
    await killPage(app);
    await eventually(() => inPage(app, WARNING)).toContain('This window stopped and was opened again.');
  }
  await killPage(app).catch(() => undefined);
  expect(await ended).toBe(70);
  expect(said).toContain('the window ended again and again');
});

test.each(['suspend', 'lock-screen'] as const)('the machine’s %s locks the keyboard at once', async (event) => {
  const { app } = await openedAs('RO1');
  await app.evaluate(({ powerMonitor }, name) => {
    powerMonitor.emit(name);
  }, event);
  expect(await inPage(app, PERSON)).toBe('nobody');
});
