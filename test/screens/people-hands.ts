/** What the tests of setup, unlock and people do alike: read a card, type words, answer the desktop's dialogs. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { ElectronApplication, Page } from 'playwright';
import { onTestFinished } from 'vitest';
import { must } from '../../core/result.ts';
import { openCentres } from '../../main/centres.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { SOFTWARE } from '../../main/software.ts';
import { type Hands, handsOn } from './hands.ts';
import { launchApp } from './launch.ts';

export interface Opened {
  readonly app: ElectronApplication;
  readonly hands: Hands;
  close(): Promise<void>;
}

export function newDataFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'countersign-people-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** A practice election in a data folder of its own; answers that folder and the centre's. */
export async function practiceIn(dataFolder: string): Promise<string> {
  const centres = openCentres(dataFolder);
  const centre = centres.newPracticeFolder();
  must(await createPractice(centre, { software: SOFTWARE })).office.close();
  must(centres.setCurrent(centre));
  return centre;
}

export async function openApp(dataFolder: string): Promise<Opened> {
  const { app, page, close } = await launchApp({ dataFolder, viewport: { width: 1366, height: 768 } });
  let isOpen = true;
  const closeOnce = async () => {
    if (isOpen) await close();
    isOpen = false;
  };
  onTestFinished(closeOnce);
  return { app, hands: handsOn(page), close: closeOnce };
}

/** The next file dialogs answer with this file, to open or to save. */
export async function chooseNext(app: ElectronApplication, file: string): Promise<void> {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] });
    dialog.showSaveDialog = async () => ({ canceled: false, filePath: chosen });
  }, file);
}

/** The five words of the card on the screen, in their order. */
export function wordsOnCard(page: Page): Promise<readonly string[]> {
  return page.locator('dialog ol li').evaluateAll((lines) => lines.map((line) => (line.textContent ?? '').replaceAll(/[^a-z]/g, '')));
}

/** A key made here, its words copied from the card, four letters of each. Answers them. */
export async function makeKey(hands: Hands): Promise<readonly string[]> {
  await hands.see('A key is made here');
  await hands.press('m');
  await hands.see('Shown once and kept nowhere');
  const words = await wordsOnCard(hands.page);
  await hands.press('Enter');
  await hands.see('Type the five words from the paper');
  await typeWords(hands, words);
  return words;
}

export async function typeWords(hands: Hands, words: readonly string[]): Promise<void> {
  await hands.type(words.map((word) => word.slice(0, 4)).join(' '));
  await hands.press('Enter');
}
