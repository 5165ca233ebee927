/**
 * What the rules find on one form (DOMAIN, Findings). Findings are derived, never stored as truth; a ruling covers its finding only
 * while code and inputs are the same. A missing input is never a pass: such a rule *cannot check*. The rules themselves stand in one
 * table, in finding-rules.ts.
 */
import type { Figures } from './acts.ts';
import { digest, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { FINDING_RULES } from './finding-rules.ts';
import type { FindingCode, FindingRule, Outcome, Subject } from './finding-subject.ts';
import { serialKey } from './rules-papers.ts';
import { type Centre, type Form, type Ruling, resultOf } from './state.ts';

export type { FindingCode, FindingRule, Inputs } from './finding-subject.ts';

export interface Finding extends Outcome {
  readonly code: FindingCode;
  /** Whether the form cannot be counted before an official has ruled on it; a note is shown and listed, and blocks nothing. */
  readonly kind: FindingRule['kind'];
  /** The name under which rulings cover it: the digest of its code and canonical inputs; empty where nothing failed. */
  readonly digest: string;
}

/** Every rule's finding on a form that has figures, in the table's order; nothing before its entries agree. */
export function checkForm(centre: Centre, form: Form): readonly Finding[] {
  return findingsBy(FINDING_RULES, centre, form);
}

function findingsBy(rules: readonly FindingRule[], centre: Centre, form: Form): readonly Finding[] {
  if (!('figures' in form.stage)) return [];
  const subject: Subject = { centre, form, stage: form.stage };
  return rules.map(({ code, kind, check }) => {
    const outcome = check(subject);
    return { code, kind, ...outcome, digest: outcome.check === 'fails' ? digest(utf8(canonical({ code, inputs: outcome.inputs }))) : '' };
  });
}

const fails = ({ check }: Finding) => check === 'fails';
/** Rules that look at this paper, the register and the definition; the others hold it against other stations' forms. */
const OF_THE_PAPER = FINDING_RULES.filter(({ looksAt }) => looksAt === 'this paper');
const AGAINST_OTHERS = FINDING_RULES.filter(({ looksAt }) => looksAt === 'other stations');

/** Everything these rules look at: while these are the same objects, so is what is found on the paper itself. */
export function findingSources(centre: Centre, form: Form): readonly unknown[] {
  const { contest, station, particulars, scans, stage } = form;
  const papers = [resultOf(centre, contest, station).forms, centre.serials.get(serialKey(contest, particulars.serial))];
  const spoken = centre.compromised.isEmpty() ? [] : [centre.compromised, stage];
  return ['decisions' in stage ? stage.decisions : undefined, particulars, scans, centre.turnout.get(station), centre.roll, ...papers, ...spoken];
} // biome-ignore format: one list

/** What was found last on these figures: every agent's answer asks again, and the answer is nearly always the same. */
const lastFound = new WeakMap<Figures, { readonly sources: readonly unknown[]; readonly failed: readonly Finding[] }>();

/**
 * The findings that failed on the paper itself: what a signature on the form echoes. How it compares with other stations (W06, W07)
 * comes and goes with every form that is accepted, and is not part of what somebody signs.
 */
export function failedOnPaper(centre: Centre, form: Form): readonly Finding[] {
  if (!('figures' in form.stage)) return [];
  const sources = findingSources(centre, form);
  const known = lastFound.get(form.stage.figures);
  if (known !== undefined && known.sources.length === sources.length && known.sources.every((part, at) => part === sources[at]))
    return known.failed;
  const failed = findingsBy(OF_THE_PAPER, centre, form).filter(fails);
  lastFound.set(form.stage.figures, { sources, failed });
  return failed;
}

/** Everything that failed, in the table's order: for the opening of a form, and for the summary. */
export function failedFindings(centre: Centre, form: Form): readonly Finding[] {
  const failed = [...failedOnPaper(centre, form), ...findingsBy(AGAINST_OTHERS, centre, form).filter(fails)];
  return failed.toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

/** What failed and needs a ruling. */
export function findingsToRule(centre: Centre, form: Form): readonly Finding[] {
  return failedOnPaper(centre, form).filter(({ kind }) => kind === 'needs ruling');
}

/** The ruling that covers a finding: the last on the same code and the same inputs. */
export function rulingOn(form: Form, finding: Finding): Ruling | undefined {
  return form.rulings.findLast((ruling) => ruling.finding === finding.code && ruling.inputs === finding.digest);
}

export function unruledFindings(centre: Centre, form: Form): readonly Finding[] {
  return findingsToRule(centre, form).filter((finding) => rulingOn(form, finding) === undefined);
}

/** The rulings that cover a finding now, in the table's order. */
export function standingRulings(centre: Centre, form: Form): readonly Ruling[] {
  return findingsToRule(centre, form).flatMap((finding) => rulingOn(form, finding) ?? []);
}

export function groundFor(code: string): 'b' | 'c' | undefined {
  return FINDING_RULES.find((rule) => rule.code === code)?.ground;
}
