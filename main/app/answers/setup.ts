/**
 * Answers setup: lists, opens and erases the centres of this machine, makes a practice election, and founds a centre from a chosen
 * definition. Folders are known to the window by tickets made from their names.
 */
import path from 'node:path';
import { digest, utf8 } from '../../../core/bytes.ts';
import type { ListedCentre, SetupAnswers, SetupView, setupAsks } from '../../../core/contract/setup.ts';
import { ok, present, type Refusal, type Result, refuse } from '../../../core/result.ts';
import { clerkWithWork, setupSteps } from '../../../core/views/setup.ts';
import { createPractice } from '../../practice/practice.ts';
import type { Host } from '../host.ts';
import { openDefinitions } from './chosen-definition.ts';
import { foundCentre } from './founding.ts';
import type { HandlersOf } from './handlers.ts';
import { newKeysOf } from './new-keys.ts';

const TICKET_LENGTH = 32;

export function setupHandlers(host: Host): HandlersOf<typeof setupAsks, SetupAnswers> {
  const definitions = openDefinitions(host);
  const keys = newKeysOf(host);
  const practice = openPracticeMaker(host);
  const state: { failure?: Refusal } = {};
  const changed = <T>(result: Result<T>): Result<T> => {
    host.changed();
    return result;
  };
  return {
    setup: () => ok(viewOf(host, practice.progress(), state.failure)),
    openCentre: async ({ centre }) => {
      delete state.failure;
      const found = findCentre(host, centre);
      if (!found.ok) return found;
      const opened = await host.open(found.value.folder);
      if (!opened.ok) state.failure = opened.refusal;
      return changed(opened.ok ? ok(undefined) : opened);
    },
    eraseCentre: ({ centre }) => {
      delete state.failure;
      const found = findCentre(host, centre);
      return found.ok ? changed(erase(host, found.value.folder)) : found;
    },
    beginPractice: () => practice.make(),
    chooseDefinition: () => definitions.choose(),
    resumeDefinition: () => {
      const office = host.office();
      if (!office.ok) return office;
      if (office.value.centre().phase !== 'empty') return refuse('R-CENTRE-EXISTS');
      return ok(definitions.hold(office.value.centre().definition));
    },
    compareGroups: ({ definition, groups }) => definitions.compare(definition, groups),
    founderWords: ({ definition, person }) => {
      const found = definitions.find(definition);
      return found.ok ? ok(keys.words(person)) : found;
    },
    founderCard: async ({ definition, person, language }) => {
      const found = definitions.find(definition);
      if (!found.ok) return found;
      const officer = found.value.content.officials.find(({ id }) => id === person);
      if (officer === undefined) return refuse('R-PERSON-UNKNOWN', person);
      return keys.card({ id: person, role: officer.role, name: officer.name }, language);
    },
    founderKey: async ({ definition, person }) => {
      const found = definitions.find(definition);
      return found.ok ? keys.bring(person) : found;
    },
    createCentre: async (asked) => changed(await keys.undisturbed(() => foundCentre(host, { definitions, keys }, asked))),
  };
}

// ---- the centres of this machine ---------------------------------------------------------------------------------------------

function ticketOf(folder: string): string {
  return digest(utf8(`${path.basename(path.dirname(folder))}/${path.basename(folder)}`)).slice(0, TICKET_LENGTH);
}

function viewOf(host: Host, making: SetupView['making'], failure: Refusal | undefined): SetupView {
  const seen = host.seen();
  const office = host.office();
  const open = office.ok ? office.value.folder : undefined;
  return {
    centres: host.centres.list().map((known): ListedCentre => {
      const { folder, ...told } = known;
      return { ...told, centre: ticketOf(folder), isOpen: open !== undefined && ticketOf(open) === ticketOf(folder) };
    }),
    ...(seen.ok ? { steps: setupSteps(seen.value) } : {}),
    ...(making === undefined ? {} : { making }),
    ...(failure === undefined ? {} : { failure }),
  };
}

function findCentre({ centres }: Host, ticket: string) {
  const found = centres.list().find(({ folder }) => ticketOf(folder) === ticket);
  return found === undefined ? refuse('E-FILE', 'this centre is no longer on this machine') : ok(found);
}

/** What may be live is refused before the centre that is open is closed for it. */
function erase(host: Host, folder: string): Result<undefined> {
  const office = host.office();
  const kind = host.centres.list().find((known) => known.folder === folder)?.kind;
  const isOpen = office.ok && ticketOf(office.value.folder) === ticketOf(folder);
  if (isOpen && (kind === 'rehearsal' || kind === 'practice')) host.close();
  const erased = host.centres.erase(folder);
  return erased.ok ? erased : refuse(erased.refusal.code, erased.refusal.detail);
}

// ---- practice ----------------------------------------------------------------------------------------------------------------

interface PracticeMaker {
  progress(): SetupView['making'];
  /** One at a time: who asks again meanwhile gets the same one. */
  make(): Promise<Result<{ readonly clerk: string }>>;
}

function openPracticeMaker(host: Host): PracticeMaker {
  let progress: SetupView['making'];
  let running: ReturnType<PracticeMaker['make']> | undefined;
  const make = async (): Promise<Result<{ readonly clerk: string }>> => {
    progress = { done: 0, total: 0 };
    const onProgress = (done: number, total: number) => {
      progress = { done, total };
      host.changed();
    };
    try {
      const made = await createPractice(host.centres.newPracticeFolder(), { ...host.officeOptions, onProgress });
      if (!made.ok) return made;
      const office = host.take(made.value.office);
      return ok({ clerk: present(clerkWithWork({ centre: office.centre(), now: office.now() }), 'a clerk with work') });
    } finally {
      progress = undefined;
      running = undefined;
      host.changed();
    }
  };
  return {
    progress: () => progress,
    make: () => {
      running ??= make();
      return running;
    },
  };
}
