/**
 * The workflow of a form as a drawing, made from the program's own transition table: a box and a line below it for each stage, and
 * for each move an arrow from the line of the stage it leaves to the line of the stage it leads to. A command that leaves the form
 * where it is stands as a square on the line. When the table changes, the drawing changes.
 */
import { STAGES } from '../../core/transitions.ts';
import { type Markup, markup } from './markup.ts';
import type { Words } from './words/words.ts';
import { AWAITED, type Move, moves } from './workflow.ts';

const COLUMNS = [AWAITED, ...STAGES] as const;
const NAMES_WIDTH = 236;
const COLUMN_WIDTH = 128;
const BOX = { width: 120, height: 34, top: 8 };
const FIRST_ROW = 70;
const ROW_HEIGHT = 22;
const HEAD = 7;
const INK = '#1b1b1b';

const centre = (stage: Move['from']): number => NAMES_WIDTH + COLUMN_WIDTH * (COLUMNS.indexOf(stage) + 0.5);

/** A line of the drawing: one command from one stage, or all stages in which a command changes nothing. */
interface Line {
  readonly name: string;
  readonly drawn: readonly Markup[];
  readonly y: number;
}

export function workflowChart(words: Words): Markup {
  const lines = linesOf(words);
  const height = FIRST_ROW + ROW_HEIGHT * lines.length + 8;
  const width = NAMES_WIDTH + COLUMN_WIDTH * COLUMNS.length + 8;
  return markup`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="workflow-title workflow-says" font-family="system-ui, sans-serif" font-size="12">
<title id="workflow-title">${words.chart.title}</title>
<desc id="workflow-says">${words.chart.says}</desc>
<rect width="${width}" height="${height}" fill="#fff"/>
${COLUMNS.map((stage) => box(stage, words, height))}
${lines.map(row)}
</svg>
`;
}

function box(stage: Move['from'], words: Words, height: number): Markup {
  const x = centre(stage);
  const isFirst = stage === AWAITED;
  return markup`<g data-stage="${stage}"><line x1="${x}" y1="${BOX.top + BOX.height}" x2="${x}" y2="${height - 8}" stroke="#8a8a8a" stroke-dasharray="2 3"/>
<rect x="${x - BOX.width / 2}" y="${BOX.top}" width="${BOX.width}" height="${BOX.height}" rx="2" fill="#f4f3f0" stroke="${INK}" stroke-dasharray="${isFirst ? '4 3' : 'none'}"/>
<text x="${x}" y="${BOX.top + 21}" text-anchor="middle">${words.stages[stage]}</text></g>
`;
}

function linesOf(words: Words): readonly Line[] {
  const changing = moves().filter(({ from, to }) => to.some((stage) => stage !== from));
  const staying = Map.groupBy(
    moves().filter(({ from, to }) => to.every((stage) => stage === from)),
    ({ command }) => command,
  );
  const drawn = [
    ...changing.map((move) => [move.command, (y: number) => arrowsOf(move, y)] as const),
    ...[...staying].map(([command, still]) => [command, (y: number) => still.map((move) => stay(move, y))] as const),
  ];
  return drawn.map(([command, draw], at) => {
    const y = FIRST_ROW + ROW_HEIGHT * at;
    return { name: words.commands[command], drawn: draw(y), y };
  });
}

function row({ name, drawn, y }: Line): Markup {
  return markup`<text x="8" y="${y + 4}">${name}</text>${drawn}
`;
}

/** From the stage's line to each stage it leads to, the nearest first; a stage that may also stay bears the square of staying. */
function arrowsOf({ command, from, to }: Move, y: number): readonly Markup[] {
  const away = to.filter((stage) => stage !== from).toSorted((one, other) => distance(from, one) - distance(from, other));
  const arrows = away.map((stage, at) => arrow({ command, from, to: stage }, centre(away[at - 1] ?? from), y));
  const source =
    away.length < to.length ? stay({ command, from }, y) : markup`<circle cx="${centre(from)}" cy="${y}" r="4" fill="${INK}"/>`;
  return [...arrows, source];
}

function distance(from: Move['from'], to: Move['from']): number {
  return Math.abs(centre(from) - centre(to));
}

interface Drawn {
  readonly command: Move['command'];
  readonly from: Move['from'];
}

function arrow({ command, from, to }: Drawn & { readonly to: Move['to'][number] }, start: number, y: number): Markup {
  const end = centre(to);
  const back = end < centre(from) ? HEAD : -HEAD;
  const points = `${end},${y} ${end + back},${y - 4} ${end + back},${y + 4}`;
  const line = markup`<line x1="${start}" y1="${y}" x2="${end + back}" y2="${y}" stroke="${INK}" stroke-width="1.5"/>`;
  return markup`<g data-command="${command}" data-from="${from}" data-to="${to}">${line}<polygon points="${points}" fill="${INK}"/></g>`;
}

function stay({ command, from }: Drawn, y: number): Markup {
  const side = 8;
  return markup`<rect data-command="${command}" data-from="${from}" data-to="${from}" x="${centre(from) - side / 2}" y="${y - side / 2}" width="${side}" height="${side}" fill="#fff" stroke="${INK}" stroke-width="1.5"/>`;
}
