/**
 * The picture of a practice paper: one page in the order of the real form (DOMAIN, Form 34A), filled in as by hand, signed with a
 * scribble and stamped, so that a clerk can key from it; REHEARSAL stands across it. It takes the place of the scan of a real form.
 * A box left blank is empty here, an unreadable one is smudged.
 */
import { digest, utf8 } from '../../core/bytes.ts';
import type { Figure } from '../../core/count.ts';
import type { Contest, Definition, Station } from '../../core/definition.ts';
import { COUNT_ROWS, candidateRow, TABLE_TOTAL } from '../../core/form.ts';
import { present } from '../../core/result.ts';
import type { PaperForm } from '../forms-file.ts';
import { type Ink, newPicture, PAGE, type Picture, type Point } from '../practice/picture.ts';
import { type Seeded, seeded } from '../seeded.ts';
import { practiceDecisions } from './keying.ts';

const LEFT = 48;
const RIGHT = PAGE.width - LEFT;
/** Where the column of figures begins. */
const FIGURES = RIGHT - 92;
const PEN: Ink = [0.08, 0.16, 0.5];
const STAMP: Ink = [0.42, 0.2, 0.55];
const PALE: Ink = [0.87, 0.87, 0.87];
const SMALL = { size: 8 };
/** Decisions that there is room for; a paper with more says how many follow. */
const DECISIONS_SHOWN = 9;

const COUNT_LABELS: Readonly<Record<string, string>> = {
  registered: 'Total number of registered voters in the polling station',
  rejected: 'Total number of rejected ballot papers',
  objected: 'Total number of rejection objected to ballot papers',
  disputed: 'Total number of disputed votes',
  valid: 'Total number of valid votes cast',
};

interface Sheet {
  readonly form: PaperForm;
  readonly definition: Definition;
  readonly contest: Contest;
  readonly station: Station;
  readonly picture: Picture;
  readonly random: Seeded;
}

/** The bytes of the picture; the same form of the same definition gives the same bytes. */
export function practicePaper(form: PaperForm, definition: Definition): Uint8Array {
  const contest = present(
    definition.contests.find(({ id }) => id === form.contest),
    'contest',
  );
  const station = present(
    definition.stations.find(({ code }) => code === form.station),
    'station',
  );
  const random = seeded(Number.parseInt(digest(utf8(`${form.contest} ${form.station} ${form.serial}`)).slice(0, 8), 16));
  const sheet: Sheet = { form, definition, contest, station, picture: newPicture(), random };
  sheet.picture.text({ x: 105, y: 210 }, 'REHEARSAL', { font: 'bold', size: 92, ink: PALE, turn: 52 });
  const foot = counts(sheet, candidates(sheet, heading(sheet)));
  signatures(sheet, decisions(sheet, foot));
  return sheet.picture.bytes();
}

/** Draws the head of the form; answers where the next part begins, as every part does. */
function heading({ form, definition, contest, station, picture }: Sheet): number {
  const ward = definition.wards.find(({ code }) => code === station.ward);
  const { county, constituency } = definition;
  picture.text({ x: LEFT, y: 792 }, `FORM ${contest.formA}`, { font: 'bold', size: 18 });
  picture.text({ x: LEFT, y: 776 }, `Result of the election at a polling station: ${contest.title}`, { font: 'bold', size: 10 });
  picture.text({ x: LEFT, y: 763 }, `${definition.title}, ${definition.date}`, SMALL);
  picture.box({ x: FIGURES - 60, y: 784 }, RIGHT - FIGURES + 60, 24);
  picture.text({ x: FIGURES - 54, y: 792 }, 'Serial', SMALL);
  picture.text({ x: FIGURES - 22, y: 791 }, form.serial === '-' ? '' : form.serial, { font: 'bold', size: 12 });
  const places: readonly (readonly [string, string, string])[] = [
    ['Polling station', station.name, station.code],
    ['Ward', ward?.name ?? '', station.ward],
    ['Constituency', constituency.name, constituency.code],
    ['County', county.name, county.code],
  ];
  places.forEach(([label, name, code], at) => {
    const y = 742 - at * 14;
    picture.text({ x: LEFT, y }, label, SMALL);
    picture.text({ x: LEFT + 74, y }, name, { font: 'bold', size: fitted(name, 10, FIGURES - LEFT - 142) });
    picture.text({ x: FIGURES - 60, y }, `Code  ${code}`, { size: 10 });
  });
  return 742 - places.length * 14 + 4;
}

/** As many rows as there are candidates: 33 still fit above what follows. */
function candidates(sheet: Sheet, top: number): number {
  const { picture, contest } = sheet;
  const height = Math.min(27, (top - 336) / (contest.candidates.length + 2));
  picture.text({ x: LEFT + 4, y: top - height + 4 }, 'No.', { ...SMALL, font: 'bold' });
  picture.text({ x: LEFT + 36, y: top - height + 4 }, 'Name of candidate', { ...SMALL, font: 'bold' });
  picture.text({ x: FIGURES + 4, y: top - height + 4 }, 'Valid votes', { ...SMALL, font: 'bold' });
  contest.candidates.forEach(({ number, name, party }, at) => {
    const y = top - (at + 2) * height;
    row(sheet, y, height, String(number), `${name}  (${party})`, candidateRow(number));
  });
  const foot = top - (contest.candidates.length + 2) * height;
  row(sheet, foot, height, '', 'Total number of valid votes cast', TABLE_TOTAL);
  const tall = top - foot;
  picture.box({ x: LEFT, y: foot }, RIGHT - LEFT, tall, 1);
  for (const x of [LEFT + 30, FIGURES]) picture.line({ x, y: foot }, { x, y: top });
  return foot - 12;
}

function counts(sheet: Sheet, top: number): number {
  const { picture } = sheet;
  const height = 19;
  picture.text({ x: LEFT, y: top - 8 }, 'Polling station counts', { font: 'bold', size: 9 });
  const first = top - 14;
  COUNT_ROWS.forEach(({ code, line }, at) => {
    row(sheet, first - (at + 1) * height, height, `${line}.`, COUNT_LABELS[code] ?? code, code);
  });
  const foot = first - COUNT_ROWS.length * height;
  picture.box({ x: LEFT, y: foot }, RIGHT - LEFT, first - foot, 1);
  for (const x of [LEFT + 30, FIGURES]) picture.line({ x, y: foot }, { x, y: first });
  return foot - 12;
}

/** One printed line with its figure written in. */
function row({ picture, form, random }: Sheet, y: number, height: number, number: string, label: string, code: string): void {
  const size = Math.min(10, height - 2);
  const base = y + (height - 0.7 * size) / 2;
  picture.line({ x: LEFT, y: y + height }, { x: RIGHT, y: y + height });
  picture.text({ x: LEFT + 6, y: base }, number, { size });
  picture.text({ x: LEFT + 36, y: base }, label, { size: fitted(label, size, FIGURES - LEFT - 42) });
  figure(picture, random, { x: RIGHT - 12, y }, form.figures?.[code] ?? 'blank', height);
}

/** A size at which the words are no longer than their place: letters are half as wide as high on average, capitals more. */
function fitted(words: string, size: number, room: number): number {
  const length = [...words].reduce((sum, letter) => sum + (letter === letter.toLowerCase() ? 0.53 : 0.72), 0);
  return Math.min(size, room / length);
}

function figure(picture: Picture, random: Seeded, { x, y }: Point, value: Figure, height: number): void {
  if (value === 'blank') return;
  const size = Math.min(16, height);
  const base = y + (height - 0.66 * size) / 2;
  if (value === 'unreadable') smudge(picture, random, { x, y: base }, size);
  else picture.digits({ x: x - random.next() * 5, y: base + random.next() - 0.5 }, value, { font: 'written', size, ink: PEN });
}

/** Figures written over each other until nobody can tell. */
function smudge(picture: Picture, random: Seeded, { x, y }: Point, size: number): void {
  const near = (): Point => ({ x: x - random.next() * 34, y: y - 2 + random.next() * size });
  for (let stroke = 0; stroke < 4; stroke++) picture.curve(Array.from({ length: 13 }, near), 2, PEN);
}

function decisions({ picture, form, contest }: Sheet, top: number): number {
  const first = contest.candidates[0]?.number ?? 1;
  const made = practiceDecisions(form.figures ?? {}, first);
  picture.text({ x: LEFT, y: top - 8 }, 'Decisions on disputed votes (ballot paper, candidate)', { font: 'bold', size: 9 });
  if (made.length === 0) picture.text({ x: LEFT + 6, y: top - 24 }, 'none', { font: 'written', size: 12, ink: PEN });
  made.slice(0, DECISIONS_SHOWN).forEach(({ ballot, candidate }, at) => {
    const place = { x: LEFT + 6 + (at % 3) * 160, y: top - 24 - Math.floor(at / 3) * 14 };
    picture.text(place, `${ballot}, candidate ${candidate}`, { font: 'written', size: 12, ink: PEN });
  });
  const more = made.length - DECISIONS_SHOWN;
  if (more > 0) picture.text({ x: LEFT + 300, y: top - 8 }, `and ${more} more, up to practice ${made.length}, candidate ${first}`, SMALL);
  return top - 62;
}

/** Presiding officer and deputy, in a hand that is nobody's, and the stamp over the second. */
function signatures({ picture, random, definition, station }: Sheet, top: number): void {
  ['Presiding officer', 'Deputy presiding officer'].forEach((office, at) => {
    const y = top - 34 - at * 36;
    picture.text({ x: LEFT, y }, office, { size: 9 });
    picture.line({ x: LEFT + 110, y: y - 2 }, { x: LEFT + 260, y: y - 2 });
    picture.text({ x: LEFT + 272, y }, 'Date', { size: 9 });
    picture.text({ x: LEFT + 298, y }, definition.date, { font: 'written', size: 12, ink: PEN });
    scribble(picture, random, { x: LEFT + 122, y: y + 3 });
  });
  const centre = { x: RIGHT - 52, y: top - 46 };
  for (const radius of [40, 36]) picture.circle(centre, radius, 1.2, STAMP);
  ['PRESIDING', 'OFFICER', station.code.slice(-5), 'REHEARSAL'].forEach((words, at) => {
    picture.text({ x: centre.x - words.length * 2.7, y: centre.y + 14 - at * 11 }, words, { font: 'bold', size: 8, ink: STAMP });
  });
  picture.text(
    { x: LEFT, y: 28 },
    'REHEARSAL. Nobody voted here; stations, names, figures and signatures of this paper are practice.',
    SMALL,
  );
}

/** A line that wanders to the right in loops, smooth where its strokes meet: a signature that nobody has. */
function scribble(picture: Picture, random: Seeded, { x, y }: Point): void {
  const places = Array.from({ length: 13 }, (_, at): Point => {
    const height = at < 3 ? 22 : 11;
    return { x: x + at * 9 + (random.next() - 0.3) * 8, y: y + (at % 2 === 0 ? -2 : height) + (random.next() - 0.5) * height * 0.7 };
  });
  const strokes = places.slice(1).flatMap((place, at) => {
    const before = present(places[at], 'place');
    return [{ x: before.x + 7, y: before.y + (at % 2 === 0 ? -3 : 3) }, { x: place.x - 7, y: place.y + (at % 2 === 0 ? 3 : -3) }, place];
  });
  picture.curve([present(places[0], 'place'), ...strokes], 1.1, PEN);
}
