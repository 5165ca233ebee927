/**
 * Form 34B and its kin, 35B to 39B: every station with its figures as written, the totals, what is not counted and why, the agents'
 * outcomes, the declaration and the hand-over, over as many pages as it takes. It follows from the summary and from what was signed
 * on it, and from nothing else.
 */
import { digest as digestOf } from '../../../core/bytes.ts';
import { A4_LANDSCAPE, type Block, type Paper } from '../layout/blocks.ts';
import { fill, type PaperWords } from '../words/words.ts';
import { agentBlocks } from './agents.ts';
import { changeBlocks } from './changes.ts';
import { declarationBlocks } from './declaration.ts';
import { dispositionBlocks } from './dispositions.ts';
import { frame } from './frame.ts';
import { resultBlocks } from './results.ts';
import { stationPages } from './station-pages.ts';
import { documentId, type FormOptions, type Subject, stampsOf, type Telling, telling } from './subject.ts';

/** The paper, ready to be rendered. */
export function constituencyForm(subject: Subject, options: FormOptions = {}): Paper {
  const told = telling(subject, options);
  const framed = frame(told, (words) => headingOf(told, words), A4_LANDSCAPE);
  const { margins, size } = framed;
  const room = { width: size.width - margins.left - margins.right, height: size.height - margins.top - margins.bottom };
  const content: readonly Block[] = [
    ...stationPages(told, room),
    ...resultBlocks(told),
    ...changeBlocks(told),
    ...dispositionBlocks(told),
    ...agentBlocks(told),
    ...declarationBlocks(told),
  ];
  return { ...framed, ...naming(told, headingOf(told, told.words)), content };
}

function headingOf({ content }: Telling, words: PaperWords) {
  const { contest, word } = content;
  const title = fill(word === 'collated' ? words.head.collation : words.head.declaration, { contest: contest.title });
  return { form: fill(words.form, { code: contest.formB }), title };
}

/** How the file names itself: what a window shows as its title, and what makes it this document and no other. */
export function naming(told: Telling, heading: { readonly form: string; readonly title: string }) {
  const { content, digest, state, language } = told;
  const { constituency, county, version, prepared } = content;
  const stamps = stampsOf(told).map((stamp) => `${stamp}: `);
  return {
    language,
    title: `${stamps.join('')}${heading.form}, ${constituency.name} ${constituency.code}. ${heading.title}`,
    subject: `${documentId(content)}, version ${version}, ${constituency.name}, ${county.name}`,
    at: prepared.at,
    identity: [digest, version, state, language, ...drawnOn(told)].join(' '),
  };
}

/** A form with marks drawn on it is another document than the bundle's, which never has any: they are no part of the journal. */
function drawnOn({ marks = new Map<string, Uint8Array>() }: Telling): readonly string[] {
  return [...marks].map(([person, mark]) => `${person} ${digestOf(mark)}`).sort();
}
