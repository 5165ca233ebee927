/**
 * One station's acts as the journal holds them, made ready for reading: who, when, what, and the words that belong to it. Figures
 * never stand here; answers to an open form and words that may repeat figures are left out where the viewer must not see them yet.
 */
import type { Act, Kind, Role } from '../acts.ts';
import type { Form } from '../state.ts';
import { areOutcomesShown, isTextShown } from './discretion.ts';
import { nameOf } from './named.ts';
import type { Seen } from './seen.ts';

/** An act with its place in the journal. */
export interface SaidAct {
  readonly seq: number;
  readonly act: Act;
}
export interface ToldAct {
  readonly seq: number;
  readonly at: string;
  readonly kind: Kind;
  readonly by: string;
  readonly role: Role;
  readonly digest: string;
  readonly form?: string;
  readonly revision?: number;
  readonly agent?: string;
  readonly version?: number;
  /** The reason given, or the text of a remark. */
  readonly text?: string;
  /** There are words, but not for this viewer yet. */
  readonly isTextWithheld?: true;
  readonly choice?: 'agree' | 'object' | 'refuse';
  readonly stance?: 'agree' | 'object';
  readonly finding?: string;
  readonly ruling?: 'count' | 'disregard';
  readonly keep?: 'none' | 'figures';
  readonly disposition?: string;
}

/** The acts in order, and how many are withheld because the viewer has not answered the open form yet. */
export function tellActs(seen: Seen, said: readonly SaidAct[]): { readonly acts: readonly ToldAct[]; readonly withheld: number } {
  const shown = said.filter(({ act }) => !isWithheld(seen, act));
  return { acts: shown.map((one) => tell(seen, one)), withheld: said.length - shown.length };
}

/** That an agent *did not respond* is that agent's outcome; that somebody answered is none. */
function isWithheld(seen: Seen, act: Act): boolean {
  return act.kind === 'signoff-closed' && !isOutcomeShown(seen, act.body);
}

function isOutcomeShown(seen: Seen, { form: id, revision }: { readonly form: string; readonly revision: number }): boolean {
  const form = seen.centre.forms.get(id);
  if (form === undefined || form.revision !== revision) return form !== undefined;
  return areOutcomesShown(seen, form);
}

function tell(seen: Seen, { seq, act }: SaidAct): ToldAct {
  const { centre } = seen;
  const form = 'form' in act.body ? centre.forms.get(act.body.form) : undefined;
  return {
    ...{ seq, at: act.at, kind: act.kind, by: nameOf(centre, act.by.person), role: act.by.role, digest: act.digest },
    ...('form' in act.body ? { form: act.body.form, revision: act.body.revision } : {}),
    ...('agent' in act.body ? { agent: nameOf(centre, act.body.agent) } : {}),
    ...('version' in act.body && typeof act.body.version === 'number' ? { version: act.body.version } : {}),
    ...textOf(seen, act, form),
    ...particularsOf(seen, act),
  };
}

/** What an agent wrote on an open form belongs to the answer and is hidden with it. */
function textOf(seen: Seen, act: Act, form: Form | undefined): Pick<ToldAct, 'text' | 'isTextWithheld'> {
  const text = 'reason' in act.body ? act.body.reason : 'text' in act.body ? act.body.text : undefined;
  if (text === undefined) return {};
  if (act.kind === 'signoff-given' && !isOutcomeShown(seen, act.body)) return {};
  return form === undefined || isTextShown(seen, form) ? { text } : { isTextWithheld: true };
}

function particularsOf(seen: Seen, act: Act): Partial<ToldAct> {
  switch (act.kind) {
    case 'signoff-given':
      return isOutcomeShown(seen, act.body) ? { choice: act.body.choice } : {};
    case 'late-remark':
      return { stance: act.body.stance };
    case 'finding-ruled':
      return { finding: act.body.finding, ruling: act.body.ruling };
    case 'form-reopened':
      return { keep: act.body.keep };
    case 'form-accepted':
    case 'result-closed':
      return { disposition: act.body.disposition };
    default:
      return {};
  }
}
