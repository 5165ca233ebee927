/**
 * A practice evening whose ward contest is nearly done: one station's paper has been brought to acceptance, no paper came from the
 * others. What is left is the work of the room where contests are declared.
 */
import type { Command } from '../../core/decide.ts';
import { candidateRow } from '../../core/form.ts';
import { screenOf } from '../../core/lifecycle.ts';
import { must, present } from '../../core/result.ts';
import { contestOf, formOf, resultOf } from '../../core/state.ts';
import { openCentres } from '../../main/centres.ts';
import type { Office } from '../../main/office/office.ts';
import { createPractice } from '../../main/practice/practice.ts';
import { PRACTICE_PASSPHRASE } from '../../main/practice/practice-words.ts';
import { SOFTWARE } from '../../main/software.ts';

export interface NearlyDone {
  readonly contest: string;
  readonly stations: number;
  /** Two agents are in the hall. */
  readonly agents: readonly [string, string];
  /** The accepted form, and its station. */
  readonly form: string;
  readonly station: string;
}

/** Makes it the current centre of the app whose own folder is `root`. */
export async function createNearlyDone(root: string): Promise<NearlyDone> {
  const centres = openCentres(root);
  const folder = centres.newPracticeFolder();
  const { office } = must(await createPractice(folder, { software: SOFTWARE }));
  const contest = present(office.centre().contests[1], 'the ward’s contest');
  const { stations } = contestOf(office.centre(), contest);
  const station = present(
    stations.map(({ code }) => code).find((code) => resultOf(office.centre(), contest, code).forms.length > 0),
    'a received paper',
  );
  const form = present(resultOf(office.centre(), contest, station).forms[0], 'form');
  await bringThrough(office, form);
  const [first, second] = [...office.centre().stays.keys()].sort();
  office.close();
  must(centres.setCurrent(folder));
  return { contest, stations: stations.length, agents: [present(first, 'an agent'), present(second, 'an agent')], form, station };
}

async function bringThrough(office: Office, form: string): Promise<void> {
  const people = [...office.centre().people.values()];
  const withRole = (role: string) => people.filter((person) => person.role === role).map(({ id }) => id);
  const says = async (person: string, command: Command) => {
    must(await office.unlock(person, PRACTICE_PASSPHRASE));
    must(office.perform([command]));
  };
  const [first = '', second = ''] = withRole('clerk');
  const [officer = ''] = withRole('ro');
  const entry: Command = { kind: 'entry-sealed', body: { form, figures: figuresOf(office, form), decisions: [] } };
  await says(first, entry);
  await says(second, entry);
  await says(officer, { kind: 'form-opened', body: { form } });
  for (const agent of [...office.centre().stays.keys()].sort()) {
    const screen = screenOf(office.centre(), formOf(office.centre(), form) as Parameters<typeof screenOf>[1]);
    await says(agent, { kind: 'signoff-given', body: { form, ...screen, choice: 'agree' } } as Command);
  }
  const { stage } = formOf(office.centre(), form);
  await says(officer, { kind: 'form-accepted', body: { form, subject: 'subject' in stage ? stage.subject : '' } });
}

/** Sound figures: every candidate ten more than the one before. */
function figuresOf(office: Office, id: string): Extract<Command, { kind: 'entry-sealed' }>['body']['figures'] {
  const { contest, station } = formOf(office.centre(), id);
  const { candidates } = contestOf(office.centre(), contest).contest;
  const votes = candidates.map(({ number }, at) => [candidateRow(number), 20 + 10 * at] as const);
  const valid = votes.reduce((sum, [, count]) => sum + count, 0);
  const registered = present(office.centre().roll.stations.get(station), station).registered;
  return { ...Object.fromEntries(votes), tableTotal: valid, registered, rejected: 2, objected: 0, disputed: 0, valid };
}
