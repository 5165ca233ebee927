/**
 * Answers for the papers of a contest and of the centre. Officials have them made; of a centre that can only be read, where nobody
 * can be at the keyboard, anybody. Nothing is printed from a journal that was altered.
 */
import path from 'node:path';
import type { PapersAnswers, papersAsks } from '../../../core/contract/papers.ts';
import { ok, type Result, refuse } from '../../../core/result.ts';
import { isOfficial } from '../../../core/roles.ts';
import { contestOf, contestStateOf } from '../../../core/state.ts';
import { marksOf } from '../../export/marks.ts';
import { DATABASE_FILE, type Office } from '../../office/office.ts';
import { declaredSummary } from '../../papers/sources/summaries.ts';
import type { Host } from '../host.ts';
import { handOut } from '../papers/hand-out.ts';
import type { HandlersOf } from './handlers.ts';

export function papersHandlers(host: Host): HandlersOf<typeof papersAsks, PapersAnswers> {
  return {
    contestPaper: async ({ paper, contest, version, language, way }) => {
      const office = allowed(host);
      if (!office.ok) return office;
      const centre = office.value.centre();
      if (!centre.contests.includes(contest)) return refuse('R-NOT-IN-CONTEST', contest);
      const told = version === undefined ? undefined : declaredSummary(centre, contest, version);
      const order = {
        ...{ is: paper, contest, language, database: path.join(office.value.folder, DATABASE_FILE) },
        ...(version === undefined ? {} : { version }),
        ...(told?.ok ? { told: told.value } : {}),
        marks: paper === 'form' ? marksOf(office.value.folder, { contest, version: version ?? 0 }, [...centre.people.keys()]) : new Map(),
      };
      return handOut(host, { order, way, name: nameOf(office.value, contest, paper, version) });
    },
    centrePaper: async ({ paper, language, way }) => {
      const office = allowed(host);
      if (!office.ok) return office;
      const { constituency } = office.value.centre().definition.content;
      const order = { is: paper, language, database: path.join(office.value.folder, DATABASE_FILE) };
      return handOut(host, { order, way, name: `${paper}-certificate-${constituency.code}.pdf` });
    },
  };
}

function allowed(host: Host): Result<Office> {
  const office = host.office();
  if (!office.ok) return office;
  const { audit, isReadOnly, centre, unlocked } = office.value;
  if (audit?.sound === false) return refuse('R-READ-ONLY', audit.checks.find(({ status }) => status === 'failed')?.detail);
  if (isReadOnly) return office;
  const person = centre().people.get(unlocked() ?? '');
  if (person === undefined) return refuse('R-NOT-UNLOCKED');
  return isOfficial(person.role) ? ok(office.value) : refuse('R-ROLE', person.role);
}

/** `34B-117-president-v1.pdf`; what nobody has declared says so in its name. */
function nameOf(office: Office, contest: string, paper: 'form' | 'errors', version = 0): string {
  const centre = office.centre();
  const { formB } = contestOf(centre, contest).contest;
  const { declared, superseded } = contestStateOf(centre, contest);
  const isDeclared = [...superseded, ...(declared === undefined ? [] : [declared])].some(({ number }) => number === version);
  const named = [formB, centre.definition.content.constituency.code, contest, `v${version}`, ...(isDeclared ? [] : ['PROVISIONAL'])];
  return `${[...named, ...(paper === 'errors' ? ['error-report'] : [])].join('-')}.pdf`;
}
