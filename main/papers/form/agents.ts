/**
 * Every accredited agent with the outcome of this summary, the words said for it, and room for a signature in ink. A mark drawn on
 * the screen is printed in the box; what binds is the key.
 */
import { type Block, EMPTY, words as says } from '../layout/blocks.ts';
import { flatPicture } from '../layout/flat-picture.ts';
import { fill, type PaperWords } from '../words/words.ts';
import { cell, head, heading, section, table } from './parts.ts';
import { nameIn, type PaperOutcome, type Telling } from './subject.ts';

const INK_HEIGHT = 24;
const MARK_BOX = [104, 22] as const;

export function agentBlocks(telling: Telling): readonly Block[] {
  const { content, words } = telling;
  const title = heading(telling, ({ agents }) => agents.title);
  if (content.agents.length === 0) return section(title, says(words.agents.none, { fontSize: 8.5 }));
  const { name, party, outcome, reason, identity, signature } = words.agents;
  const rows = content.agents.map((agent) => agentRow(telling, agent));
  const heads = [name, party, outcome, reason, identity, signature].map((text) => head(text));
  const widths = [120, 100, 100, '*', 90, 110] as const;
  const grid = table(widths, heads, rows, { uprights: (at, columns) => (at >= columns - 2 ? 0.4 : 0) });
  return section(title, { ...grid, table: { ...grid.table, heights: (row) => (row === 0 ? 0 : INK_HEIGHT) } });
}

function agentRow(telling: Telling, { agent, name, party }: Telling['content']['agents'][number]): readonly Block[] {
  const { words, signing } = telling;
  const outcome = signing.outcomes.find((one) => one.agent === agent);
  return [
    cell(name, { role: 'TH', bold: true }),
    cell(party),
    cell(outcomeText(outcome, words)),
    cell(reasonText(telling, outcome)),
    EMPTY,
    markOf(telling, agent),
  ];
}

function outcomeText(outcome: PaperOutcome | undefined, words: PaperWords): string {
  if (outcome === undefined) return words.agents.notAsked;
  return outcome.outcome === 'owed' ? words.agents.owed : words.outcomes[outcome.outcome];
}

function reasonText({ words }: Telling, outcome: PaperOutcome | undefined): string {
  const { reason, closedBy } = outcome ?? {};
  if (reason === undefined) return '';
  return closedBy === undefined ? reason : fill(words.agents.closed, { reason, by: closedBy });
}

/** The mark somebody drew, or an empty box: also where the bytes given are no picture. */
export function markOf({ content, marks, words }: Telling, person: string): Block {
  const drawn = marks?.get(person);
  const flat = drawn === undefined ? undefined : flatPicture(drawn);
  if (flat === undefined) return EMPTY;
  const image = `data:image/png;base64,${Buffer.from(flat).toString('base64')}`;
  return { image, fit: MARK_BOX, alt: fill(words.agents.mark, { name: nameIn(content, person) }) };
}
