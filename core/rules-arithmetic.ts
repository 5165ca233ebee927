/** The rules of arithmetic that are more than a comparison of two figures: F01, F06, F07, F11, F12, F13. */
import { isCount } from './count.ts';
import { compare, type Outcome, pick, type Subject } from './finding-subject.ts';
import { candidateRows, TABLE_TOTAL } from './form.ts';
import { contestOf } from './state.ts';

/** Both figures of F07 must exceed this before their being equal means anything. */
const COINCIDENCE_FLOOR = 50;

export function candidatesAgainstFoot(subject: Subject): Outcome {
  const candidates = candidateRows(contestOf(subject.centre, subject.form.contest).contest).map((row) => row.code);
  return compare(
    subject,
    [...candidates, TABLE_TOTAL],
    (counts) => counts.reduce((sum, count) => sum + count, 0) - 2 * (counts.at(-1) ?? 0),
    'different',
  );
}

/** Diary and tablet are kept apart: the rule fails when either is exceeded. */
export function castAgainstIdentified(subject: Subject): Outcome {
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
export function coincidences(subject: Subject): Outcome {
  const fields = ['rejected', 'registered', 'valid'];
  const inputs = pick(subject, fields);
  const { rejected, registered, valid } = inputs;
  if (!isCount(rejected)) return { check: 'cannot-check', fields, inputs };
  const fails = rejected > COINCIDENCE_FLOOR && (rejected === registered || rejected === valid);
  if (fails) return { check: 'fails', fields, inputs };
  return { check: isCount(registered) && isCount(valid) ? 'passes' : 'cannot-check', fields, inputs };
}

export function disputes(subject: Subject): Outcome {
  const { disputed, valid } = subject.stage.figures;
  const fields = ['disputed', 'valid', 'decisions'];
  const inputs = { ...pick(subject, ['disputed', 'valid']), decisions: subject.stage.decisions.length };
  if (!isCount(disputed)) return { check: 'cannot-check', fields, inputs };
  if (inputs.decisions !== disputed) return { check: 'fails', fields, inputs, difference: inputs.decisions - disputed };
  if (!isCount(valid)) return { check: 'cannot-check', fields, inputs };
  return { check: disputed > valid ? 'fails' : 'passes', fields, inputs, difference: disputed - valid };
}

export function marked({ stage }: Subject, mark: 'blank' | 'unreadable'): Outcome {
  const rows = Object.keys(stage.figures)
    .filter((row) => stage.figures[row] === mark)
    .sort();
  return { check: rows.length > 0 ? 'fails' : 'passes', fields: rows, inputs: { rows } };
}
