/**
 * The closing certificate: every contest with the version that stands and its digest, how many acts the journal holds and its head,
 * and everybody who acted with the fingerprint of their key. Whoever keeps this paper can tell whether the night was altered since.
 */
import { present } from '../../../core/result.ts';
import { contestOf, contestStateOf } from '../../../core/state.ts';
import { digestLines, grouped, momentText } from '../figures.ts';
import { cell, heading, table, head as tableHead } from '../form/parts.ts';
import { type Block, type Paper, words as says } from '../layout/blocks.ts';
import type { PaperWords } from '../words/words.ts';
import { bothLanguages, type CentreMoment, certificatePaper, digestFact, facts, peopleTable } from './certificate.ts';

export function closingCertificate(moment: CentreMoment): Paper {
  const { centre, head, at, by, language } = moment;
  const both = bothLanguages(language);
  const { words } = both;
  const said = words.closing;
  const people = [...centre.people.keys()].sort();
  const content: readonly Block[] = [
    says(said.says, { fontSize: 10, margin: [0, 12, 0, 4] }),
    contestTable(moment, words),
    facts([
      [said.closed, `${momentText(at, language)}, ${by.map((id) => centre.people.get(id)?.name ?? id).join(', ')}`],
      [said.acts, grouped(head.size)],
      digestFact(said.head, head.root),
      digestFact(words.opening.journal, centre.journal),
      digestFact(words.opening.definition, centre.definition.digest),
      digestFact(words.opening.device, centre.device),
      [words.opening.software, centre.software.version],
    ]),
    heading(both, ({ opening }) => opening.signature),
    peopleTable(centre, by, words, false),
    heading(both, ({ closing }) => closing.people),
    peopleTable(centre, people, words, true),
  ];
  return certificatePaper(moment, ({ closing }) => closing.title, content);
}

/** The versions that stand. A centre closes only when every contest has one. */
function contestTable({ centre }: CentreMoment, words: PaperWords): Block {
  const { contest, form, version, digest } = words.closing;
  const rows = centre.contests.map((id) => {
    const { contest: named } = contestOf(centre, id);
    const declared = present(contestStateOf(centre, id).declared, `a declared version of ${id}`);
    return [
      cell(named.title, { role: 'TH', bold: true }),
      cell(named.formB),
      cell(String(declared.number)),
      cell(digestLines(declared.digest).join('\n'), { font: 'Mono' }),
    ];
  });
  return table(
    ['*', 40, 50, 200],
    [contest, form, version, digest].map((text) => tableHead(text)),
    rows,
  );
}
