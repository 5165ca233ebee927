/** The registers of the court pack: nothing that a court asks for is missing, and nothing in them can do harm to whoever opens them. */
import { describe, expect, test } from 'vitest';
import { KINDS, type Kind, ROLES } from '../../core/acts.ts';
import { neutralCell } from '../../core/csv-line.ts';
import { present } from '../../core/result.ts';
import { RULES } from '../../core/roles.ts';
import { PLANS, WITHOUT_REGISTER } from '../../main/court/registers.ts';
import { actsOf, entriesOf, FORMULA, fullNight, packOf, SCRIPT, sourceFrom } from './court-night.ts';

const night = fullNight();
const pack = packOf(sourceFrom(night));
const rowsOf = (register: string, seq: number) => pack.table(register).filter((row) => row.seq === String(seq));

test('the night of these tests says every kind of act there is', () => {
  const said = new Set(night.acts().map(({ act }) => act.kind));
  expect(KINDS.filter((kind) => !said.has(kind))).toEqual([]);
});

test('every kind of act has a place in a register, or a reason why it needs none, and never both', () => {
  const placed = new Set(Object.values(PLANS).flatMap((plan) => Object.keys(plan.acts)));
  const excused = new Set(Object.keys(WITHOUT_REGISTER));
  expect(KINDS.filter((kind) => placed.has(kind) === excused.has(kind))).toEqual([]);
});

/** What a court asks for, by the register in which it looks; every act of these kinds has to be there. */
const ASKED: readonly (readonly [register: string, kinds: readonly Kind[]])[] = [
  ['log-ins', ['session-unlocked', 'session-locked']],
  ['failed-log-ins', ['unlock-failed', 'lockout-cleared']],
  [
    'interventions',
    [
      'finding-ruled',
      'reading-sealed',
      'form-reopened',
      'form-set-aside',
      'form-brought-back',
      'result-closed',
      'closing-withdrawn',
      'signoff-closed',
      'summary-signoff-closed',
      'agent-marked-gone',
      'accreditation-revoked',
      'person-suspended',
      'person-restored',
      'key-replaced',
      'act-confirmed',
      'proposal-withdrawn',
      'particulars-amended',
      'summary-withdrawn',
      'correction-opened',
      'centre-closed',
      'backup-restored',
    ],
  ],
  [
    'acts-about-people',
    ['person-enrolled', 'person-admitted', 'certificate-recorded', 'key-replaced', 'person-suspended', 'accreditation-ended'],
  ],
  ['attendance', ['agent-signed-in', 'agent-signed-out', 'agent-marked-gone']],
  ['exports', ['bundle-exported', 'acknowledgement-recorded', 'receipt-issued']],
  ['backups', ['backup-made', 'backup-restored']],
  ['clock', ['clock-jumped']],
  ['software', ['app-started', 'app-stopped', 'centre-created']],
  ['incidents', ['incident-noted']],
  ['summaries', ['summary-prepared', 'summary-signed', 'summary-signoff-given', 'summary-declared', 'correction-opened']],
  ['scans', ['scan-attached']],
  ['objections', ['late-remark']],
];

describe.each(ASKED)('the register %s', (register, kinds) => {
  test.each(kinds.map((kind) => [kind]))('tells every %s, by its number, its times, its digest and who did it', (kind) => {
    for (const { seq, act } of actsOf(night, kind)) {
      const utc = Date.parse(act.at);
      expect(rowsOf(register, seq)).toHaveLength(1);
      expect(rowsOf(register, seq)[0]).toMatchObject({
        ...{ act: kind, digest: act.digest, person: act.by.person, role: act.by.role, timeUtc: act.at },
        timeEastAfrica: new Date(utc + 3 * 3_600_000).toISOString().slice(0, 19).replace('T', ' '),
      });
    }
  });
});

describe('an intervention', () => {
  const first = (kind: Kind, is: (row: Readonly<Record<string, string>>) => boolean = () => true) =>
    present(
      pack.table('interventions').find((row) => row.act === kind && is(row)),
      kind,
    );

  test('names its form, its station, what was decided, why, and the witnesses', () => {
    expect(first('finding-ruled', ({ finding }) => finding === 'F04')).toMatchObject({
      ...{ contest: 'president', station: 'west2', stationName: 'West Primary School, stream 2', form: 'president.west2.1', revision: '1' },
      ...{ finding: 'F04', decision: 'disregard', ground: 'b', reason: 'For a reason of the test.', witnesses: 'red' },
    });
    expect(first('form-reopened')).toMatchObject({ form: 'president.west1.1', revision: '2', decision: 'keep-figures' });
    expect(first('person-suspended')).toMatchObject({ about: 'clerk4', aboutRole: 'clerk' });
  });

  test('that puts something in place of something else says what', () => {
    expect(first('particulars-amended').changes).toBe('serial: serial 1 → another serial');
    expect(first('turnout-recorded')).toMatchObject({ station: 'west1', changes: '390 → 391', reason: 'Read again.' });
  });

  test('a first turnout, a plain acceptance and an agreeing agent are none', () => {
    const told = new Set(pack.table('interventions').map(({ seq }) => seq));
    const [turnout] = actsOf(night, 'turnout-recorded');
    const plain = actsOf(night, 'form-accepted').filter(({ act }) => act.body.answer === undefined && act.body.disposition === 'counted');
    expect(plain.length).toBeGreaterThan(3);
    for (const { seq } of [present(turnout, 'turnout'), ...plain]) expect(told.has(String(seq))).toBe(false);
  });

  test('that needs two officials says whether the second confirmed, withdrew, is awaited, or was never there', () => {
    const [closed] = actsOf(night, 'centre-closed');
    const confirmed = actsOf(night, 'act-confirmed').find(({ act }) => act.body.act === closed?.act.digest);
    expect(first('centre-closed')).toMatchObject({ effect: 'confirmed-alone', settledSeq: String(confirmed?.seq), settledBy: 'ro' });
    expect(first('accreditation-revoked', ({ about }) => about === 'blue').effect).toBe('withdrawn');
    expect(first('accreditation-revoked', ({ about }) => about === 'red')).toMatchObject({ effect: 'confirmed', settledBy: 'dro' });
    expect(first('backup-restored').effect).toBe('waits');
    expect(first('summary-declared')).toMatchObject({ alone: 'yes', reason: 'The deputy is in hospital.' });
  });

  test('a confirmation says what it confirms', () => {
    const [revoked] = actsOf(night, 'accreditation-revoked').filter(({ act }) => act.body.agent === 'red');
    const row = pack.table('interventions').find(({ proposedSeq }) => proposedSeq === String(revoked?.seq));
    expect(row).toMatchObject({ act: 'act-confirmed', proposedAct: 'accreditation-revoked', about: 'red' });
  });

  test('beyond the place where the journal broke, nobody claims to know what took effect', () => {
    const [proposed] = actsOf(night, 'backup-restored');
    const centre = { ...night.centre(), size: present(proposed, 'restore').seq };
    const rows = packOf(sourceFrom(night, { centre })).table('backups');
    expect(rows.find(({ act }) => act === 'backup-restored')?.effect).toBe('unknown');
  });
});

test('failures count up to the lock-out, and only that one is called so', () => {
  const failed = pack.table('failed-log-ins').filter(({ act }) => act === 'unlock-failed');
  expect(failed.map(({ failures, lockedOut }) => [failures, lockedOut])).toEqual([
    ...['1', '2', '3', '4'].map((number) => [number, '']),
    ['5', 'yes'],
  ]);
});

test('a program that was not closed, and another program than before, are marked where they started', () => {
  const starts = pack.table('software').filter(({ act }) => act === 'app-started');
  expect(
    starts.map(({ softwareVersion, softwareChanged, notClosedBefore }) => [softwareVersion, softwareChanged, notClosedBefore]),
  ).toEqual([
    ['countersign 1', '', ''],
    ['countersign 2', 'yes', 'yes'],
    ['countersign 2', '', ''],
  ]);
});

test('a clock set back is told as such', () => {
  expect(pack.table('clock').map(({ seconds, direction }) => [seconds, direction])).toEqual([
    ['1800', 'forward'],
    ['300', 'back'],
  ]);
});

test('each person has one row with every key, who admitted them, and what was decided about them', () => {
  const people = pack.table('people');
  expect(people.map(({ person }) => person).sort()).toEqual([...night.centre().people.keys()].sort());
  const clerk = present(
    people.find(({ person }) => person === 'clerk3'),
    'clerk3',
  );
  const [replaced] = actsOf(night, 'key-replaced');
  expect(clerk.keyReplacedSeq).toBe(String(replaced?.seq));
  expect(clerk.keys?.split(' ')).toHaveLength(2);
  expect(clerk.keys).toContain(night.centre().people.get('clerk3')?.key);
  expect(people.find(({ person }) => person === 'site')).toMatchObject({
    ...{ role: 'agent', party: 'Independent', basis: 'letter', admittedBy: 'ro', secondOfficial: 'dro' },
  });
  expect(people.find(({ person }) => person === 'clerk1')?.certifiedSeq).not.toBe('');
});

test('the access matrix has a row for every act, as the program’s own table has it', () => {
  const rows = pack.table('access');
  expect(rows.map(({ act }) => act)).toEqual(KINDS);
  for (const row of rows) {
    const allowed = ROLES.filter((role) => row[role] === 'yes');
    expect(allowed).toEqual(ROLES.filter((role) => RULES[row.act as Kind].by.includes(role)));
  }
});

test('the numbers of acts add up to the journal', () => {
  const total = pack.table('acts').reduce((sum, { number }) => sum + Number(number), 0);
  expect(total).toBe(night.acts().length);
});

test('no figure of any form is told anywhere', () => {
  const whole = [...pack.files.values()].join('\n');
  for (const row of ['candidate1', 'candidate2', 'tableTotal', '"votes"']) expect(whole).not.toContain(row);
});

describe('a cell of somebody else’s words', () => {
  test.each(['=1+1', '+1', '-1', '@SUM(A1)', ' =1', '\t=1', '\uff1d1', '\uff0b1', '-'])('%j is no formula to a spreadsheet', (cell) => {
    expect(neutralCell(cell)).toBe(`'${cell}`);
  });

  test.each(['', '1', 'a=b', 'C1', '2031-02-03', "'"])('%j stays as it is', (cell) => {
    expect(neutralCell(cell)).toBe(cell);
  });

  test('comes back whole from the file, with commas, quotation marks and line ends', () => {
    expect(pack.table('incidents').map(({ reason }) => reason)).toEqual([`'${FORMULA}`, SCRIPT]);
  });

  test('is a formula in no cell of any register', () => {
    const tables = [...pack.files.keys()].filter((name) => name.endsWith('.csv')).map((name) => pack.table(name.slice(0, -4)));
    const cells = tables.flatMap((table) => table.flatMap((row) => Object.values(row)));
    expect(cells.length).toBeGreaterThan(3000);
    expect(cells.filter((cell) => /^\s*[=+\-@]/.test(cell))).toEqual([]);
  });
});

describe('a journal that is damaged', () => {
  const entries = entriesOf(night);
  const spoilt = entries.map((entry) => (entry.seq === 60 ? { ...entry, bytes: new Uint8Array([1, 2, 3]) } : entry));

  test('gives all its other acts, and lists what cannot be read', () => {
    const damaged = packOf(sourceFrom(night, { entries: spoilt }));
    expect(damaged.table('unreadable')).toEqual([{ seq: '60', fault: 'E-CANONICAL' }]);
    const without = (register: string) => pack.table(register).filter(({ seq }) => seq !== '60');
    expect(damaged.table('interventions')).toEqual(without('interventions'));
    expect(damaged.text('court-pack.html')).toContain('ALTERED OR DAMAGED');
  });

  test('without a definition still tells who did what, by number', () => {
    const checks = [{ name: 'definition', status: 'failed', detail: 'gone' }] as const;
    const bare = packOf({ entries, checks });
    expect(bare.table('interventions').map(({ seq }) => seq)).toEqual(pack.table('interventions').map(({ seq }) => seq));
    expect(bare.text('court-pack.html')).toContain('gone');
  });

  test('of which the file breaks off is told up to there', () => {
    const breaking = function* () {
      yield* entries.slice(0, 50);
      throw Object.assign(new Error('database disk image is malformed'), { code: 'SQLITE_CORRUPT' });
    };
    const broken = packOf(sourceFrom(night, { entries: breaking() }));
    expect(broken.text('court-pack.html')).toContain('database disk image is malformed');
    expect(broken.table('acts').reduce((sum, { number }) => sum + Number(number), 0)).toBe(50);
  });

  test('a defect of our own is no damage, and is not passed over', () => {
    const failing = {
      [Symbol.iterator]: () => {
        throw new TypeError('ours');
      },
    };
    expect(() => packOf(sourceFrom(night, { entries: failing }))).toThrow('ours');
  });
});
