/** A centre through many lives: its folder, its memory stick, what it has promised so far, and what time it is there. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { keepPromises } from './life.ts';
import { type Told, toldIn } from './told.ts';

/** Acts after which a centre has lived long enough: the check at each start grows with them. */
const LONGEST = 1500;
const OPENING = '2027-08-10T14:00:00.000Z';

export interface Lineage {
  /** Everything below it belongs to the centre: a blow may be dealt to all of it. */
  readonly root: string;
  readonly folder: string;
  readonly stick: string;
  /** Another disk, which no blow to this one reaches. */
  readonly medium: string;
  readonly promises: string;
  start(): string;
  promised(): readonly Told[];
  /** Keeps what a life promised. */
  remember(told: readonly Told[]): void;
  isOld(): boolean;
  /** Puts another state of the disk in the place of this one. */
  replaceBy(root: string): void;
  remove(): void;
}

export function newLineage(): Lineage {
  const home = mkdtempSync(path.join(tmpdir(), 'countersign-torture-'));
  const root = path.join(home, 'disk');
  const promises = path.join(home, 'promises');
  mkdirSync(path.join(root, 'stick'), { recursive: true });
  mkdirSync(path.join(home, 'medium'));
  writeFileSync(promises, '');
  let last = OPENING;
  let acts = 0;
  return {
    root,
    folder: path.join(root, 'centre'),
    stick: path.join(root, 'stick'),
    medium: path.join(home, 'medium'),
    promises,
    start: () => last,
    promised: () => toldIn(readFileSync(promises, 'utf8')),
    remember: (told) => {
      keepPromises(promises, told);
      const said = told.flatMap((one) => (one.is === 'act' ? [one] : []));
      acts = Math.max(acts, ...said.map(({ seq }) => seq));
      last = said.at(-1)?.at ?? last;
    },
    isOld: () => acts > LONGEST,
    replaceBy: (other) => {
      rmSync(root, { recursive: true });
      cpSync(other, root, { recursive: true });
    },
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
