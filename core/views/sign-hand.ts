/**
 * The page between two people: who takes the keyboard next for one form, and how many have answered. It shows no figure and no
 * outcome, because whoever stands around may read it.
 */
import type { Role } from '../acts.ts';
import { isInAttendance, staysOf } from '../attendance.ts';
import { isOfficial } from '../roles.ts';
import { type Named, named } from './named.ts';
import { type ListedForm, listedForm } from './paper.ts';
import type { Seen } from './seen.ts';
import { agentView } from './sign-agent.ts';
import { answerRows } from './sign-answers.ts';
import { countAnswers } from './sign-lists.ts';

export interface HandedAgent extends Named {
  readonly isHere: boolean;
  readonly signedInAt?: string;
  readonly waiting: number;
  readonly answered: number;
  readonly asked: number;
}

export interface HandView {
  readonly listed: ListedForm;
  readonly isOpen: boolean;
  readonly asked: number;
  readonly answered: number;
  /** Who still owes an answer, those in the hall first. */
  readonly owing: readonly HandedAgent[];
  readonly officials: readonly Named[];
}

export function handView(seen: Seen, id: string): HandView | undefined {
  const { centre } = seen;
  const form = centre.forms.get(id);
  if (form === undefined) return undefined;
  const { stage } = form;
  const rows = stage.stage === 'open' ? answerRows(centre, form, stage.asking, false) : [];
  const owing = rows.filter(({ owes }) => owes).map(({ agent }) => handedAgent(seen, agent));
  const officials = [...centre.people.values()].filter(({ role }) => isOfficial(role as Role)).map((person) => named(centre, person.id));
  return {
    listed: listedForm(centre, form),
    isOpen: stage.stage === 'open',
    ...countAnswers(rows),
    owing: [...owing.filter(({ isHere }) => isHere), ...owing.filter(({ isHere }) => !isHere)],
    officials,
  };
}

function handedAgent({ centre, now }: Seen, agent: Named): HandedAgent {
  const viewer = centre.people.get(agent.id);
  const stack = viewer === undefined ? undefined : agentView({ centre, viewer, now }, {});
  const stay = isInAttendance(centre, agent.id) ? staysOf(centre, agent.id).at(-1) : undefined;
  return {
    ...agent,
    isHere: stay !== undefined,
    ...(stay === undefined ? {} : { signedInAt: stay.from.at }),
    waiting: stack?.waiting.length ?? 0,
    answered: stack?.answered ?? 0,
    asked: stack?.asked ?? 0,
  };
}
