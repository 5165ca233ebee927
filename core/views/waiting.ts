/**
 * What waits for somebody in one contest beyond the ordinary work: entries that differ, findings to rule on, objections that need an
 * official's answer, papers too many or set aside, proposals that want a second official. Oldest first.
 */
import { unruledFindings } from '../findings.ts';
import { needsOfficialAnswer } from '../signoff.ts';
import { type Centre, contestOf, type Form, formOf, type Proposal, resultOf } from '../state.ts';
import { areOutcomesShown } from './discretion.ts';
import { nameOf } from './named.ts';
import { workOf } from './queues.ts';
import type { Seen } from './seen.ts';
import { standingOf } from './standing.ts';

interface OfPaper {
  readonly station: string;
  readonly name: string;
  readonly form: string;
  /** When the paper was received. */
  readonly since: string;
}
export type Waiting =
  | (OfPaper & { readonly kind: 'differing'; readonly rows: number })
  | (OfPaper & { readonly kind: 'rulings'; readonly code: string; readonly difference?: number; readonly more: number })
  | (OfPaper & { readonly kind: 'paper-differs' })
  | (OfPaper & { readonly kind: 'second-paper' | 'set-aside'; readonly serial: string })
  | {
      readonly kind: 'proposal';
      readonly act: Proposal['act']['kind'];
      readonly by: string;
      readonly digest: string;
      readonly since: string;
    };

export function waitingIn(seen: Seen, contest: string): readonly Waiting[] {
  const { stations } = contestOf(seen.centre, contest);
  const papers = stations.flatMap(({ code, name }) => waitingAt(seen, contest, code, name));
  return [...papers, ...proposalsFor(seen.centre, contest)].sort((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
}

function waitingAt(seen: Seen, contest: string, station: string, name: string): readonly Waiting[] {
  const { centre } = seen;
  const { forms, closed } = resultOf(centre, contest, station);
  if (forms.length === 0) return [];
  const first = standingOf(centre, contest, station).form;
  return forms
    .map((id) => formOf(centre, id))
    .flatMap((form): readonly Waiting[] => {
      const paper = { station, name, form: form.id, since: form.received.at };
      if (form.stage.stage === 'set-aside') {
        const isLeftAlone = closed === undefined && form.id === first?.id;
        return isLeftAlone ? [{ kind: 'set-aside', ...paper, serial: form.particulars.serial }] : [];
      }
      if (first !== undefined && form.id !== first.id) return [{ kind: 'second-paper', ...paper, serial: first.particulars.serial }];
      return waitingOn(seen, form, paper);
    });
}

function waitingOn(seen: Seen, form: Form, paper: OfPaper): readonly Waiting[] {
  const { stage } = form;
  if (stage.stage === 'differing') return [{ kind: 'differing', ...paper, rows: stage.differing.length }];
  if (workOf(seen.centre, form) === 'rulings') {
    const [finding, ...more] = unruledFindings(seen.centre, form);
    const { code = 'F13', difference } = finding ?? {};
    return [{ kind: 'rulings', ...paper, code, more: more.length, ...(difference === undefined ? {} : { difference }) }];
  }
  const isAnswerable = stage.stage === 'open' && areOutcomesShown(seen, form);
  return isAnswerable && needsOfficialAnswer(seen.centre, form.contest, stage.asking) ? [{ kind: 'paper-differs', ...paper }] : [];
}

/** A correction concerns its contest; every other proposal the whole centre. */
function proposalsFor(centre: Centre, contest: string): readonly Waiting[] {
  const proposals = [...centre.proposals.values()].filter(({ act }) => act.kind !== 'correction-opened' || act.body.contest === contest);
  return proposals.map(({ act, moment }) => ({
    ...{ kind: 'proposal', act: act.kind, digest: act.digest, since: moment.at },
    by: nameOf(centre, act.by.person),
  }));
}
