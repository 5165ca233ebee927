/**
 * The opening certificate: that the journal held nothing but the acts of setting up when the centre opened, who was there, which
 * definition and which machine. It is printed and signed before the first form is received.
 */
import { agentsInAttendance } from '../../../core/attendance.ts';
import { grouped, momentText } from '../figures.ts';
import { heading } from '../form/parts.ts';
import { type Block, type Paper, words as says } from '../layout/blocks.ts';
import { bothLanguages, type CentreMoment, certificatePaper, digestFact, facts, peopleTable } from './certificate.ts';

export interface OpeningMoment extends CentreMoment {
  /** Who was named as present when the centre was opened. */
  readonly present: readonly string[];
}

export function openingCertificate(moment: OpeningMoment): Paper {
  const { centre, head, at, by, language, present } = moment;
  const both = bothLanguages(language);
  const { words } = both;
  const said = words.opening;
  const contests = centre.contests.map((id) => centre.roll.contests.get(id)?.contest.title ?? id);
  const agents = agentsInAttendance(centre);
  const people = [...new Set([...by, ...present, ...agents])];
  const content: readonly Block[] = [
    ...(isUntouched(moment) ? [says(said.says, { fontSize: 10, margin: [0, 12, 0, 0] })] : []),
    facts([
      [said.opened, momentText(at, language)],
      [said.openedBy, by.map((id) => nameIn(moment, id)).join(', ')],
      [said.forms, grouped(centre.forms.size)],
      [said.entries, grouped(typings(moment))],
      [said.acts, grouped(head.size)],
      digestFact(said.head, head.root),
      digestFact(said.journal, centre.journal),
      digestFact(said.definition, centre.definition.digest),
      digestFact(said.device, centre.device),
      [said.software, centre.software.version],
      digestFact(said.softwareDigest, centre.software.digest),
      [said.contests, contests.join('; ')],
      [said.agents, agents.length === 0 ? said.nobody : agents.map((id) => nameIn(moment, id)).join(', ')],
    ]),
    heading(both, ({ opening }) => opening.present),
    peopleTable(centre, people, words, false),
  ];
  return certificatePaper(moment, ({ opening }) => opening.title, content);
}

/** A sentence that nothing was there is printed only where nothing was there. */
function isUntouched({ centre }: OpeningMoment): boolean {
  return centre.forms.isEmpty() && centre.results.isEmpty() && centre.contestStates.isEmpty();
}

function typings({ centre }: OpeningMoment): number {
  return centre.forms.valueSeq().reduce((sum, { stage }) => sum + ('typings' in stage ? stage.typings.length : 0), 0);
}

function nameIn({ centre }: OpeningMoment, id: string): string {
  return centre.people.get(id)?.name ?? id;
}
