/**
 * The official papers as the rooms ask for them, and a national centre's receipt as an official records it. Attacked: who may ask, what
 * a disk does, papers over what the centre keeps, secrets on cards, marks that must never get into a bundle.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { acknowledgementsOf } from '../../core/acknowledged.ts';
import type { PaperWay } from '../../core/contract/papers.ts';
import { must, ok, present, type Refusal } from '../../core/result.ts';
import { contestStateOf } from '../../core/state.ts';
import { readPassphrase } from '../../db/passphrase.ts';
import { declareHandlers } from '../../main/app/answers/declare.ts';
import { papersHandlers } from '../../main/app/answers/papers.ts';
import { peopleHandlers } from '../../main/app/answers/people.ts';
import { signHandlers } from '../../main/app/answers/sign.ts';
import type { Host } from '../../main/app/host.ts';
import { openedPapers } from '../../main/app/papers/opened-papers.ts';
import type { FileKind } from '../../main/app/surroundings.ts';
import { acknowledge } from '../../main/commands/acknowledge.ts';
import { paper as paperCommand } from '../../main/commands/paper.ts';
import { keepMark } from '../../main/export/marks.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { informationOf, wordsOf } from '../papers/read-back.ts';
import { type OpenedOffice, openCopy } from './opened-office.ts';
import { demoElection, playDay } from './played-day.ts';
import { recorded } from './recorded.ts';

const CALLER = { origin: 'app://countersign', isTopFrame: true, window: 'rooms' } as const;
const CONTEST = 'president';
const shared = sharedFolder();
const election = await demoElection(shared);
const day = await playDay(election, path.join(shared, 'day'), { papers: 3 });

let opened: OpenedOffice;
let host: Host;
/** What the desktop was asked, and what a person chose in it. */
const desktop: { asked: [FileKind, string][]; save: string | undefined; open: string | undefined; printed: [string, Uint8Array][] } = {
  asked: [],
  save: undefined,
  open: undefined,
  printed: [],
};

beforeEach(async () => {
  opened = await openCopy(day);
  Object.assign(desktop, { asked: [], printed: [], open: undefined, save: path.join(temporaryFolder(), 'paper.pdf') });
  const { office } = opened;
  const seen = () => {
    const viewer = office.centre().people.get(office.unlocked() ?? '');
    return ok({ centre: office.centre(), now: office.now(), ...(viewer === undefined ? {} : { viewer }) });
  };
  const surroundings = {
    chooseNewFile: async (kind: FileKind, name: string) => {
      desktop.asked.push([kind, name]);
      return desktop.save;
    },
    chooseFile: async () => desktop.open,
    openPaper: async (name: string, bytes: Uint8Array) => void desktop.printed.push([name, bytes]),
  };
  host = {
    office: () => ok(office),
    seen,
    changed: () => undefined,
    onLook: () => undefined,
    surroundings,
    officeOptions: {},
  } as unknown as Host;
});

function form(
  more: { readonly way?: PaperWay; readonly version?: number; readonly language?: 'en' | 'sw'; readonly paper?: 'form' | 'errors' } = {},
) {
  const { paper = 'form', version = 1, language = 'en', way = 'save' } = more;
  return papersHandlers(host).contestPaper({ paper, contest: CONTEST, version, language, way }, CALLER);
}
function saved(): Buffer {
  return readFileSync(present(desktop.save, 'a file'));
}
async function byCommand(...args: readonly string[]): Promise<Buffer> {
  const out = path.join(temporaryFolder(), 'paper.pdf');
  expect((await recorded(paperCommand, path.join(opened.folder, 'centre.sqlite'), ...args, '--out', out)).err).toBe('');
  return readFileSync(out);
}
async function as(role: 'ro' | 'dro' | 'clerk' | 'agent'): Promise<string> {
  const { id } = present(
    [...opened.office.centre().people.values()].find((person) => person.role === role),
    role,
  );
  must(await opened.unlock(id));
  return id;
}
const codeOf = (answer: { readonly ok: boolean; readonly refusal?: Refusal }) => answer.refusal?.code ?? 'ok';

describe('of a contest', () => {
  test.each([
    ['form', 'en'],
    ['form', 'sw'],
    ['errors', 'en'],
    ['errors', 'sw'],
  ] as const)('the %s in %s is the one that the command line makes, byte for byte', async (paper, language) => {
    await as('ro');
    expect(must(await form({ paper, language }))).toEqual({ is: 'saved', name: 'paper.pdf' });
    const again = await byCommand('--paper', paper, '--contest', CONTEST, '--language', language);
    expect(Buffer.compare(saved(), again)).toBe(0);
  });

  test('is named by form, constituency, contest and version', async () => {
    await as('dro');
    desktop.save = undefined;
    await form();
    await form({ paper: 'errors' });
    expect(desktop.asked).toEqual([
      ['paper', '34B-901-president-v1.pdf'],
      ['paper', '34B-901-president-v1-error-report.pdf'],
    ]);
  });

  test('of a version that was never there is refused, and nothing is written', async () => {
    await as('ro');
    expect(codeOf(await form({ version: 7 }))).toBe('R-NOT-DECLARED');
    expect(existsSync(desktop.save ?? '')).toBe(false);
  });

  test('under correction it is made as declared, and of the next version that is ready as provisional', async () => {
    await as('ro');
    await form();
    const before = saved();
    await correctAndPrepare();
    await as('ro');
    expect(must(await form())).toMatchObject({ is: 'saved' });
    expect(Buffer.compare(saved(), before)).toBe(0);
    expect(must(await form({ version: 2 }))).toMatchObject({ is: 'saved' });
    expect(desktop.asked.at(-1)).toEqual(['paper', '34B-901-president-v2-PROVISIONAL.pdf']);
    expect(informationOf(saved()).Title).toMatch(/^REHEARSAL: PROVISIONAL: /);
    expect(Buffer.compare(saved(), await byCommand('--paper', 'form', '--contest', CONTEST))).toBe(0);
  });

  async function correctAndPrepare(): Promise<void> {
    const { office } = opened;
    const station = present(office.centre().definition.content.stations[0], 'a station').code;
    await as('ro');
    const body = { contest: CONTEST, version: 1, stations: [station], reason: 'A slip of the pen.' };
    const proposed = must(office.perform([{ kind: 'correction-opened', body }]));
    await as('dro');
    must(office.perform([{ kind: 'act-confirmed', body: { act: present(proposed.acts[0], 'an act').digest } }]));
    must(office.perform([{ kind: 'summary-prepared', body: { contest: CONTEST, reason: 'Nothing was wrong.' } }]));
  }
});

describe('who may have one made', () => {
  test.each(['clerk', 'agent'] as const)('not the %s, and no place is asked for', async (role) => {
    await as(role);
    expect(codeOf(await form())).toBe('R-ROLE');
    expect(codeOf(await papersHandlers(host).centrePaper({ paper: 'opening', language: 'en', way: 'print' }, CALLER))).toBe('R-ROLE');
    expect([desktop.asked, desktop.printed]).toEqual([[], []]);
  });

  test('nobody while the keyboard is locked', async () => {
    opened.office.lock();
    expect(codeOf(await form())).toBe('R-NOT-UNLOCKED');
    expect(desktop.asked).toEqual([]);
  });

  test('nobody from a journal that was altered', async () => {
    await as('ro');
    const audit = { checks: [{ name: 'tables', status: 'failed', detail: 'a row too many' }], sound: false };
    const altered = { ...host, office: () => ok({ ...opened.office, isReadOnly: true, audit }) } as unknown as Host;
    const answer = await papersHandlers(altered).contestPaper(
      { paper: 'form', contest: CONTEST, version: 1, language: 'en', way: 'save' },
      CALLER,
    );
    expect([codeOf(answer), existsSync(desktop.save ?? '')]).toEqual(['R-READ-ONLY', false]);
  });
});

describe('what stands in the way is told, and nothing half-written is left', () => {
  test('no place was chosen', async () => {
    await as('ro');
    desktop.save = undefined;
    expect(must(await form())).toEqual({ is: 'cancelled' });
  });

  test('the folder is gone', async () => {
    await as('ro');
    desktop.save = path.join(temporaryFolder(), 'no-such-folder', 'paper.pdf');
    expect(must(await form())).toMatchObject({ is: 'failed', trouble: 'gone' });
  });

  test('the name is a folder', async () => {
    await as('ro');
    desktop.save = temporaryFolder();
    mkdirSync(path.join(desktop.save, 'within'));
    expect(must(await form())).toMatchObject({ is: 'failed', trouble: 'other' });
    expect(readdirSync(path.dirname(desktop.save)).filter((name) => name.startsWith('.writing'))).toEqual([]);
  });

  test.each(['centre.sqlite', 'device.key', 'new.pdf', 'scans/new.pdf'])('it would lie among what the centre keeps: %s', async (name) => {
    await as('ro');
    desktop.save = path.join(opened.folder, name);
    const before = existsSync(desktop.save) ? readFileSync(desktop.save) : undefined;
    expect(must(await form())).toEqual({ is: 'failed', trouble: 'kept' });
    expect(existsSync(desktop.save) ? readFileSync(desktop.save) : undefined).toEqual(before);
  });

  test('the disk is full', async () => {
    await as('ro');
    const full = () => Promise.reject(Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write' }));
    Object.assign(host.surroundings, { openPaper: full });
    expect(must(await form({ way: 'print' }))).toEqual({ is: 'failed', trouble: 'full', detail: 'ENOSPC' });
  });

  test('no program shows such files, or the desktop has none', async () => {
    await as('ro');
    Object.assign(host.surroundings, { openPaper: async () => 'Failed to open path' });
    expect(must(await form({ way: 'print' }))).toEqual({ is: 'failed', trouble: 'no-program', detail: 'Failed to open path' });
    Object.assign(host.surroundings, { openPaper: undefined });
    expect(must(await form({ way: 'print' }))).toEqual({ is: 'failed', trouble: 'no-program' });
  });

  test('the making breaks off: the journal cannot be followed any more', async () => {
    await as('ro');
    const elsewhere = { ...host, office: () => ok({ ...opened.office, folder: temporaryFolder() }) } as unknown as Host;
    const answer = await papersHandlers(elsewhere).centrePaper({ paper: 'opening', language: 'en', way: 'save' }, CALLER);
    expect(must(answer)).toMatchObject({ is: 'failed', trouble: 'broken-off' });
    expect(existsSync(desktop.save ?? '')).toBe(false);
  });
});

describe('printing', () => {
  test('hands over the very bytes that saving writes', async () => {
    await as('ro');
    await form();
    expect(must(await form({ way: 'print' }))).toEqual({ is: 'opened', name: '34B-901-president-v1.pdf' });
    const [name, bytes] = present(desktop.printed[0], 'a paper');
    expect([name, Buffer.compare(Buffer.from(bytes), saved())]).toEqual(['34B-901-president-v1.pdf', 0]);
    expect(desktop.asked).toHaveLength(1);
  });

  test.skipIf(process.platform === 'win32')('lies where only this account can read it, until the app ends', async () => {
    const temporary = temporaryFolder();
    const shown: string[] = [];
    const papers = openedPapers(temporary, async (file) => {
      shown.push(file);
      return '';
    });
    expect(await papers.open('../paper.pdf', Uint8Array.of(1, 2))).toBeUndefined();
    const [file = ''] = shown;
    expect([path.basename(file), path.dirname(path.dirname(file))]).toEqual(['paper.pdf', temporary]);
    expect([statSync(file).mode & 0o777, statSync(path.dirname(file)).mode & 0o777]).toEqual([0o600, 0o700]);
    papers.forget();
    expect(readdirSync(temporary)).toEqual([]);
  });
});

describe('marks that people drew', () => {
  /** One black point. */
  const MARK = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNgYGD4DwABBAEAgLvRWwAAAABJRU5ErkJggg==', 'base64');

  test('are printed in their boxes by the app, of their own version only, and are in no bundle', async () => {
    const folder = temporaryFolder();
    const person = await as('ro');
    await form();
    const bare = saved();
    const bundle = await exported(folder);
    must(keepMark(opened.folder, { contest: CONTEST, version: 2, person }, MARK));
    await form();
    expect(Buffer.compare(saved(), bare)).toBe(0);
    must(keepMark(opened.folder, { contest: CONTEST, version: 1, person }, MARK));
    await form();
    expect(saved().includes('/Alt (Mark drawn by ')).toBe(true);
    expect(informationOf(saved()).Title).toBe(informationOf(bare).Title);
    await form({ paper: 'errors' });
    expect(saved().includes('Mark drawn')).toBe(false);
    expect(await exported(folder)).toMatchObject({ is: 'written', isSame: true, digest: bundle.is === 'written' ? bundle.digest : '' });
  });

  async function exported(folder: string) {
    Object.assign(host.surroundings, { chooseFolder: async () => folder });
    return must(await declareHandlers(host).exportBundle({ contest: CONTEST, edition: 'public' }, CALLER));
  }
});

describe('of the centre', () => {
  const certificate = (paper: 'opening' | 'closing', language: 'en' | 'sw' = 'en') =>
    papersHandlers(host).centrePaper({ paper, language, way: 'save' }, CALLER);

  test('the opening certificate is the command line’s, byte for byte', async () => {
    await as('dro');
    expect(must(await certificate('opening', 'sw'))).toMatchObject({ is: 'saved' });
    expect(desktop.asked).toEqual([['paper', 'opening-certificate-901.pdf']]);
    expect(Buffer.compare(saved(), await byCommand('--paper', 'opening', '--language', 'sw'))).toBe(0);
  });

  test('no closing certificate before two officials have closed it, and then one with every version that stands', async () => {
    const { office } = opened;
    await as('ro');
    expect(codeOf(await certificate('closing'))).toBe('R-CENTRE-OPEN');
    const contests = office.centre().contests.flatMap((contest) => {
      const { declared } = contestStateOf(office.centre(), contest);
      return declared === undefined ? [] : [{ contest, version: declared.number }];
    });
    const proposed = must(office.perform([{ kind: 'centre-closed', body: { contests } }]));
    expect(codeOf(await certificate('closing'))).toBe('R-CENTRE-OPEN');
    await as('dro');
    must(office.perform([{ kind: 'act-confirmed', body: { act: present(proposed.acts[0], 'an act').digest } }]));
    expect(must(await certificate('closing'))).toMatchObject({ is: 'saved' });
    const words = wordsOf(saved());
    for (const { contest } of contests) expect(words).toContain(contestStateOf(office.centre(), contest).declared?.digest.slice(0, 4));
    expect(words).toContain('Closing certificate');
  });
});

describe('an agent’s slip', () => {
  const slip = (handlers: ReturnType<typeof signHandlers>, digest: string) =>
    handlers.receiptSlip({ digest, language: 'en', way: 'save' }, CALLER);

  test('proves by itself what the receipt says: the agent, the digests, the signed head', async () => {
    const agent = await as('agent');
    const handlers = signHandlers(host);
    const form = present(
      opened.office.store.saidBy(agent, 0).find(({ act }) => act.kind === 'signoff-given'),
      'an answer',
    ).act;
    const issued = must(await handlers.issueReceipt({ agent, ...('form' in form.body ? { form: form.body.form } : {}) }, CALLER));
    expect(must(await slip(handlers, issued.digest))).toMatchObject({ is: 'saved' });
    expect(desktop.asked).toEqual([['paper', `receipt-${agent}-${issued.head.size}.pdf`]]);
    const words = wordsOf(saved());
    expect(words).toContain(issued.agent.name);
    for (const whole of [issued.digest, form.digest]) for (const group of whole.match(/.{4}/g) ?? []) expect(words).toContain(group);
    expect(words).toContain('countersign/');
    for (const { listed } of issued.forms) expect(words).toContain(listed.station.name);
  });

  test('is handed to its agent and to officials, and to no other agent', async () => {
    const agent = await as('agent');
    const handlers = signHandlers(host);
    const { digest } = must(await handlers.issueReceipt({ agent }, CALLER));
    const others = [...opened.office.centre().people.values()].filter(({ id, role }) => role === 'agent' && id !== agent);
    must(await opened.unlock(present(others[0], 'another agent').id));
    expect(codeOf(await slip(handlers, digest))).toBe('E-FILE');
    expect(desktop.asked).toEqual([]);
    await as('ro');
    expect(must(await slip(handlers, digest))).toMatchObject({ is: 'saved' });
  });

  test('of a receipt that this app did not issue is refused', async () => {
    await as('ro');
    expect(codeOf(await slip(signHandlers(host), '0'.repeat(64)))).toBe('E-FILE');
  });
});

describe('a passphrase card', () => {
  const NEWCOMER = { person: 'A77', role: 'agent', name: 'Mjusi Kafiri' } as const;

  test('is saved for its owner’s eyes, with the words and the fingerprint of the key that they then open', async () => {
    await as('ro');
    const handlers = peopleHandlers(host);
    const { words, fingerprint } = must(await handlers.newWords({ person: NEWCOMER.person }, CALLER));
    expect(must(await handlers.saveCard({ ...NEWCOMER, language: 'en' }, CALLER))).toMatchObject({ is: 'saved' });
    const printed = wordsOf(saved());
    for (const word of words.split(' ')) expect(printed).toContain(word);
    for (const group of fingerprint.match(/.{4}/g) ?? []) expect(printed).toContain(group);
    expect(printed).toContain(NEWCOMER.name);
    if (process.platform !== 'win32') expect(statSync(present(desktop.save, 'a file')).mode & 0o777).toBe(0o600);
    const enrolled = must(await handlers.enrolPerson({ ...NEWCOMER, secret: must(readPassphrase(words)) }, CALLER));
    const enrolment = opened.office.centre().enrolments.find(({ digest }) => digest === enrolled.enrolment);
    expect(enrolment?.key).toBe(fingerprint);
  });

  test('never comes to be without being asked for: nothing is handed to another program, and no file has the words', async () => {
    await as('ro');
    const handlers = peopleHandlers(host);
    const { words } = must(await handlers.newWords({ person: NEWCOMER.person }, CALLER));
    desktop.save = undefined;
    expect(must(await handlers.saveCard({ ...NEWCOMER, language: 'sw' }, CALLER))).toEqual({ is: 'cancelled' });
    expect(desktop.printed).toEqual([]);
    const files = readdirSync(opened.folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const entry of files) expect(readFileSync(path.join(entry.parentPath, entry.name)).includes(words)).toBe(false);
  });

  test('of words that wait for somebody else, or were typed back already, is refused', async () => {
    await as('ro');
    const handlers = peopleHandlers(host);
    expect(codeOf(await handlers.saveCard({ ...NEWCOMER, language: 'en' }, CALLER))).toBe('R-PERSON-UNKNOWN');
    const { words } = must(await handlers.newWords({ person: NEWCOMER.person }, CALLER));
    expect(codeOf(await handlers.saveCard({ ...NEWCOMER, person: 'A78', language: 'en' }, CALLER))).toBe('R-PERSON-UNKNOWN');
    must(await handlers.enrolPerson({ ...NEWCOMER, secret: words }, CALLER));
    expect(codeOf(await handlers.saveCard({ ...NEWCOMER, language: 'en' }, CALLER))).toBe('R-PERSON-UNKNOWN');
    expect(desktop.asked).toEqual([]);
  });
});

describe('the national centre’s receipt', () => {
  const choose = async (handlers = declareHandlers(host)) => must(await handlers.chooseAcknowledgement({}, CALLER));

  test('as `acknowledge` writes it is shown, recorded, and then said to be recorded', async () => {
    const { office } = opened;
    desktop.open = path.join(temporaryFolder(), 'receipt');
    const bundle = path.join(day.folder, `${CONTEST}.bundle.zip`);
    const order = [bundle, '--key', election.keyFile, '--out', desktop.open, '--by', 'National tallying centre', '--rehearsal'];
    expect((await recorded(acknowledge, ...order)).err).toBe('');
    await as('ro');
    const handlers = declareHandlers(host);
    const { says, file = '', vouched, fault } = present(await choose(handlers), 'a view');
    expect([says?.by, says?.contest, says?.version, vouched, fault]).toEqual([
      'National tallying centre',
      CONTEST,
      1,
      'commission',
      undefined,
    ]);
    expect(says?.summary).toBe(contestStateOf(office.centre(), CONTEST).declared?.digest);
    const size = office.head().size;
    expect(codeOf(await declareHandlers(host).recordAcknowledgement({ file }, CALLER))).toBe('E-FILE');
    expect(codeOf(await handlers.recordAcknowledgement({ file: '0'.repeat(64) }, CALLER))).toBe('E-FILE');
    await as('clerk');
    expect(codeOf(await handlers.recordAcknowledgement({ file }, CALLER))).toBe('R-ROLE');
    expect(acknowledgementsOf(office.centre(), CONTEST, 1)).toEqual([]);
    await as('ro');
    must(await handlers.recordAcknowledgement({ file }, CALLER));
    expect(office.head().size).toBeGreaterThan(size);
    expect(acknowledgementsOf(office.centre(), CONTEST, 1).map(({ by }) => by)).toEqual(['National tallying centre']);
    expect((await choose())?.isRecorded).toBe(true);
  });

  test('that is any other file is told to be none, whatever its size and its bytes', async () => {
    await as('ro');
    desktop.open = path.join(temporaryFolder(), 'other');
    for (const bytes of [Buffer.alloc(0), Buffer.alloc(50_000, 0xff), readFileSync(election.definitionFile)]) {
      writeFileSync(desktop.open, bytes);
      expect(await choose()).toEqual({ fault: 'unreadable', isRecorded: false });
    }
  });

  test('that is not there is refused without telling where it would lie; none chosen is no fault', async () => {
    await as('ro');
    desktop.open = path.join(temporaryFolder(), 'nowhere');
    const refused = await declareHandlers(host).chooseAcknowledgement({}, CALLER);
    expect([codeOf(refused), JSON.stringify(refused).includes('nowhere')]).toEqual(['E-FILE', false]);
    desktop.open = undefined;
    expect(await choose()).toBeUndefined();
  });
});
