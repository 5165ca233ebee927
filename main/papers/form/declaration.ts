/**
 * What the returning officer says, with room for ink and the stamp; who put a key to this version; and the block by which the forms
 * are handed over and taken over.
 */
import { digestLines, grouped, momentText } from '../figures.ts';
import { type Block, EMPTY, words as says, stack, type Table } from '../layout/blocks.ts';
import { fill } from '../words/words.ts';
import { markOf } from './agents.ts';
import { box, cell, head, heading, line, QUIET_SMALL, section, table } from './parts.ts';
import type { PaperSignature, Telling } from './subject.ts';

const COLUMN_GAP = 28;

export function declarationBlocks(telling: Telling): readonly Block[] {
  return [...signerBlocks(telling), { columns: [declaration(telling), handover(telling)], columnGap: COLUMN_GAP, unbreakable: true }];
}

// ---- the declaration ---------------------------------------------------------------------------------------------------------

function declaration(telling: Telling): Block {
  const { content, words, signing, legalText = '' } = telling;
  const text = fill(words.declaration[content.word], {
    contest: content.contest.title,
    constituency: `${content.constituency.name} ${content.constituency.code}`,
  });
  const officials = officialsOf(telling);
  const stamp = stack([box(96, 74), says(words.declaration.stamp, QUIET_SMALL)]);
  return stack([
    heading(telling, (said) => said.declaration.title),
    ...(legalText === '' ? [] : [says(legalText, { fontSize: 8.5, margin: [0, 0, 0, 3] })]),
    says(text, { fontSize: 8.5 }),
    says(doneText(telling), { fontSize: 8.5, bold: signing.declared !== undefined, margin: [0, 3, 0, 0] }),
    {
      columns: [
        { ...stack(officials.flatMap((official) => inkFor(telling, official))), width: '*' },
        { ...stamp, width: 100, margin: [0, 6, 0, 0] },
      ],
      columnGap: 10,
    },
  ]);
}

function doneText({ content, words, signing: { declared } }: Telling): string {
  if (declared === undefined) return words.declaration.notYet;
  const done = content.word === 'declared' ? words.declaration.done_declared : words.declaration.done_collated;
  const alone = declared.alone === undefined ? '' : ` ${fill(words.declaration.alone, { reason: declared.alone })}`;
  return `${fill(done, { at: momentText(declared.at, words.language), name: declared.name })}${alone}`;
}

/** The two who signed; before that, empty lines for a returning officer and a deputy. */
function officialsOf({ signing, words }: Telling): readonly Partial<PaperSignature>[] {
  const signed = signing.signatures.map(({ person, name, role }) => ({ person, name: `${name}, ${words.roles[role].toLowerCase()}` }));
  const expected = [{ name: words.roles.ro }, { name: words.roles.dro }];
  return signed.length >= 2 ? signed : [...signed, ...expected.slice(signed.length)];
}

function inkFor(telling: Telling, { person, name = '' }: Partial<PaperSignature>): readonly Block[] {
  const { words } = telling;
  const mark = person === undefined ? EMPTY : markOf(telling, person);
  const lines: Table = {
    isArrangement: true,
    table: {
      widths: ['*', 62, 84],
      heights: (row) => (row === 0 ? 20 : 0),
      body: [
        [mark, EMPTY, EMPTY],
        [words.declaration.signature, words.declaration.date, words.declaration.identity].map((under) => says(under, QUIET_SMALL)),
      ],
    },
    rules: (at) => (at === 1 ? 0.6 : 0),
    padding: 1,
  };
  return [says(name, { fontSize: 8.5, bold: true, margin: [0, 6, 0, 0] }), lines];
}

// ---- keys --------------------------------------------------------------------------------------------------------------------

function signerBlocks(telling: Telling): readonly Block[] {
  const { words, signing } = telling;
  const title = heading(telling, ({ signers }) => signers.title);
  if (signing.signatures.length === 0) return section(title, says(words.signers.none, { fontSize: 8.5 }));
  const rows = signing.signatures.map(({ name, role, at, key }) => [
    cell(name, { role: 'TH', bold: true }),
    cell(words.roles[role]),
    cell(momentText(at, words.language)),
    cell(digestLines(key).join('\n'), { font: 'Mono' }),
  ]);
  const { name, role, at, key } = words.signers;
  return section(
    title,
    table(
      [150, 130, 130, '*'],
      [name, role, at, key].map((text) => head(text)),
      rows,
    ),
  );
}

// ---- handing over ------------------------------------------------------------------------------------------------------------

function handover(telling: Telling): Block {
  const { content, words } = telling;
  const form = content.contest.formA;
  const accepted = content.stations.filter((station) => station.form !== undefined).length;
  const setAside = content.stations.reduce((sum, station) => sum + station.setAside.length, 0);
  const submitted = stack([
    says([{ text: `${fill(words.handover.submitted, { form })}: ` }, { text: grouped(accepted + setAside), bold: true, fontSize: 12 }], {
      fontSize: 8.5,
    }),
    says(fill(words.handover.ofThese, { accepted, setAside }), QUIET_SMALL),
  ]);
  const received = {
    columns: [
      { ...says(`${fill(words.handover.received, { form })}:`, { fontSize: 8.5, margin: [0, 6, 0, 0] }), width: '*' as const },
      { ...box(70, 22), width: 72 },
    ],
  };
  return stack([
    heading(telling, (said) => said.handover.title),
    { columns: [submitted, received], columnGap: 12 },
    ...[words.handover.handedBy, words.handover.takenBy].flatMap((who) => handLines(telling, who)),
  ]);
}

function handLines({ words }: Telling, who: string): readonly Block[] {
  const { signature, date, time } = words.declaration;
  const lines = [line(words.handover.name), line(signature), { ...line(date), width: 56 }, { ...line(time), width: 40 }];
  return [says(who, { fontSize: 8.5, bold: true, margin: [0, 8, 0, 0] }), { columns: lines, columnGap: 8 }];
}
