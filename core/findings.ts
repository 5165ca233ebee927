/**
 * What arithmetic and the register say about a form (DOMAIN, Findings): one table, one rule per entry. Findings are derived, never
 * stored as truth; a ruling covers its finding only while code and inputs are the same. A missing input is never a pass: such a rule
 * *cannot check*.
 */
import type { Figures } from './acts.ts';
import { digest, utf8 } from './bytes.ts';
import { canonical } from './canonical.ts';
import { type Count, type Figure, isCount } from './count.ts';
import { candidateRows, TABLE_TOTAL } from './form.ts';
import { isReadableSerial } from './particulars.ts';
import { type Centre, contestOf, type Form, type Ruling, resultOf, type Stage } from './state.ts';

export type FindingCode =
  | 'F01' | 'F02' | 'F03' | 'F04' | 'F05' | 'F06' | 'F07'
  | 'F08' | 'F09' | 'F10' | 'F11' | 'F12' | 'F13' | 'F14'; // biome-ignore format: one table

export type Inputs = Readonly<Record<string, Figure | string | readonly string[]>>;
type Check = 'fails' | 'passes' | 'cannot-check';
interface Outcome {
  readonly check: Check;
  readonly fields: readonly string[];
  readonly inputs: Inputs;
  /** By how much the rule is missed, where that is a number: of ballots, voters or rows. */
  readonly difference?: number;
}
export interface Finding extends Outcome {
  readonly code: FindingCode;
  /** The name under which rulings cover it: the digest of its canonical inputs. */
  readonly digest: string;
}

/** A form with figures, and what else the rules may look at. */
interface Subject {
  readonly centre: Centre;
  readonly form: Form;
  readonly stage: Extract<Stage, { figures: unknown }>;
}
export interface FindingRule {
  readonly code: FindingCode;
  /** The rule as a formula over row codes; it stands so in the manual and on the screen. */
  readonly formula: string;
  readonly ground?: 'b' | 'c';
  readonly check: (subject: Subject) => Outcome;
}

/** Both figures of F07 must exceed this before their being equal means anything. */
const COINCIDENCE_FLOOR = 50;

export const FINDING_RULES: readonly FindingRule[] = [
  { code: 'F01', formula: 'sum of candidates ≠ tableTotal', check: candidatesAgainstFoot },
  { code: 'F02', formula: 'tableTotal ≠ valid', check: (subject) => compare(subject, [TABLE_TOTAL, 'valid'], ([foot, line5]) => foot - line5, 'different') },
  { code: 'F03', formula: 'registered ≠ register', check: (subject) => compare(subject, ['registered', 'register'], ([form, register]) => form - register, 'different') },
  { code: 'F04', formula: 'valid > register', ground: 'b', check: (subject) => compare(subject, ['valid', 'register'], ([valid, register]) => valid - register, 'above') },
  { code: 'F05', formula: 'valid + rejected > register', check: (subject) => compare(subject, ['valid', 'rejected', 'register'], ([valid, rejected, register]) => valid + rejected - register, 'above') },
  { code: 'F06', formula: 'valid + rejected > voters identified', ground: 'c', check: castAgainstIdentified },
  { code: 'F07', formula: 'rejected = registered or rejected = valid, both above 50', check: coincidences },
  { code: 'F08', formula: 'registered > station cap', check: (subject) => compare(subject, ['registered', 'stationCap'], ([form, cap]) => form - cap, 'above') },
  { code: 'F09', formula: 'another form has this serial, or another form of this result exists', check: otherPapers },
  { code: 'F10', formula: 'objected > rejected', check: (subject) => compare(subject, ['objected', 'rejected'], ([objected, rejected]) => objected - rejected, 'above') },
  { code: 'F11', formula: 'disputed > valid, or decisions ≠ disputed', check: disputes },
  { code: 'F12', formula: 'a figure is blank on the paper', check: (subject) => marked(subject, 'blank') },
  { code: 'F13', formula: 'a figure is unreadable', check: (subject) => marked(subject, 'unreadable') },
  { code: 'F14', formula: 'typed or answered with a compromised key', check: compromisedKeys },
]; // biome-ignore format: one table

// ---- the rules ---------------------------------------------------------------------------------------------------------------

/** A figure of the form, or of the register and the definition, by name. */
function figureOf({ centre, form, stage }: Subject, name: string): Figure | undefined {
  if (name === 'register') return centre.roll.stations.get(form.station)?.registered;
  if (name === 'stationCap') return centre.definition.content.stationCap;
  return stage.figures[name];
}

function pick(subject: Subject, names: readonly string[]): Record<string, Figure> {
  const picked: Record<string, Figure> = {};
  for (const name of names) {
    const figure = figureOf(subject, name);
    if (figure !== undefined) picked[name] = figure;
  }
  return picked;
}

function compare(subject: Subject, names: readonly string[], difference: (counts: Count[] & [Count, Count, Count]) => number, fails: 'different' | 'above'): Outcome {
  const inputs = pick(subject, names);
  const counts = names.map((name) => inputs[name]);
  if (!counts.every(isCount)) return { check: 'cannot-check', fields: names, inputs };
  const by = difference(counts as Count[] & [Count, Count, Count]);
  const failed = fails === 'different' ? by !== 0 : by > 0;
  return { check: failed ? 'fails' : 'passes', fields: names, inputs, difference: by };
} // biome-ignore format: short

function candidatesAgainstFoot(subject: Subject): Outcome {
  const candidates = candidateRows(contestOf(subject.centre, subject.form.contest).contest).map((row) => row.code);
  return compare(
    subject,
    [...candidates, TABLE_TOTAL],
    (counts) => counts.reduce((sum, count) => sum + count, 0) - 2 * (counts.at(-1) ?? 0),
    'different',
  );
}

/** Diary and tablet are kept apart: the rule fails when either is exceeded. */
function castAgainstIdentified(subject: Subject): Outcome {
  const { diary, tablet } = subject.centre.turnout.get(subject.form.station) ?? {};
  const identified = { ...(diary === undefined ? {} : { diary }), ...(tablet === undefined ? {} : { tablet }) };
  const inputs = { ...pick(subject, ['valid', 'rejected']), ...identified };
  const fields = ['valid', 'rejected', 'identified'];
  const { valid, rejected } = subject.stage.figures;
  const lowest = Math.min(...Object.values(identified));
  if (!isCount(valid) || !isCount(rejected) || !Number.isFinite(lowest)) return { check: 'cannot-check', fields, inputs };
  const by = valid + rejected - lowest;
  return { check: by > 0 ? 'fails' : 'passes', fields, inputs, difference: by };
}

/** Somebody wrote one line's number into another: seen on 65 of 2,335 forms of 2017. */
function coincidences(subject: Subject): Outcome {
  const fields = ['rejected', 'registered', 'valid'];
  const inputs = pick(subject, fields);
  const { rejected, registered, valid } = inputs;
  if (!isCount(rejected)) return { check: 'cannot-check', fields, inputs };
  const fails = rejected > COINCIDENCE_FLOOR && (rejected === registered || rejected === valid);
  if (fails) return { check: 'fails', fields, inputs };
  return { check: isCount(registered) && isCount(valid) ? 'passes' : 'cannot-check', fields, inputs };
}

/** Other papers with this serial in the contest, and other papers of this result. */
function otherPapers({ centre, form }: Subject): Outcome {
  const { serial } = form.particulars;
  const alike = isReadableSerial(serial) ? (centre.serials.get(serialKey(form.contest, serial)) ?? []) : [];
  const others = resultOf(centre, form.contest, form.station).forms;
  const inputs = { serial, sameSerial: alike.filter((id) => id !== form.id), sameResult: others.filter((id) => id !== form.id) };
  const fails = inputs.sameSerial.length > 0 || inputs.sameResult.length > 0;
  return { check: fails ? 'fails' : 'passes', fields: ['serial'], inputs };
}

export function serialKey(contest: string, serial: string): string {
  return `${contest} ${serial}`;
}

function disputes(subject: Subject): Outcome {
  const { disputed, valid } = subject.stage.figures;
  const fields = ['disputed', 'valid', 'decisions'];
  const inputs = { ...pick(subject, ['disputed', 'valid']), decisions: subject.stage.decisions.length };
  if (!isCount(disputed)) return { check: 'cannot-check', fields, inputs };
  if (inputs.decisions !== disputed) return { check: 'fails', fields, inputs, difference: inputs.decisions - disputed };
  if (!isCount(valid)) return { check: 'cannot-check', fields, inputs };
  return { check: disputed > valid ? 'fails' : 'passes', fields, inputs, difference: disputed - valid };
}

function marked({ stage }: Subject, mark: 'blank' | 'unreadable'): Outcome {
  const rows = Object.keys(stage.figures)
    .filter((row) => stage.figures[row] === mark)
    .sort();
  return { check: rows.length > 0 ? 'fails' : 'passes', fields: rows, inputs: { rows } };
}

function compromisedKeys({ centre, stage }: Subject): Outcome {
  const passes: Outcome = { check: 'passes', fields: [], inputs: { acts: [] } };
  if (centre.compromised.isEmpty()) return passes;
  const typed = stage.typings.filter((typing) => centre.compromised.has(typing.key)).map((typing) => typing.act);
  const answers = 'asking' in stage ? stage.asking.answers : [];
  const answered = answers.filter((answer) => centre.compromised.has(answer.key)).map((answer) => answer.act);
  const acts = [...typed, ...answered].sort();
  return acts.length === 0 ? passes : { check: 'fails', fields: [], inputs: { acts } };
}

// ---- what is found, and what is ruled ----------------------------------------------------------------------------------------

/** Every rule's finding on a form that has figures, in the table's order; nothing before its entries agree. */
export function checkForm(centre: Centre, form: Form): readonly Finding[] {
  if (!('figures' in form.stage)) return [];
  const subject: Subject = { centre, form, stage: form.stage };
  return FINDING_RULES.map((rule) => {
    const outcome = rule.check(subject);
    return {
      code: rule.code,
      ...outcome,
      digest: outcome.check === 'fails' ? digest(utf8(canonical({ code: rule.code, inputs: outcome.inputs }))) : '',
    };
  });
}

/** Everything the rules look at: while these are the same objects, so is what is found. */
export function findingSources(centre: Centre, form: Form): readonly unknown[] {
  const { contest, station, particulars, stage } = form;
  const papers = [resultOf(centre, contest, station).forms, centre.serials.get(serialKey(contest, particulars.serial))];
  const spoken = centre.compromised.isEmpty() ? [] : [centre.compromised, stage];
  return ['decisions' in stage ? stage.decisions : undefined, particulars, centre.turnout.get(station), centre.roll, ...papers, ...spoken];
}

/** What was found last on these figures: every agent's answer asks again, and the answer is nearly always the same. */
const lastFound = new WeakMap<Figures, { readonly sources: readonly unknown[]; readonly failed: readonly Finding[] }>();

/** The findings that failed: all of these rules need a ruling. */
export function failedFindings(centre: Centre, form: Form): readonly Finding[] {
  if (!('figures' in form.stage)) return [];
  const sources = findingSources(centre, form);
  const known = lastFound.get(form.stage.figures);
  if (known !== undefined && known.sources.length === sources.length && known.sources.every((part, at) => part === sources[at]))
    return known.failed;
  const failed = checkForm(centre, form).filter((finding) => finding.check === 'fails');
  lastFound.set(form.stage.figures, { sources, failed });
  return failed;
}

/** The ruling that covers a finding: the last on the same code and the same inputs. */
export function rulingOn(form: Form, finding: Finding): Ruling | undefined {
  return form.rulings.findLast((ruling) => ruling.finding === finding.code && ruling.inputs === finding.digest);
}

export function unruledFindings(centre: Centre, form: Form): readonly Finding[] {
  return failedFindings(centre, form).filter((finding) => rulingOn(form, finding) === undefined);
}

/** The rulings that cover a finding now, in the table's order. */
export function standingRulings(centre: Centre, form: Form): readonly Ruling[] {
  return failedFindings(centre, form).flatMap((finding) => rulingOn(form, finding) ?? []);
}

export function groundFor(code: string): 'b' | 'c' | undefined {
  return FINDING_RULES.find((rule) => rule.code === code)?.ground;
}
