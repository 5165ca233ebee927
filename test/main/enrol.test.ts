import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { must } from '../../core/result.ts';
import { FULL_COST, openKeyFile, readKeyFileHeader } from '../../db/key-file.ts';
import { readPassphrase } from '../../db/passphrase.ts';
import { define } from '../../main/commands/define.ts';
import { enrol } from '../../main/commands/enrol.ts';
import type { CommandIo } from '../../main/commands/io.ts';
import { readRecords } from '../../main/define/csv-records.ts';
import { temporaryFolder } from '../db/folders.ts';

const WORDS = 'abandon ability able about above';
const ELECTION = {
  id: 'enrolment-test',
  title: 'A small election',
  date: '2027-08-10',
  kind: 'rehearsal',
  commission: 'A commission',
  county: { code: '001', name: 'County' },
  constituency: { code: '002', name: 'Constituency' },
  stationCap: 700,
  contests: [
    { id: 'president', title: 'President', formA: '34A', formB: '34B' },
    { id: 'governor', title: 'Governor', formA: '37A', formB: '37B' },
  ],
};
const TABLES = {
  'stations.csv': 'code,name,ward_code,ward_name,registered\n00200101,Primary School,0021,Ward,650\n',
  'candidates.csv': 'contest,number,name,party\npresident,1,First,Red\npresident,2,Second,Blue\ngovernor,1,Third,Red\n',
  'agents.csv': 'id,name,party,contests\nA-17,"Wanjirũ ""Jiru"" Mwangi, Dr",Red,president governor\nA-18,Otieno,Blue,\n',
  'officials.csv': 'id,name,role\nR-1,Achieng Odhiambo,ro\nC-1,Clerk 1,clerk\nC-2,Clerk 2,clerk\n',
};

let folder = '';
let out = '';

beforeEach(() => {
  folder = temporaryFolder();
  out = path.join(folder, 'stick.json');
  writeFileSync(path.join(folder, 'election.json'), JSON.stringify(ELECTION));
  for (const [file, text] of Object.entries(TABLES)) writeFileSync(path.join(folder, file), text);
});

async function run(command: typeof enrol, ...args: readonly string[]) {
  const said = { out: '', err: '' };
  const io: CommandIo = {
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    outBytes: () => undefined,
    isTerminal: true,
  };
  return { code: await command(args, io), ...said };
}

/** The passphrase in the frame, as somebody would copy it: the numbered words in order. */
function copiedFrom(shown: string): string {
  return [...shown.matchAll(/^\| +([1-5]) {2}([a-z]+) +\|$/gm)].map(([, , word]) => word).join(' ');
}

test('a key file is made for an agent; the passphrase that is shown opens it, and the line names its public key', async () => {
  const { code, out: line, err } = await run(enrol, '--person', 'A-17', '--dir', folder, '--out', out);
  expect(code).toBe(0);
  const passphrase = must(readPassphrase(copiedFrom(err)));
  const opened = must(await openKeyFile(readFileSync(out), passphrase));
  expect(opened).toMatchObject({ person: 'A-17', role: 'agent', name: 'Wanjirũ "Jiru" Mwangi, Dr', cost: FULL_COST });
  expect(line).toBe(`A-17,"Wanjirũ ""Jiru"" Mwangi, Dr",Red,president governor,${opened.publicKey.text}\n`);
  expect(readRecords(line).records[0]?.cells).toEqual(['A-17', opened.name, 'Red', 'president governor', opened.publicKey.text]);
});

test('the passphrase is shown once, framed, never in the output, and is not in the file', async () => {
  const { out: line, err } = await run(enrol, '--person', 'C-1', '--dir', folder, '--out', out);
  const passphrase = copiedFrom(err);
  expect(err).toMatch(/Shown once/);
  const frame = err.split('\n').filter((text) => /^[|+]/.test(text));
  expect(new Set(frame.map((text) => text.length)).size).toBe(1);
  const rest = `${line}${readFileSync(out, 'utf8')}${err.replace(/^\|.*$/gm, '')}`;
  for (const word of passphrase.split(' ')) expect(rest).not.toMatch(new RegExp(`\\b${word}\\b`));
  expect(passphrase.split(' ')).toHaveLength(5);
});

test('an official gets a line for officials.csv, and every role its own', async () => {
  for (const [person, role] of [
    ['R-1', 'ro'],
    ['C-2', 'clerk'],
  ] as const) {
    const file = path.join(folder, `${role}.json`);
    const { code, out: line, err } = await run(enrol, '--person', person, '--dir', folder, '--out', file);
    expect(code).toBe(0);
    const header = must(readKeyFileHeader(readFileSync(file)));
    expect(header).toMatchObject({ person, role });
    expect(line.split(',').slice(2)).toEqual([role, `${header.publicKey.text}\n`]);
    expect(err).toContain('officials.csv (id,name,role,public_key)');
  }
});

test('the line goes back into the table: the definition then names the key', async () => {
  const { out: line } = await run(enrol, '--person', 'A-18', '--dir', folder, '--out', out);
  writeFileSync(path.join(folder, 'agents.csv'), `id,name,party,contests,public_key\n${line}`);
  const signed = path.join(folder, 'definition.json');
  const defined = await run(define, '--dir', folder, '--key', path.join(folder, 'commission.pem'), '--new-key', '--out', signed);
  expect(defined.code, defined.err).toBe(0);
  const payload = Buffer.from(JSON.parse(readFileSync(signed, 'utf8')).payload, 'base64').toString();
  expect(JSON.parse(payload).agents[0]).toMatchObject({ id: 'A-18', key: must(readKeyFileHeader(readFileSync(out))).publicKey.text });
  const again = await run(enrol, '--person', 'A-18', '--definition', signed, '--out', path.join(folder, 'second.json'));
  expect(again.code).toBe(0);
  expect(again.err).toMatch(/names another key .*R-KEY-NOT-NAMED/);
});

test('a signed definition serves as well as the folder, and an altered one is refused', async () => {
  const signed = path.join(folder, 'definition.json');
  await run(define, '--dir', folder, '--key', path.join(folder, 'commission.pem'), '--new-key', '--out', signed);
  const whole = await run(enrol, '--person', 'A-17', '--definition', signed, '--out', out);
  expect(whole.code).toBe(0);
  expect(whole.err).not.toContain('caution');
  const text = readFileSync(signed, 'utf8');
  const { payload, ...rest } = JSON.parse(text);
  const renamed = Buffer.from(Buffer.from(payload, 'base64').toString().replace('Otieno', 'Onyango')).toString('base64');
  writeFileSync(signed, JSON.stringify({ payload: renamed, ...rest }));
  const altered = await run(enrol, '--person', 'A-18', '--definition', signed, '--out', path.join(folder, 'other.json'));
  expect(altered).toMatchObject({ code: 1, out: '' });
  expect(altered.err).toContain('E-SIGNATURE');
  expect(existsSync(path.join(folder, 'other.json'))).toBe(false);
});

test('a file that exists is never overwritten, whatever it is', async () => {
  writeFileSync(out, 'precious');
  const { code, out: line, err } = await run(enrol, '--person', 'A-17', '--dir', folder, '--out', out);
  expect({ code, line }).toEqual({ code: 1, line: '' });
  expect(err).toContain(`${out}  E-FILE`);
  expect(copiedFrom(err)).toBe('');
  expect(readFileSync(out, 'utf8')).toBe('precious');
});

test('a person whom the election does not name gets no key, and those near it are listed', async () => {
  const near = async (person: string) => (await run(enrol, '--person', person, '--dir', folder, '--out', out)).err;
  expect(await near('A-1')).toContain('A-17 (Wanjirũ');
  expect(await near('a-18')).toContain('A-18 (Otieno)');
  expect(await near('otieno')).toContain('A-18 (Otieno)');
  expect(await near('Achieng')).toContain('R-1 (Achieng Odhiambo)');
  expect(await near('nobody at all')).toBe(
    'R-PERSON-UNKNOWN  the election names nobody with the number "nobody at all"\nno key was made\n',
  );
  expect(await near('device')).toContain('R-PERSON-UNKNOWN');
  expect(existsSync(out)).toBe(false);
});

test('a brought passphrase is completed, used, and not shown', async () => {
  const file = path.join(folder, 'words.txt');
  writeFileSync(file, 'ABAN abil\nable abou abov\n');
  const { code, err } = await run(enrol, '--person', 'C-1', '--dir', folder, '--out', out, '--passphrase-file', file);
  expect(code).toBe(0);
  expect(copiedFrom(err)).toBe('');
  expect((await openKeyFile(readFileSync(out), WORDS)).ok).toBe(true);
});

test('a brought passphrase that is not five words of the list makes no key', async () => {
  const file = path.join(folder, 'words.txt');
  for (const text of ['', 'hunter2', 'abandon ability able about', 'abandon ability able about hunter']) {
    writeFileSync(file, text);
    const { code, err } = await run(enrol, '--person', 'C-1', '--dir', folder, '--out', out, '--passphrase-file', file);
    expect(code).toBe(1);
    expect(err).toContain(`${file}  R-PASSPHRASE-WRONG`);
    expect(err).not.toContain('hunter');
  }
  expect(existsSync(out)).toBe(false);
});

test('faults of the folder are all reported, and there is no key', async () => {
  writeFileSync(path.join(folder, 'officials.csv'), 'id,name,role\nR-1,Achieng,king\n,Nobody,clerk\n');
  const { code, err } = await run(enrol, '--person', 'A-17', '--dir', folder, '--out', out);
  expect(code).toBe(1);
  expect(err.match(/officials\.csv:/g)?.length).toBeGreaterThanOrEqual(2);
  expect(existsSync(out)).toBe(false);
});

test('a folder that cannot be written is a refusal in words', async () => {
  const { code, err } = await run(enrol, '--person', 'A-17', '--dir', folder, '--out', path.join(folder, 'missing', 'stick.json'));
  expect(code).toBe(1);
  expect(err).toContain('E-FILE  no such file or folder');
  expect(copiedFrom(err)).toBe('');
});

test('the key file is for its owner only, and nothing else is left in the folder', async () => {
  const before = readdirSync(folder);
  await run(enrol, '--person', 'A-17', '--dir', folder, '--out', out);
  expect(statSync(out).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual([...before, 'stick.json'].sort());
});

test('unusable arguments are told apart from refusals', async () => {
  const wrong = [
    [],
    ['--person', 'A-17', '--out', out],
    ['--person', 'A-17', '--dir', folder],
    ['--dir', folder, '--out', out],
    ['--person', 'A-17', '--dir', folder, '--definition', 'x', '--out', out],
    ['--person', 'A-17', '--dir', folder, '--out', out, '--cost', '2'],
    ['--person', 'A-17', '--dir', folder, '--out', out, 'more'],
    ['--person'],
  ];
  for (const args of wrong) {
    const { code, out: line, err } = await run(enrol, ...args);
    expect({ code, line }).toEqual({ code: 2, line: '' });
    expect(err).toContain('usage: countersign enrol');
  }
});
