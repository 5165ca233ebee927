/**
 * The people of the small day at one keyboard: who has which words, how the keyboard changes hands, how somebody gets a key and is
 * admitted. Keys only; the words are read from the card on the screen, as their owner would write them down.
 */
import { expect } from 'playwright/test';
import { type Hands, handsOn } from '../hands.ts';
import { inTime, PATIENCE } from '../in-time.ts';
import { settle } from '../settle.ts';

const TELLING_LETTERS = 4;
/** Milliseconds between one look and the next; the last holds from then on. */
const LOOKS = [20, 20, 20, 50, 100];

export interface Crew {
  readonly hands: Hands;
  /** Hands the keyboard to a person and waits until that person has it. */
  become(person: string): Promise<void>;
  /** In the open dialog of a new key: makes one, writes the words down, types them back. */
  makeKey(person: string): Promise<void>;
  /** Goes to a room by its key. */
  room(key: string, title: string | RegExp): Promise<void>;
}

export function crewAt(page: Hands['page'], words = new Map<string, readonly string[]>()): Crew {
  const hands = handsOn(page);
  const typeWords = async (person: string) => {
    const own = words.get(person);
    if (own === undefined) throw new Error(`nobody wrote down the words of ${person}`);
    for (const [at, word] of own.entries()) {
      await hands.type(word.slice(0, TELLING_LETTERS));
      if (at < own.length - 1) await hands.press('Space');
    }
    await hands.press('Enter');
  };
  return {
    hands,
    become: async (person) => {
      await hands.press('F10');
      await hands.stand('Unlock');
      await settle(page);
      await hands.type(person);
      await settle(page);
      await hands.press('Enter');
      await hands.see('Hand the keyboard to');
      await settle(page);
      await typeWords(person);
      await expect.poll(() => personAt(hands), { timeout: PATIENCE, intervals: LOOKS }).toBe(person);
      await settle(page);
      if ((await hands.read()).includes('A PIN for this evening?')) await hands.press('Escape');
      await settle(page);
    },
    makeKey: async (person) => {
      await hands.press('m');
      await hands.see('Shown once and kept nowhere');
      words.set(person, await cardOn(hands));
      await hands.press('Enter');
      await hands.see('Type the five words from the paper');
      await settle(page);
      await typeWords(person);
      await hands.miss('Type the five words from the paper');
      await settle(page);
    },
    room: async (key, title) => {
      await hands.press(`Alt+${key}`);
      await hands.stand(title);
      await settle(page);
    },
  };
}

/** The five words, as the card shows them. */
async function cardOn({ page }: Hands): Promise<readonly string[]> {
  const card = await page.getByRole('region', { name: 'Passphrase card' }).innerText();
  const words = [...card.matchAll(/^\s*[1-5]\s+([a-z]{3,8})\s*$/gm)].map(([, word = '']) => word);
  expect(words).toHaveLength(5);
  return words;
}

/** Who is at the keyboard, as the office says. */
async function personAt({ page }: Hands): Promise<string | undefined> {
  const frame = await inTime(
    'who is at the keyboard',
    page.evaluate(() => window.countersign.ask('frame', {})),
  );
  return (frame as { readonly value?: { readonly person?: { readonly id: string } } }).value?.person?.id;
}
