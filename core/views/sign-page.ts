/**
 * One form as it lies on the signing desk: figures in the paper's order, the scan, what the rules found and how it was ruled, notes
 * apart, who typed it and when, and the state of the paper itself. It is made only of a form whose figures are agreed; of any other there is
 * nothing to show.
 */
import type { Decision, Figures } from '../acts.ts';
import { checkForm, type Finding, type FindingCode, rulingOn } from '../findings.ts';
import { subjectOf } from '../lifecycle.ts';
import { defectsOf, type Particulars } from '../particulars.ts';
import type { Centre, Form } from '../state.ts';
import { type Named, named } from './named.ts';
import { type Paper, paperOf } from './paper.ts';
import { isAttentionAid } from './rules-shown.ts';

export interface ShownFinding {
  readonly code: FindingCode;
  readonly difference?: number;
  /** A statistical note: it draws attention, and is labelled so. */
  readonly isAid: boolean;
  readonly ruling?: {
    readonly ruling: 'count' | 'disregard';
    readonly ground?: 'b' | 'c';
    readonly reason: string;
    readonly by: Named;
    readonly at: string;
  };
}

export interface FormPage {
  readonly paper: Paper;
  readonly figures: Figures;
  readonly decisions: readonly Decision[];
  /** What failed and needs a ruling. */
  readonly findings: readonly ShownFinding[];
  /** What failed, and blocks nothing. How it compares with other stations (W06, W07) is no part of what agents sign. */
  readonly notes: readonly ShownFinding[];
  readonly passed: number;
  readonly rules: number;
  /** Rules that lack a figure to check with: never counted among those that pass. */
  readonly unchecked: readonly FindingCode[];
  readonly typedBy: readonly { readonly kind: 'entry' | 'reading'; readonly by: Named; readonly at: string }[];
  readonly particulars: Particulars;
  readonly defects: readonly (keyof Particulars)[];
  /** What agents answer: frozen at the opening; before it, what it would be. */
  readonly subject: string;
}

/** Nothing of a form whose figures are not agreed, or that is set aside. */
export function formPage(centre: Centre, form: Form): FormPage | undefined {
  const { stage } = form;
  if (!('figures' in stage)) return undefined;
  const checked = checkForm(centre, form);
  const failing = (wanted: Finding['kind']) =>
    checked.filter(({ check, kind }) => check === 'fails' && kind === wanted).map((finding) => shownFinding(centre, form, finding));
  return {
    paper: paperOf(centre, form),
    figures: stage.figures,
    decisions: stage.decisions,
    findings: failing('needs ruling'),
    notes: failing('note'),
    passed: checked.filter(({ check }) => check === 'passes').length,
    rules: checked.length,
    unchecked: checked.filter(({ check }) => check === 'cannot-check').map(({ code }) => code),
    typedBy: stage.typings.map(({ kind, person, at }) => ({ kind, by: named(centre, person), at })),
    particulars: form.particulars,
    defects: defectsOf(form.particulars),
    subject: 'subject' in stage ? stage.subject : subjectOf(centre, form),
  };
}

function shownFinding(centre: Centre, form: Form, finding: Finding): ShownFinding {
  const { code, difference } = finding;
  const standing = rulingOn(form, finding);
  const found = { code, isAid: isAttentionAid(code), ...(difference === undefined ? {} : { difference }) };
  if (standing === undefined) return found;
  const { ruling, ground, reason, by, at } = standing;
  return { ...found, ruling: { ruling, reason, at, by: named(centre, by), ...(ground === undefined ? {} : { ground }) } };
}
