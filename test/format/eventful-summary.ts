/** The summary of the eventful day: prepared, signed by two, answered by some, declared; and corrected afterwards. */
import { agentsInAttendance, isAccredited } from '../../core/attendance.ts';
import { present } from '../../core/result.ts';
import { contestStateOf } from '../../core/state.ts';
import { CONTEST, type Day, formAt, WAIT_MINUTES } from './eventful-day.ts';
import { openAndAccept, typeAs } from './eventful-forms.ts';

function readyIn({ cast }: Day) {
  const { number: version, digest, content } = present(contestStateOf(cast.office.centre(), CONTEST).ready, 'a ready version');
  return { summary: { contest: CONTEST, version, digest }, totals: content.totals };
}

export async function prepare({ cast }: Day, said: { readonly reason?: string }): Promise<void> {
  await cast.become(cast.dro);
  cast.act({ kind: 'summary-prepared', body: { contest: CONTEST, ...said } });
}

export async function withdraw(day: Day): Promise<void> {
  const { version } = readyIn(day).summary;
  day.cast.act({ kind: 'summary-withdrawn', body: { contest: CONTEST, version, reason: 'Once more, with the deputy reading.' } });
}

export async function declare(day: Day): Promise<void> {
  const { cast } = day;
  const { summary, totals } = readyIn(day);
  for (const official of [cast.ro, cast.dro]) {
    await cast.become(official);
    cast.act({ kind: 'summary-signed', body: { ...summary, totals } });
  }
  await cast.become('A1');
  cast.act({ kind: 'summary-signoff-given', body: { ...summary, choice: 'refuse', reasonRefused: true } });
  await cast.become('A4');
  cast.act({ kind: 'summary-signoff-given', body: { ...summary, choice: 'agree' } });
  cast.clock.advanceMinutes(WAIT_MINUTES);
  await cast.become(cast.ro);
  const centre = cast.office.centre();
  const waiting = agentsInAttendance(centre).filter((agent) => isAccredited(centre, agent, CONTEST) && agent !== 'A1' && agent !== 'A4');
  for (const agent of waiting) cast.act({ kind: 'summary-signoff-closed', body: { ...summary, agent, reason: 'Silent.' } });
  cast.act({ kind: 'summary-declared', body: summary });
}

export async function correct(day: Day): Promise<void> {
  const { cast, stations } = day;
  const { declared } = contestStateOf(cast.office.centre(), CONTEST);
  const station = present(stations[4], 'station');
  const reason = 'A clerk remembers another figure.';
  const correction = { contest: CONTEST, version: present(declared, 'declared').number, stations: [station], reason };
  await cast.byTwo({ kind: 'correction-opened', body: correction });
  const { id, stage } = formAt(day, 4);
  const figures = { ...('figures' in stage ? stage.figures : {}), objected: 0, candidate2: 99 };
  const decisions = 'decisions' in stage ? stage.decisions : [];
  await cast.become(cast.ro);
  cast.act({ kind: 'form-reopened', body: { form: id, keep: 'none', reason: 'The figure is in doubt.' } });
  await typeAs(day, 0, { form: id, figures, decisions: [...decisions] });
  await typeAs(day, 1, { form: id, figures, decisions: [...decisions] });
  await openAndAccept(day, 4);
  await prepare(day, { reason: 'One station was typed again.' });
  await declare(day);
}
