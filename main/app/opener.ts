/**
 * Opening a centre takes a while, and people are impatient: whoever asks twice for the same one gets the same answer, whoever asks for
 * another one meanwhile gets that one, and whoever leaves gets none. Two centres are never open side by side, not even for a moment.
 */
import { type Result, refuse } from '../../core/result.ts';
import { storageRefusal } from '../../db/storage-trouble.ts';
import { troubleOf } from '../define/files.ts';
import type { Office } from '../office/office.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
}

export interface Opener {
  /** Of what is being opened now, if anything is. */
  progress(): Progress | undefined;
  open(folder: string): Promise<Result<Office>>;
  /** What is being opened is not wanted any more: it is closed as soon as it is there. */
  abandon(): void;
}

export interface OpenerParts {
  readonly open: (folder: string, onProgress: (done: number, total: number) => void) => Promise<Result<Office>>;
  /** A centre that was wanted to the end. */
  readonly opened: (office: Office) => void;
  readonly changed: () => void;
}

interface Wish {
  readonly folder: string;
  progress: Progress;
}

export function createOpener({ open, opened, changed }: OpenerParts): Opener {
  let wish: Wish | undefined;
  let answer: Promise<Result<Office>> = Promise.resolve(refuse('R-NO-CENTRE'));
  const openInTurn = async (mine: Wish, before: Promise<unknown>): Promise<Result<Office>> => {
    await before;
    if (wish !== mine) return refuse('R-NO-CENTRE');
    const onProgress = (done: number, total: number) => {
      mine.progress = { done, total };
      changed();
    };
    const office = await open(mine.folder, onProgress).catch(refuseTrouble);
    if (wish !== mine) return forget(office);
    wish = undefined;
    if (office.ok) opened(office.value);
    changed();
    // Without its place: a window never learns where a folder lies.
    return office.ok ? office : refuse(office.refusal.code, office.refusal.detail);
  };
  return {
    progress: () => wish?.progress,
    open: (folder) => {
      if (wish?.folder === folder) return answer;
      wish = { folder, progress: { done: 0, total: 0 } };
      answer = openInTurn(wish, answer);
      changed();
      return answer;
    },
    abandon: () => {
      wish = undefined;
    },
  };
}

function forget(office: Result<Office>): Result<Office> {
  if (office.ok) office.value.close();
  return refuse('R-NO-CENTRE');
}

/** What the disk or another program is the cause of is a refusal; anything else is our own defect, and thrown on. */
function refuseTrouble(error: unknown): Result<never> {
  const refused = storageRefusal(error);
  return refused === undefined ? refuse('E-FILE', troubleOfDatabase(error)) : { ok: false, refusal: refused };
}

function troubleOfDatabase(error: unknown): string {
  const isOfDatabase = error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_');
  return isOfDatabase ? error.message : troubleOf(error);
}
