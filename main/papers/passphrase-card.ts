/**
 * The card that a person carries: whose key it opens, the fingerprint to compare, the five words with their places, and how to use
 * them. It is printed once, handed over and kept nowhere; nothing else is on it, and no date.
 */
import { groupsOf } from '../../core/groups.ts';
import { START_OF_TIME } from '../../core/state.ts';
import { digestLines } from './figures.ts';
import { type Block, type Language, type Paper, QUIET, words as says } from './layout/blocks.ts';
import { fill, wordsIn } from './words/words.ts';

export interface PassphraseCard {
  readonly person: { readonly id: string; readonly name: string; readonly role: 'ro' | 'dro' | 'clerk' | 'agent' };
  /** The key's id, 64 hexadecimal digits. */
  readonly fingerprint: string;
  /** Five words, parted by blanks. */
  readonly passphrase: string;
  readonly language: Language;
}

/** A postcard, lying. */
const CARD = { width: 419.53, height: 297.64 };
const MARGIN = 26;

export function passphraseCard(card: PassphraseCard): Paper {
  const { person, fingerprint, language } = card;
  const words = wordsIn(language);
  return {
    title: `${words.card.title}, ${person.id}`,
    subject: groupsOf(fingerprint).join(' '),
    language,
    at: START_OF_TIME,
    identity: `${person.id} ${fingerprint} ${language}`,
    size: CARD,
    margins: { left: MARGIN, right: MARGIN, top: MARGIN, bottom: 16 },
    content: cardBlocks(card),
  };
}

function cardBlocks({ person, fingerprint, passphrase, language }: PassphraseCard): readonly Block[] {
  const words = wordsIn(language);
  const list = passphrase.split(' ');
  const label = { fontSize: 7, color: QUIET } as const;
  return [
    says(words.card.title, { ...label, role: 'P' }),
    says(person.name, { role: 'H1', fontSize: 14, bold: true }),
    says(fill(words.card.of, { role: words.roles[person.role], id: person.id }), { fontSize: 9 }),
    says(words.card.fingerprint, { ...label, margin: [0, 7, 0, 0] }),
    says(digestLines(fingerprint).join('\n'), { font: 'Mono', fontSize: 8.5 }),
    says(words.card.words, { ...label, margin: [0, 8, 0, 2] }),
    {
      table: {
        widths: list.map(() => '*' as const),
        body: [
          list.map((word, at) =>
            says(
              [
                { text: `${at + 1}\n`, fontSize: 7, color: QUIET },
                { text: word, font: 'Mono', fontSize: 12.5, bold: true },
              ],
              { alignment: 'center' },
            ),
          ),
        ],
      },
      rules: () => 0.8,
      uprights: () => 0.8,
      padding: 4,
    },
    says(words.card.use.join('\n'), { fontSize: 8, margin: [0, 9, 0, 0] }),
  ];
}
