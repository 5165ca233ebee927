/**
 * Acts that need two officials (LIFECYCLE §1, ②): the first proposes by signing the act itself, the second confirms it by its
 * digest, and only then does it take effect; its preconditions are checked again. Where every other official is out of reach, some
 * may be completed by the proposer alone, late, with a reason, and verification says so for ever.
 */
import type { Act, ActOf } from './acts.ts';
import { admissionNeedsTwo, isCertifiedOfficial, personConcerned } from './people.ts';
import { type Refusal, refusal } from './result.ts';
import { RULES } from './roles.ts';
import { type Centre, hasPassed, momentOf, type Proposal, touch } from './state.ts';

export function needsTwo(centre: Centre, act: Act): boolean {
  const { two } = RULES[act.kind];
  if (act.kind === 'key-replaced' && isCertifiedOfficial(centre, act.body.enrolment)) return false;
  return two === 'always' || (two === 'unless-named' && act.kind === 'person-admitted' && admissionNeedsTwo(act, centre));
}

/** What a proposal is about: at most one may wait per subject. */
export function subjectOfProposal(centre: Centre, act: Act): string {
  if (act.kind === 'correction-opened') return `contest ${act.body.contest}`;
  if (act.kind === 'backup-restored') return 'restore';
  const person = personConcerned(centre, act);
  return person === undefined ? 'centre' : `person ${person}`;
}

export function judgeProposal(centre: Centre, act: Act): Refusal | undefined {
  const subject = subjectOfProposal(centre, act);
  const pending = centre.proposals.find((proposal) => proposal.subject === subject && !isOvertaken(proposal.act, act));
  return pending === undefined ? undefined : refusal('R-PROPOSAL-PENDING', subject);
}

/** A machine that was lost before its restore was confirmed cannot settle it any more: the restore to the next one takes its place. */
function isOvertaken(pending: Act, act: Act): boolean {
  return pending.kind === 'backup-restored' && act.kind === 'backup-restored' && pending.body.device !== act.body.device;
}

/** `precondition` judges the proposed act again, as if it were said now. */
export function judgeConfirmation(
  centre: Centre,
  act: ActOf<'act-confirmed'>,
  precondition: (proposed: Act) => Refusal | undefined,
): Refusal | undefined {
  const proposal = centre.proposals.get(act.body.act);
  if (proposal === undefined) return refusal('R-NO-PROPOSAL', act.body.act);
  if (personConcerned(centre, proposal.act) === act.by.person) return refusal('R-SELF-ADMIT');
  const alone = judgeAlone(centre, act, proposal);
  if (alone !== undefined) return alone;
  const lapsed = precondition(proposal.act);
  return lapsed === undefined ? undefined : refusal('R-PROPOSAL-LAPSED', lapsed.code);
}

function judgeAlone(centre: Centre, act: ActOf<'act-confirmed'>, proposal: Proposal): Refusal | undefined {
  const isProposer = proposal.act.by.person === act.by.person;
  if (act.body.alone === undefined) return isProposer ? refusal('R-SECOND-SAME-PERSON') : undefined;
  const { soloMinutes } = centre.definition.content;
  if (!isProposer || soloMinutes === 0 || RULES[proposal.act.kind].alone !== true) return refusal('R-SECOND-SAME-PERSON');
  if (!act.body.alone.trim()) return refusal('R-REASON-MISSING');
  return hasPassed(centre, proposal.moment, soloMinutes, act.at) ? undefined : refusal('R-TOO-EARLY');
}

export function propose(centre: Centre, act: Act): Centre {
  const proposal: Proposal = { act, subject: subjectOfProposal(centre, act), moment: momentOf(centre, act) };
  const overtaken = [...centre.proposals].flatMap(([digest, pending]) => (isOvertaken(pending.act, act) ? [digest] : []));
  const left = overtaken.reduce((proposals, digest) => proposals.delete(digest), centre.proposals);
  const touched = [...overtaken, act.digest].map((digest) => touch('proposal', digest));
  return { ...centre, proposals: left.set(act.digest, proposal), touched };
}

export function withdraw(centre: Centre, digest: string): Centre {
  return { ...centre, proposals: centre.proposals.delete(digest), touched: [touch('proposal', digest)] };
}
