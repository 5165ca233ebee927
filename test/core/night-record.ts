/**
 * Nothing is ever lost (LIFECYCLE §6, invariant 2), and who needs two had two (14 to 17): looked for after every act of a random
 * night, in the acts as they were said. Each throws where it does not hold.
 */
import { expect } from 'vitest';
import type { Act } from '../../core/acts.ts';
import { type Centre, contestStateOf, type Form } from '../../core/state.ts';
import type { Step } from './night-invariants.ts';

/** The journal has one act more, the one just said, and before it what it had. */
function oneActMore({ before, act, after, acts }: Step): void {
  expect(after.size).toBe(before.size + 1);
  expect(acts).toHaveLength(after.size);
  expect(acts.at(-1)).toBe(act);
}

/** What has been said once about a form stays: no form, scan, answer or remark ever disappears. */
function everythingSaidIsKept({ after, acts }: Step): void {
  for (const act of acts) {
    if (act.kind === 'form-received') expect(after.forms.has(act.body.form)).toBe(true);
    if (act.kind === 'person-enrolled') expect(after.keys.has(act.by.key)).toBe(true);
    if (act.kind === 'turnout-recorded') expect(after.turnout.get(act.body.station)?.[act.body.source]).toBeDefined();
    if ('form' in act.body && 'revision' in act.body) expectKept(after.forms.get(act.body.form), act);
  }
}

function expectKept(form: Form | undefined, act: Act): void {
  if (act.kind === 'scan-attached') expect(form?.scans.map(({ digest }) => digest)).toContain(act.body.scan);
  if (act.kind === 'late-remark') expect(form?.remarks).toContain(act.digest);
  if (act.kind !== 'signoff-given' || form === undefined) return;
  const current = 'asking' in form.stage ? form.stage.asking.answers.map((answer) => answer.act) : [];
  expect([...form.earlierAnswers, ...current]).toContain(act.digest);
}

/** Papers of a result are only added, and a revision goes up by one, by a reopening and nothing else. */
function papersOnlyGrow({ before, act, after }: Step): void {
  for (const [key, { forms }] of before.results) expect(after.results.get(key)?.forms.slice(0, forms.length)).toEqual(forms);
  for (const { id, revision } of before.forms.values()) {
    const isReopened = act.kind === 'form-reopened' && act.body.form === id;
    expect(after.forms.get(id)?.revision).toBe(isReopened ? revision + 1 : revision);
  }
}

/** What a form was when it was set aside, it is when it is brought back. */
function broughtBackAsItWas({ before, act, after }: Step): void {
  if (act.kind !== 'form-brought-back') return;
  const was = before.forms.get(act.body.form)?.stage;
  expect(after.forms.get(act.body.form)?.stage).toEqual(was?.stage === 'set-aside' ? was.former : undefined);
}

/** 16: a declared version stays declared, word for word, until another names it; and then it is kept beside. */
function declaredIsKept({ before, act, after }: Step): void {
  for (const contest of before.contests) {
    const [was, is] = [contestStateOf(before, contest), contestStateOf(after, contest)];
    expect(is.superseded.slice(0, was.superseded.length)).toEqual(was.superseded);
    if (was.declared === undefined || is.declared === was.declared) continue;
    expect(act.kind).toBe('summary-declared');
    expect(is.superseded.at(-1)).toBe(was.declared);
    expect(is.declared?.content.supersedes).toEqual({ version: was.declared.number, digest: was.declared.digest });
  }
}

/** 14: who declares alone says why, and has waited since his own signature, counted anew after the clock was set. */
function aloneOnlyLate({ before, act, acts }: Step): void {
  if (act.kind !== 'summary-declared' || act.body.alone === undefined) return;
  const own = acts.findLast((one) => one.kind === 'summary-signed' && one.body.digest === act.body.digest);
  expect([own?.by.person, act.body.alone.trim() === '']).toEqual([act.by.person, false]);
  expectWaited(before, acts, own, act.at, before.definition.content.soloMinutes);
}

/** At least so many minutes after an act, or after the last setting of the clock since. */
export function expectWaited(centre: Centre, acts: readonly Act[], since: Act | undefined, now: string, minutes: number): void {
  const from = since === undefined ? -1 : acts.indexOf(since);
  expect(from).toBeGreaterThanOrEqual(0);
  const jump = acts.findLast((one, at) => at > from && one.kind === 'clock-jumped');
  const start = Date.parse((jump ?? since)?.at ?? centre.at);
  expect(Date.parse(now) - start).toBeGreaterThanOrEqual(minutes * 60_000);
}

/** 15 and 17: what needs two was confirmed by another person, or alone, late, with a reason, and is marked so for ever. */
function twoWereThere({ before, act, after, acts }: Step): void {
  if (act.kind !== 'act-confirmed') return;
  const proposed = before.proposals.get(act.body.act)?.act;
  expect(proposed?.digest).toBe(act.body.act);
  if (act.body.alone === undefined) expect(act.by.person).not.toBe(proposed?.by.person);
  else {
    expect(act.by.person).toBe(proposed?.by.person);
    expect(['centre-opened', 'centre-closed', 'backup-restored', 'correction-opened']).toContain(proposed?.kind);
    expect(after.alone).toContain(act.body.act);
    expectWaited(before, acts, proposed, act.at, before.definition.content.soloMinutes);
  }
}

/** 15: a station is under correction because somebody confirmed a correction that names it, of the version that is declared. */
function correctionsAreOpened({ after, acts }: Step): void {
  for (const contest of after.contests) {
    const { correction, declared } = contestStateOf(after, contest);
    if (correction === undefined) continue;
    const confirmed = acts.flatMap((act) => (act.kind === 'act-confirmed' ? [act.body.act] : []));
    const opened = acts.flatMap((act) => (act.kind === 'correction-opened' && confirmed.includes(act.digest) ? [act.body] : []));
    const named = opened
      .filter((body) => body.contest === contest && body.version === declared?.number)
      .flatMap(({ stations }) => stations);
    expect(correction.stations).toEqual([...new Set(named)].sort());
  }
}

/** 14: complete at that head: every station has a disposition, and no finding on what counts is without its ruling. */
function declaredIsComplete({ act, after }: Step): void {
  if (act.kind !== 'summary-declared') return;
  const declared = contestStateOf(after, act.body.contest).declared;
  expect(declared?.content.stationCounts).toMatchObject({ inHand: 0, awaited: 0 });
  for (const { disposition, ground } of declared?.content.stations.map(groundsOf) ?? [])
    expect([disposition, ground.length > 0]).toEqual([disposition, disposition === 'disregarded']);
}

/** 11, on what is declared: a station is disregarded exactly where a ruling on its paper gives one of the two grounds. */
function groundsOf({ disposition, form }: { disposition: string; form?: { findings: readonly { ground?: string }[] } }) {
  return { disposition, ground: form?.findings.flatMap((finding) => finding.ground ?? []) ?? [] };
}

export const RECORD_INVARIANTS: readonly ((step: Step) => void)[] = [
  oneActMore,
  everythingSaidIsKept,
  papersOnlyGrow,
  broughtBackAsItWas,
  declaredIsKept,
  aloneOnlyLate,
  twoWereThere,
  correctionsAreOpened,
  declaredIsComplete,
];
