/** The rules about the paper as a thing and about who spoke for it: F09, F14, W08, W09. */
import type { Outcome, Subject } from './finding-subject.ts';
import { defectsOf, isReadableSerial } from './particulars.ts';
import { resultOf } from './state.ts';

/** Other papers with this serial in the contest, and other papers of this result. */
export function otherPapers({ centre, form }: Subject): Outcome {
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

export function compromisedKeys({ centre, stage }: Subject): Outcome {
  const passes: Outcome = { check: 'passes', fields: [], inputs: { acts: [] } };
  if (centre.compromised.isEmpty()) return passes;
  const typed = stage.typings.filter((typing) => centre.compromised.has(typing.key)).map((typing) => typing.act);
  const answers = 'asking' in stage ? stage.asking.answers : [];
  const answered = answers.filter((answer) => centre.compromised.has(answer.key)).map((answer) => answer.act);
  const acts = [...typed, ...answered].sort();
  return acts.length === 0 ? passes : { check: 'fails', fields: [], inputs: { acts } };
}

/** Each defect of the paper's provenance, by the item that is not as it should be: `W08.stamp` and so on (law 6: they never block). */
export function defects({ form }: Subject): Outcome {
  const items = defectsOf(form.particulars);
  const inputs = Object.fromEntries(items.map((item) => [item, form.particulars[item]]));
  return { check: items.length > 0 ? 'fails' : 'passes', fields: items, inputs };
}

/** Figures without an image of their paper are provisional (law 7). */
export function missingScan({ form }: Subject): Outcome {
  return { check: form.scans.length > 0 ? 'passes' : 'fails', fields: [], inputs: { scans: form.scans.length } };
}
