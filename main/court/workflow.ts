/**
 * The way of one form as a list of moves: from which stage which command leads where. Which command a stage accepts is read from the
 * program's own transition table; where a command leads is written below, and a test holds both against what forms really do.
 */
import { cellOf, type FormCommand, STAGES, type StageName, TRANSITIONS } from '../../core/transitions.ts';

/** Before the first stage: no paper of this station and contest has come. */
export const AWAITED = 'awaited';
export const BEGINNING = 'form-received';

export interface Move {
  readonly command: FormCommand | typeof BEGINNING;
  readonly from: StageName | typeof AWAITED;
  /** More than one where what was typed decides; the stage itself where the command leaves the form there. */
  readonly to: readonly StageName[];
}

/** Stages that a form can be brought back to: those it can be set aside from. */
const BROUGHT_BACK: readonly StageName[] = STAGES.filter((stage) => stage !== 'set-aside' && cellOf('form-set-aside', stage) === 'ok');

/** Where commands lead that change the stage; all others leave it. */
const LEADS: { readonly [Command in FormCommand]?: (from: StageName) => readonly StageName[] } = {
  'entry-sealed': (from) => (from === 'received' ? ['entered-once'] : ['differing', 'agreed']),
  'reading-sealed': (from) => (from === 'differing' ? ['differing', 'agreed'] : [from]),
  'form-opened': () => ['open'],
  'form-accepted': () => ['accepted'],
  'form-reopened none': () => ['received'],
  'form-reopened figures': () => ['agreed'],
  'form-set-aside': () => ['set-aside'],
  'form-brought-back': () => BROUGHT_BACK,
};

/** Every move there is, command by command in the table's order. */
export function moves(): readonly Move[] {
  const commands = Object.keys(TRANSITIONS) as readonly FormCommand[];
  return [{ command: BEGINNING, from: AWAITED, to: ['received'] }, ...commands.flatMap(movesOf)];
}

function movesOf(command: FormCommand): readonly Move[] {
  const accepting = STAGES.filter((stage) => cellOf(command, stage) === 'ok');
  return accepting.map((from) => ({ command, from, to: LEADS[command]?.(from) ?? [from] }));
}
