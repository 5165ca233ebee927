/**
 * What one contest's bundle may show. An act that concerns another contest is shown as its place and leaf only, so that declaring
 * one contest does not publish another's figures and the tree still verifies. Everything about people, attendance, the centre and
 * the device is shown to all.
 */
import type { Act } from './acts.ts';
import { concernsForm } from './acts.ts';

/** The contest a form belongs to stands at the head of its identifier, before station and number. */
export function contestOfForm(form: string): string {
  return form.split('.').slice(0, -2).join('.');
}

/** Follows a journal and says, act by act, which contests it concerns. Confirmations concern what they confirm. */
export function scopeFollower(): (act: Act) => readonly string[] {
  const proposals = new Map<string, readonly string[]>();
  return (act) => {
    const concerned = contestsConcerned(act, proposals);
    if (act.kind === 'correction-opened') proposals.set(act.digest, concerned);
    return concerned;
  };
}

function contestsConcerned(act: Act, proposals: ReadonlyMap<string, readonly string[]>): readonly string[] {
  if (concernsForm(act)) return [contestOfForm(act.body.form)];
  if (act.kind === 'act-confirmed' || act.kind === 'proposal-withdrawn') return proposals.get(act.body.act) ?? [];
  // A receipt tells which forms an agent answered, and no figures: it is shown to all, so that nobody can hide one.
  if (act.kind === 'receipt-issued') return [];
  return 'contest' in act.body ? [act.body.contest] : [];
}

export function isShownIn(contest: string, concerned: readonly string[]): boolean {
  return concerned.every((id) => id === contest);
}
