/**
 * The table of one form, cell by cell: as the specification has it, as `core` has it as data, and as a form really behaves when it
 * has been brought into that stage and the command is given.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../core/decide.ts';
import { cellOf, type FormCommand, STAGES, type StageName, TRANSITIONS } from '../../core/transitions.ts';
import { COLUMNS, COMMANDS_OF, readCell, readTable, STAGE_OF, TABLE } from './lifecycle-table.ts';
import { openWorld, signIn, type World } from './world.ts';
import {
  accepting,
  amending,
  bringingBack,
  bringTo,
  closing,
  entry,
  formIn,
  HERE,
  opening,
  owedOn,
  reading,
  receive,
  reopening,
  ruling,
  scanning,
  settingAside,
  signing,
  stageIn,
} from './world-forms.ts';
import { paper } from './world-papers.ts';

const SPECIFICATION = path.join(import.meta.dirname, '../../../shared/LIFECYCLE.md');
const ROWS = Object.keys(TABLE);
const CELLS = ROWS.flatMap((row) =>
  COLUMNS.flatMap((column, at) => (COMMANDS_OF[row] ?? []).map((command) => [command, STAGE_OF[column], TABLE[row]?.[at] ?? ''] as const)),
);
const NO_SUBJECT = { subject: '0'.repeat(64), figures: {}, findings: [], scans: [] };

/** A form in a stage, in a centre where an agent is in the hall. At `agreed` and before, the paper's line 3 cannot be read. */
function formInStage(stage: StageName, figures: Parameters<typeof paper>[2] = {}): { world: World; form: string } {
  const world = openWorld();
  signIn(world, 'red');
  return { world, form: bringTo(world, stage, { figures }) };
}

/** Who gives the command, and the command as it would be allowed where the table allows it. */
function attempt(world: World, form: string, command: FormCommand): readonly [string, Command] {
  const { stage } = formIn(world, form);
  const isOpened = 'asking' in stage;
  const commands: Readonly<Record<FormCommand, () => readonly [string, Command]>> = {
    'entry-sealed': () => [stage.stage === 'received' ? 'clerk1' : 'clerk2', entry(form, paper(world.centre(), HERE))],
    'reading-sealed': () => ['clerk3', reading(world, form, stage.stage === 'differing' ? { rejected: 9 } : { objected: 1 })],
    'particulars-amended': () => ['clerk1', amending(form, 'another serial')],
    'scan-attached': () => ['clerk1', scanning(form)],
    'finding-ruled': () => ['ro', ruling(world, form, isOpened ? 'F09' : 'F13')],
    'form-opened': () => ['clerk4', opening(form)],
    'signoff-given': () => [
      'red',
      isOpened ? signing(world, form) : { kind: 'signoff-given', body: { form, ...NO_SUBJECT, choice: 'agree' } },
    ],
    'signoff-closed': () => ['ro', closing(form, 'red')],
    'form-accepted': () => ['ro', accepting(world, form)],
    'late-remark': () => [
      'red',
      {
        kind: 'late-remark',
        body: { form, subject: isOpened ? stage.subject : NO_SUBJECT.subject, stance: 'agree', revision: formIn(world, form).revision },
      },
    ],
    'form-reopened none': () => ['ro', reopening(form, 'none')],
    'form-reopened figures': () => ['ro', reopening(form, 'figures')],
    'form-set-aside': () => ['ro', settingAside(form)],
    'form-brought-back': () => ['ro', bringingBack(form)],
  };
  return commands[command]();
}

/** What has to have happened before, so that nothing but the table stands in the way. */
function smoothTheWay(world: World, form: string, command: FormCommand): void {
  const stage = stageIn(world, form);
  if (command === 'finding-ruled' && (stage === 'open' || stage === 'accepted')) receive(world);
  if (command === 'signoff-closed') world.wait(10);
  if (command === 'form-accepted' && stage === 'open') for (const agent of owedOn(world, form)) world.must(agent, signing(world, form));
}

describe('the table of one form', () => {
  test('is in core what the specification says', () => {
    expect(STAGES).toEqual(COLUMNS.map((column) => STAGE_OF[column]));
    expect(Object.keys(TRANSITIONS).sort()).toEqual(Object.values(COMMANDS_OF).flat().sort());
    for (const [command, stage, cell] of CELLS) {
      const promised = readCell(cell, stage);
      expect([command, stage, cellOf(command, stage)]).toEqual([command, stage, 'refusal' in promised ? promised.refusal : 'ok']);
    }
  });

  if (existsSync(SPECIFICATION)) {
    test('stands here as in LIFECYCLE.md, cell by cell', () => {
      expect(TABLE).toEqual(readTable(readFileSync(SPECIFICATION, 'utf8')));
    });
  } else {
    test.skip('stands here as in LIFECYCLE.md, cell by cell: SKIPPED, because ../shared/LIFECYCLE.md is not beside the project', () =>
      undefined);
  }

  test.each(CELLS)('%s of a form that is %s: %s', (command, stage, cell) => {
    const unreadable = command === 'reading-sealed' || command === 'finding-ruled' ? { objected: 'unreadable' as const } : {};
    const { world, form } = formInStage(stage, unreadable);
    smoothTheWay(world, form, command);
    const before = formIn(world, form);
    const done = world.does(...attempt(world, form, command));
    const promised = readCell(cell, stage);
    if ('refusal' in promised) {
      expect(done).toMatchObject({ ok: false, refusal: { code: promised.refusal } });
      expect(formIn(world, form)).toBe(before);
    } else {
      expect(done).toMatchObject({ ok: true });
      expect(promised.stages).toContain(stageIn(world, form));
    }
  });
});

describe('where a cell has two ends', () => {
  test('a second entry that is the same makes the form agreed, one that is not makes it differing', () => {
    const { world, form } = formInStage('entered-once');
    const figures = paper(world.centre(), HERE);
    const other = world.fork();
    world.must('clerk2', entry(form, figures));
    other.must('clerk2', entry(form, { ...figures, objected: 0 }));
    expect([stageIn(world, form), stageIn(other, form)]).toEqual(['agreed', 'differing']);
  });

  test('a reading that agrees with somebody makes the form agreed, a third opinion leaves it differing', () => {
    const { world, form } = formInStage('differing');
    const other = world.fork();
    world.must('clerk3', reading(world, form, { rejected: 2 }));
    other.must('clerk3', reading(other, form, { rejected: 7 }));
    expect([stageIn(world, form), stageIn(other, form)]).toEqual(['agreed', 'differing']);
    other.must('dro', reading(other, form, { rejected: 7 }));
    expect(stageIn(other, form)).toBe('agreed');
  });

  test('¹ an agreed form is read only in rows that stand as unreadable', () => {
    const { world, form } = formInStage('agreed');
    expect(world.tries('clerk3', reading(world, form, { rejected: 2 }))).toBe('R-NOTHING-TO-READ');
    const marked = formInStage('agreed', { objected: 'unreadable' });
    expect(marked.world.tries('clerk3', reading(marked.world, marked.form, { rejected: 2 }))).toBe('R-ROWS-UNEXPECTED');
    expect(marked.world.tries('clerk3', reading(marked.world, marked.form, { objected: 1 }))).toBe('allowed');
  });

  test.each(['open', 'accepted'] as const)(
    '² on a form that is %s only a finding that arose since is ruled, and only to count',
    (stage) => {
      const { world, form } = formInStage(stage, { objected: 'unreadable' });
      const [standing] = formIn(world, form).rulings;
      const again = { form, finding: 'F13', inputs: standing?.inputs ?? '', ruling: 'count' as const, reason: 'Again.', witnesses: [] };
      expect(world.tries('ro', { kind: 'finding-ruled', body: again })).toBe('R-RULING-STANDS');
      receive(world);
      expect(world.tries('ro', ruling(world, form, 'F09', { ruling: 'disregard', ground: 'b' }))).toBe('R-RULING-STANDS');
      expect(world.tries('ro', ruling(world, form, 'F09'))).toBe('allowed');
    },
  );

  test.each(['received', 'entered-once', 'differing', 'agreed'] as const)('a form set aside when %s comes back so', (former) => {
    const { world, form } = formInStage(former);
    const before = formIn(world, form);
    world.must('ro', settingAside(form));
    world.must('dro', bringingBack(form));
    expect(formIn(world, form)).toEqual(before);
  });
});

function answersOn(world: World, form: string): readonly string[] {
  const { stage } = formIn(world, form);
  return 'asking' in stage ? stage.asking.answers.map(({ act }) => act) : [];
}

describe('a restart', () => {
  test.each(['entered-once', 'differing', 'agreed', 'open', 'accepted'] as const)(
    'of a form that is %s, keeping none, is a new revision with nothing on it, and what agents said stays known',
    (stage) => {
      const { world, form } = formInStage(stage, { objected: 'unreadable' });
      const answers = stage === 'open' ? [world.must('red', signing(world, form)).digest] : answersOn(world, form);
      world.must('ro', reopening(form, 'none'));
      expect(formIn(world, form)).toMatchObject({ revision: 2, rulings: [], earlierAnswers: answers, stage: { stage: 'received' } });
    },
  );

  test('keeping figures keeps the figures and who typed them, and neither rulings nor sign-offs', () => {
    const { world, form } = formInStage('open', { objected: 'unreadable' });
    const { stage } = formIn(world, form);
    world.must('red', signing(world, form));
    world.must('ro', reopening(form, 'figures'));
    const after = formIn(world, form);
    expect(after).toMatchObject({ revision: 2, rulings: [] });
    expect(after.stage).toEqual({
      stage: 'agreed',
      ...('figures' in stage ? { typings: stage.typings, figures: stage.figures, decisions: stage.decisions } : {}),
    });
    expect(world.tries('ro', opening(form))).toBe('R-FINDING-UNRULED');
  });

  test('makes every screen that showed the revision before refuse', () => {
    const { world, form } = formInStage('agreed');
    world.must('ro', reopening(form, 'none'));
    const body = { form, figures: paper(world.centre(), HERE), decisions: [] };
    expect(world.tries('clerk1', { kind: 'entry-sealed', body: { ...body, revision: 1 } })).toBe('R-REVISION-STALE');
    expect(world.tries('clerk1', { kind: 'entry-sealed', body: { ...body, revision: 2 } })).toBe('allowed');
  });
});
