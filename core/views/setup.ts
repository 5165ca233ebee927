/**
 * What setup shows: an election definition as it was signed, with two groups of its digest left out, and how far the centre that is
 * open has come towards its opening. The groups left out never reach the window; they stand on the commission's paper notice.
 */
import type { Definition, SignedDefinition } from '../definition.ts';
import { groupsOf } from '../groups.ts';
import { namedInDefinition } from '../people.ts';
import type { Centre } from '../state.ts';
import { queueOf } from './queues.ts';
import type { Seen } from './seen.ts';

export interface NamedOfficial {
  readonly id: string;
  readonly name: string;
  readonly role: 'ro' | 'dro' | 'clerk';
  /** Whether the definition names this person's public key: then only that key file will do. */
  readonly isKeyNamed: boolean;
}

export interface DefinitionView {
  /** Sixteen groups in order; the two to be typed are left out. */
  readonly groups: readonly (string | undefined)[];
  readonly title: string;
  readonly date: string;
  readonly kind: Definition['kind'];
  readonly commission: { readonly name: string; readonly fingerprint: string };
  readonly county: { readonly code: string; readonly name: string };
  readonly constituency: { readonly code: string; readonly name: string };
  readonly wards: readonly string[];
  readonly stations: number;
  readonly registered: number;
  readonly largest: number;
  readonly stationCap: number;
  readonly contests: readonly {
    readonly id: string;
    readonly title: string;
    readonly formA: string;
    readonly formB: string;
    readonly candidates: number;
  }[];
  readonly agents: number;
  readonly agentsWithKey: number;
  readonly officials: readonly NamedOfficial[];
  readonly thresholds: Definition['thresholds'];
}

/** `blank` are the two places, 1 to 16, whose groups are left out. */
export function definitionView({ content, digest, commission }: SignedDefinition, blank: readonly number[]): DefinitionView {
  const { title, date, kind, county, constituency, wards, stations, stationCap, contests, agents, officials, thresholds } = content;
  const registered = stations.map((station) => station.registered);
  return {
    ...{ title, date, kind, county, constituency, stationCap, thresholds },
    groups: groupsOf(digest).map((group, at) => (blank.includes(at + 1) ? undefined : group)),
    commission: { name: content.commission.name, fingerprint: commission.id },
    wards: wards.map(({ name }) => name),
    stations: stations.length,
    registered: registered.reduce((sum, voters) => sum + voters, 0),
    largest: Math.max(...registered),
    contests: contests.map(({ id, title: name, formA, formB, candidates }) => ({
      id,
      title: name,
      formA,
      formB,
      candidates: candidates.length,
    })),
    agents: agents.length,
    agentsWithKey: agents.filter(({ key }) => key !== undefined).length,
    officials: officials.map(({ id, name, role, key }) => ({ id, name, role, isKeyNamed: key !== undefined })),
  };
}

export interface SetupOfficial extends NamedOfficial {
  readonly state: 'not-enrolled' | 'enrolled' | 'admitted';
  /** What the returning officer admits. */
  readonly enrolment?: string;
}

/** The steps from the founding to the opening, as the journal tells them: a restart in between loses nothing. */
export interface SetupSteps {
  readonly phase: Centre['phase'];
  readonly officials: readonly SetupOfficial[];
  readonly admittedOfficials: number;
  /** Signed by one official, and waiting for another. */
  readonly opening?: { readonly act: string; readonly by: string; readonly byName: string };
}

export function setupSteps({ centre }: Seen): SetupSteps {
  const { officials } = centre.definition.content;
  const opening = [...centre.proposals].find(([, { act }]) => act.kind === 'centre-opened');
  return {
    phase: centre.phase,
    officials: officials.filter(({ role }) => role !== 'clerk').map((official) => setupOfficial(centre, official)),
    admittedOfficials: [...centre.people.values()].filter(({ role }) => role === 'ro' || role === 'dro').length,
    ...(opening === undefined
      ? {}
      : {
          opening: {
            act: opening[0],
            by: opening[1].act.by.person,
            byName: namedInDefinition(centre, opening[1].act.by.person)?.name ?? opening[1].act.by.person,
          },
        }),
  };
}

function setupOfficial(centre: Centre, { id, name, role, key }: Definition['officials'][number]): SetupOfficial {
  const enrolment = centre.enrolments.findLast(({ person }) => person.id === id);
  return {
    ...{ id, name, role, isKeyNamed: key !== undefined },
    state: centre.people.has(id) ? 'admitted' : enrolment === undefined ? 'not-enrolled' : 'enrolled',
    ...(enrolment === undefined ? {} : { enrolment: enrolment.digest }),
  };
}

/** With whom a newcomer begins to practise: the first clerk for whom a form waits to be typed. */
export function clerkWithWork({ centre, now }: Seen): string | undefined {
  const clerks = [...centre.people.values()]
    .filter(({ role }) => role === 'clerk')
    .sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  return clerks.find((viewer) => queueOf({ centre, viewer, now }, 'entry').length > 0)?.id;
}
