/**
 * The words on screen, in both languages: nothing that the law, the journal or a verification can say is without words, nothing has
 * words that nobody says, and the two languages say the same with the same gaps to fill. Every namespace found in the folders is
 * held to it, whoever added it.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { BODIES, KINDS, OUTCOMES, ROLES } from '../../core/acts.ts';
import { CHECK_NAMES, type CheckStatus, type Verdict } from '../../core/checks.ts';
import type { Count, Figure } from '../../core/count.ts';
import { DEFAULT_THRESHOLDS } from '../../core/definition.ts';
import { FINDING_RULES } from '../../core/finding-rules.ts';
import { type ClosingWord, COUNT_ROWS, DECISIONS, type Row, TABLE_TOTAL } from '../../core/form.ts';
import { PARTICULARS, particularsSchema } from '../../core/particulars.ts';
import { FAULT_CODES, REFUSAL_CODES } from '../../core/refusals.ts';
import { RULES } from '../../core/roles.ts';
import type { Disposition } from '../../core/summary.ts';
import { STAGES } from '../../core/transitions.ts';

/** Words that are the same in English and Kiswahili, whole. */
const SAME_IN_BOTH: readonly string[] = ['Countersign', 'EAT', 'English', 'Kiswahili', 'PIN'];
const CODE = /\b[RE]-[A-Z]/;
const PLACEHOLDER = /\{\{([a-z][A-Za-z0-9]*)\}\}/g;
const SPOKEN = ['who', 'form', 'station', 'contest', 'person', 'agent', 'version', 'reason'];

/** What a finding that blocks nothing is called, beside its rule. */
const LABELS: readonly string[] = ['note', 'aid'];

type Tree = Readonly<Record<string, unknown>>;
const LANGUAGES = ['en', 'sw'] as const;
type Language = (typeof LANGUAGES)[number];
/** Those of the screens alone, and those that papers have too. */
const FOLDERS = ['../../renderer/i18n', '../../core/words'].map((folder) => path.join(import.meta.dirname, folder));

function filesOf(language: Language): readonly string[] {
  const all = FOLDERS.flatMap((folder) => readdirSync(path.join(folder, language)).map((file) => path.join(folder, language, file)));
  return all.filter((file) => file.endsWith('.ts'));
}

function namespacesOf(language: Language): readonly string[] {
  return filesOf(language)
    .map((file) => path.basename(file, '.ts'))
    .sort();
}

async function read(language: Language): Promise<ReadonlyMap<string, Tree>> {
  const namespaces = new Map<string, Tree>();
  for (const file of filesOf(language)) {
    const words: { readonly default: Tree } = await import(pathToFileURL(file).href);
    namespaces.set(path.basename(file, '.ts'), words.default);
  }
  return namespaces;
}
const WORDS = { en: await read('en'), sw: await read('sw') };

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null;
}

/** Every value with the path of its keys, as deep as it stands. */
function leavesOf(tree: Tree, above: readonly string[] = []): readonly (readonly [readonly string[], unknown])[] {
  return Object.entries(tree).flatMap(([key, value]) =>
    isTree(value) ? leavesOf(value, [...above, key]) : [[[...above, key], value] as const],
  );
}

function flat(language: Language, namespace: string): ReadonlyMap<string, string> {
  const leaves = leavesOf(WORDS[language].get(namespace) ?? {});
  return new Map(leaves.map(([keys, value]) => [keys.join(' > '), String(value)]));
}

/** The keys of a namespace, or of one group in it. */
function keysOf(language: Language, namespace: string, group?: string): readonly string[] {
  const tree = WORDS[language].get(namespace);
  const part = group === undefined ? tree : tree?.[group];
  return isTree(part) ? Object.keys(part) : [];
}

function gapsIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name]) => name ?? ''))].sort();
}

test('both languages have the same namespaces, the law’s among them', () => {
  expect(namespacesOf('sw')).toEqual(namespacesOf('en'));
  expect(namespacesOf('en')).toEqual(expect.arrayContaining(['acts', 'checks', 'findings', 'paper', 'refusals', 'terms']));
});

describe.each(namespacesOf('en'))('in %s', (namespace) => {
  const english = flat('en', namespace);
  const swahili = flat('sw', namespace);

  test('both languages have the same keys', () => {
    expect([...swahili.keys()].sort()).toEqual([...english.keys()].sort());
  });

  test('both languages leave the same gaps to fill, and none is misspelled', () => {
    for (const [key, text] of english) expect([key, gapsIn(swahili.get(key) ?? '')]).toEqual([key, gapsIn(text)]);
    for (const text of [...english.values(), ...swahili.values()]) expect(text.replaceAll(PLACEHOLDER, '')).not.toMatch(/[{}]/);
  });

  test('no text is empty, and none is English left in Kiswahili', () => {
    for (const [key, text] of english) {
      const translated = swahili.get(key) ?? '';
      expect([key, text.trim(), translated.trim()]).not.toContain('');
      const hasWords = /\p{L}/u.test(text.replaceAll(PLACEHOLDER, ''));
      if (hasWords && !SAME_IN_BOTH.includes(text)) expect([key, translated]).not.toEqual([key, text]);
    }
  });

  test('no text tells a code', () => {
    expect([...english.values(), ...swahili.values()].filter((text) => CODE.test(text))).toEqual([]);
  });
});

describe.each(LANGUAGES)('in language %s', (language) => {
  test('every value is a text, at most one level down, and no key has a dot or a colon', () => {
    for (const [namespace, tree] of WORDS[language]) {
      for (const [keys, value] of leavesOf(tree)) {
        expect([namespace, keys, typeof value, keys.length <= 2]).toEqual([namespace, keys, 'string', true]);
        expect(keys.join('')).not.toMatch(/[.:]/);
      }
    }
  });

  test('every refusal and fault has its sentence, with no gap to fill', () => {
    expect([...keysOf(language, 'refusals')].sort()).toEqual([...REFUSAL_CODES, ...FAULT_CODES].sort());
    expect([...flat(language, 'refusals').values()].filter((text) => text.includes('{{'))).toEqual([]);
  });

  test('every finding and note has its words, and only the rulings that may be given', () => {
    expect([...keysOf(language, 'findings')].sort()).toEqual([...FINDING_RULES.map(({ code }) => code), ...LABELS].sort());
    for (const { code, kind, ground } of FINDING_RULES) {
      const rulings = kind === 'note' ? [] : ground === undefined ? ['count'] : ['count', 'disregard'];
      expect([code, keysOf(language, 'findings', code)]).toEqual([code, ['title', 'explain', 'formula', ...rulings]]);
    }
  });

  test('a rule that holds a share names the threshold of the signed definition, and no other rule does', () => {
    const texts = flat(language, 'findings');
    for (const { code, tolerance } of FINDING_RULES) {
      const gaps = ['title', 'explain', 'formula'].map((key) => gapsIn(texts.get(`${code} > ${key}`) ?? ''));
      expect([code, gaps]).toEqual([code, [[], [], tolerance in DEFAULT_THRESHOLDS ? ['threshold'] : []]]);
    }
  });

  test('a rule that allows small numbers says up to how many', () => {
    const texts = flat(language, 'findings');
    const small = FINDING_RULES.filter(({ tolerance }) => tolerance === 'up to 50').map(({ code }) => code);
    expect(small).not.toEqual([]);
    for (const code of small) expect(texts.get(`${code} > formula`)).toMatch(/\b50\b/);
  });

  test('no finding is called a fraud', () => {
    expect([...flat(language, 'findings').values()].filter((text) => /fraud|cheat|rigg|udanganyifu|wizi/i.test(text))).toEqual([]);
  });

  test('every kind of act has a name and a sentence', () => {
    expect([...keysOf(language, 'acts')].sort()).toEqual([...KINDS].sort());
    for (const kind of KINDS) expect([kind, keysOf(language, 'acts', kind)]).toEqual([kind, ['name', 'said']]);
  });

  test('a sentence of the journal fills its gaps from the speaker and what every act of the kind says', () => {
    const texts = flat(language, 'acts');
    for (const kind of KINDS) {
      const fields: Readonly<Record<string, { readonly def: { readonly type: string } }>> = BODIES[kind].def.shape;
      const said = gapsIn(texts.get(`${kind} > said`) ?? '');
      const always = SPOKEN.filter((name) => name === 'who' || (fields[name] !== undefined && fields[name].def.type !== 'optional'));
      expect([kind, said.filter((name) => !always.includes(name))]).toEqual([kind, []]);
      expect([kind, said.includes('who')]).toEqual([kind, !RULES[kind].by.includes('device')]);
      expect([kind, gapsIn(texts.get(`${kind} > name`) ?? '')]).toEqual([kind, []]);
    }
  });

  test('every check has a name and what it proves', () => {
    expect(keysOf(language, 'checks')).toEqual([...CHECK_NAMES, 'status']);
    for (const name of CHECK_NAMES) expect([name, keysOf(language, 'checks', name)]).toEqual([name, ['name', 'explain']]);
    const statuses: Readonly<Record<CheckStatus, true>> = { passed: true, failed: true, 'not checked': true };
    expect(keysOf(language, 'checks', 'status')).toEqual(Object.keys(statuses));
  });
});

const ANSWER = BODIES['signoff-given'].def.shape;
const { book, copy, stamp, alterations } = particularsSchema.def.shape;
const SECTIONS: Readonly<Record<Row['section'], true>> = { candidates: true, counts: true, decisions: true };
const MARKS: Readonly<Record<Exclude<Figure, Count> | 'notEntered', true>> = { blank: true, unreadable: true, notEntered: true };
const CLOSING: Readonly<Record<ClosingWord, true>> = { collated: true, declared: true };
const VERDICTS: Readonly<Record<Verdict, true>> = { authentic: true, consistent: true, failed: true };
const RESULTS: Readonly<Record<Disposition, true>> = {
  awaited: true,
  'in-hand': true,
  counted: true,
  disregarded: true,
  'not-held': true,
  postponed: true,
  lost: true,
  cancelled: true,
  'set-aside': true,
};

/** What stands in each group of words, in the order in which it is told. */
const GROUPS: readonly (readonly [string, string, readonly string[]])[] = [
  ['paper', 'sections', Object.keys(SECTIONS)],
  ['paper', 'rows', [TABLE_TOTAL, ...COUNT_ROWS.map(({ code }) => code), DECISIONS]],
  ['paper', 'marks', Object.keys(MARKS)],
  ['paper', 'closing', Object.keys(CLOSING)],
  ['paper', 'questions', PARTICULARS],
  ['paper', 'defects', PARTICULARS],
  ['paper', 'book', book.options],
  ['paper', 'copy', copy.options],
  ['paper', 'seen', stamp.options],
  ['paper', 'alterations', alterations.options],
  ['terms', 'roles', ROLES],
  ['terms', 'rolesShort', ROLES],
  ['terms', 'stages', STAGES],
  ['terms', 'results', Object.keys(RESULTS)],
  ['terms', 'outcomes', OUTCOMES],
  ['terms', 'answers', ANSWER.choice.options],
  ['terms', 'answersExplained', ANSWER.choice.options],
  ['terms', 'objections', ANSWER.code.def.innerType.options],
  ['terms', 'editions', BODIES['bundle-exported'].def.shape.edition.options],
  ['terms', 'verdicts', Object.keys(VERDICTS)],
  ['terms', 'verdictsExplained', Object.keys(VERDICTS)],
  ['terms', 'locking', BODIES['session-locked'].def.shape.cause.options],
  ['terms', 'basis', BODIES['person-admitted'].def.shape.basis.options],
];

describe.each(LANGUAGES)('in language %s', (language) => {
  test.each(GROUPS)('%s: %s has a word for each and no other', (namespace, group, keys) => {
    expect(keysOf(language, namespace, group)).toEqual(keys);
  });
});
