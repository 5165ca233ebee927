/** Every room as somebody stands in it on a busy evening: who is at the keyboard, where, and what has been pressed there. */
import type { Page } from 'playwright';
import { expect } from 'playwright/test';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import type {} from '../../renderer/office/ask.ts';
import { settle } from './settle.ts';

export interface Place {
  /** Of the room and of its picture. */
  readonly name: string;
  readonly person?: 'RO1' | 'DRO1' | 'C1' | 'C2' | 'C3' | 'agent';
  readonly address: string;
  readonly keys?: readonly string[];
}

/** To a station that votes on two contests. */
const TO_TWO_CONTESTS = ['9', '0', '0', '2', 'Enter'];

export const PLACES: readonly Place[] = [
  { name: 'unlock', address: '/unlock' },
  { name: 'unlock-words', address: '/unlock', keys: ['ArrowDown', 'Enter'] },
  { name: 'unlock-refused', address: '/unlock', keys: ['ArrowDown', 'Enter', 'z', 'z', 'z', 'z', 'Enter'] },
  { name: 'setup', address: '/setup' },
  { name: 'second-medium', person: 'RO1', address: '/setup/medium' },
  { name: 'restore', address: '/setup/restore' },
  { name: 'board', person: 'C3', address: '/board' },
  { name: 'station', person: 'RO1', address: '/board', keys: ['Enter'] },
  { name: 'receive', person: 'C1', address: '/receive' },
  { name: 'receive-contest', person: 'C1', address: '/receive', keys: TO_TWO_CONTESTS },
  { name: 'receive-questions', person: 'C1', address: '/receive', keys: [...TO_TWO_CONTESTS, '6'] },
  { name: 'entry', person: 'C1', address: '/entry' },
  { name: 'entry-faults', person: 'C1', address: '/entry', keys: ['1', '2', '.', '5', 'Enter', '-', 'Enter', '?', 'Enter', 'Shift+Enter'] },
  { name: 'differences', person: 'C3', address: '/differences' },
  { name: 'rulings', person: 'RO1', address: '/rulings' },
  { name: 'signing', person: 'RO1', address: '/sign' },
  { name: 'signing-agent-objection', person: 'agent', address: '/sign/agent', keys: ['2'] },
  { name: 'signing-agent', person: 'agent', address: '/sign/agent' },
  { name: 'receipt', person: 'agent', address: '/sign/agent', keys: ['m', 'q'] },
  { name: 'declare', person: 'RO1', address: '/declare' },
  { name: 'papers', person: 'RO1', address: '/declare', keys: ['p'] },
  { name: 'error-report-empty', person: 'RO1', address: '/declare', keys: ['e'] },
  { name: 'people', person: 'RO1', address: '/people' },
  { name: 'journal', person: 'RO1', address: '/journal' },
  { name: 'verify', person: 'RO1', address: '/verify' },
  { name: 'help', person: 'C1', address: '/entry', keys: ['F1'] },
  { name: 'diary', person: 'C1', address: '/board', keys: ['F8'] },
];

/** Goes there, as whoever is to stand there; `agent` is the first agent of the definition. */
export async function standAt(page: Page, place: Place, agent: string): Promise<void> {
  const person = place.person === 'agent' ? agent : place.person;
  await page.keyboard.press('Escape');
  await page.evaluate(
    async ([wanted, secret]) => {
      const { countersign } = window;
      const frame = (await countersign.ask('frame', {})) as { readonly value?: { readonly person?: { readonly id: string } } };
      const there = frame.value?.person?.id;
      if (there !== undefined && there !== wanted) await countersign.ask('lock', {});
      if (wanted !== undefined && there !== wanted) await countersign.ask('unlock', { person: wanted, secret });
    },
    [person, PRACTICE_PASSPHRASE] as const,
  );
  await page.evaluate((address) => {
    localStorage.setItem('countersign.practised', 'yes');
    window.location.hash = address;
  }, place.address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await settle(page);
  expect(new URL(page.url()).hash, 'the room that was asked for').toMatch(new RegExp(`^#${place.address}`));
  for (const key of place.keys ?? []) {
    await page.keyboard.press(key);
    await settle(page);
  }
}

/** As somebody with F2 and F9 would, in one step. */
export async function preferring(page: Page, wanted: { readonly language: string; readonly theme: string }): Promise<void> {
  await page.evaluate((fields) => window.countersign.ask('prefer', fields), wanted);
  await settle(page);
}
