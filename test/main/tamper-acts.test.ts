/**
 * Acts removed, moved, exchanged, altered and hidden in a published journal, by somebody who holds the device key: lines are numbered
 * anew, and tree, checkpoint and manifest made again each time. What no key of the attacker's can mend is what each signer saw and
 * signed.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { toHex } from '../../core/bytes.ts';
import { canonicalBytes } from '../../core/canonical.ts';
import { leafHash } from '../../core/merkle.ts';
import { fromBase64, toBase64 } from '../../core/primitives.ts';
import { must, present } from '../../core/result.ts';
import { judgeTogether } from '../../core/verify-together.ts';
import { sharedFolder } from '../db/folders.ts';
import { demoElection, playDay } from './played-day.ts';
import {
  detailOf,
  failures,
  findLine,
  flipped,
  type Line,
  linesOf,
  type Members,
  resealed,
  type Statement,
  statementOf,
  unpack,
  verifyBytes,
  verifyMembers,
  withLines,
} from './tampering.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'), { papers: 25 });
const members = await unpack(readFileSync(path.join(day.folder, 'president.bundle.zip')));
const wardBundle = new Uint8Array(readFileSync(path.join(day.folder, 'ward-wino.bundle.zip')));
const lines = linesOf(members);

/** The bundle with these lines instead, sealed again by the device. */
function rewritten(changed: readonly Line[]): Members {
  return resealed(withLines(members, changed), day.device);
}

async function verifyLines(changed: readonly Line[]) {
  return verifyMembers(rewritten(changed), day.trust);
}

function lineAt(at: number): Line & Required<Pick<Line, 'act' | 'at'>> {
  return present(lines[at], `line ${at}`) as never;
}

function saidAt(at: number): Statement {
  return present(statementOf(lineAt(at)), 'a shown line');
}

/** The line as another contest's bundle would show it. */
function hidden(at: number): Line {
  return { seq: at, leaf: toHex(leafHash(canonicalBytes(lineAt(at)))) };
}

const objection = findLine(lines, 'signoff-given', ({ body }) => body.choice === 'object');
const agreement = findLine(lines, 'signoff-given', ({ body }) => body.choice === 'agree');
/** Somebody else's agreement on the same form. */
const another = findLine(lines, 'signoff-given', ({ by, body }) => by.person !== saidAt(agreement).by.person && isSame(body, agreement));

function isSame(body: Statement['body'], at: number): boolean {
  return body.choice === 'agree' && body.form === saidAt(at).body.form;
}

test('the very same lines, numbered and sealed again, are authentic', async () => {
  expect(await verifyLines(lines)).toMatchObject({ verdict: 'authentic' });
});

describe('one act removed', () => {
  test.each([
    ['an agent’s sign-off', agreement],
    ['an objection', objection],
    ['an entry', findLine(lines, 'entry-sealed')],
    ['a reading', findLine(lines, 'reading-sealed')],
    ['a ruling', findLine(lines, 'finding-ruled')],
    ['a sign-in', findLine(lines, 'agent-signed-in')],
    ['what only the device says', findLine(lines, 'session-unlocked')],
    ['a line of another contest', lines.findIndex(({ leaf }) => leaf !== undefined)],
  ])('%s: whoever signed afterwards saw another history', async (_what, at) => {
    const verification = await verifyLines(lines.toSpliced(at, 1));
    expect(failures(verification)).toContain('history');
    expect(detailOf(verification, 'history')).toMatch(/^seq \d+: \S+ saw another history/);
  });

  test('without numbering anew, the gap shows', async () => {
    const [first, ...others] = lines.toSpliced(agreement, 1);
    const text = [present(first, 'line'), ...others].map((line) => `${Buffer.from(canonicalBytes(line)).toString('utf8')}\n`).join('');
    const gap = members.map((member) => (member.name === 'journal.jsonl' ? { ...member, bytes: Buffer.from(text) } : member));
    const verification = await verifyMembers(resealed(gap, day.device), day.trust);
    expect(detailOf(verification, 'journal')).toBe(`after ${agreement} entries comes one numbered ${agreement + 1}`);
  });

  test('the declaration itself: what is left is provisional, and its summary says so', async () => {
    const verification = await verifyLines(lines.slice(0, -1));
    expect(failures(verification)).toEqual(['readme', 'open-data']);
    expect(verification.checks).toContainEqual(expect.objectContaining({ name: 'declaration', status: 'not checked' }));
  });

  test('the declaration and both signatures: the summary is no longer what the journal gives', async () => {
    const verification = await verifyLines(lines.slice(0, findLine(lines, 'summary-prepared')));
    expect(failures(verification)).toEqual(['summary', 'readme', 'open-data']);
  });
});

describe('acts in other places', () => {
  test('two neighbours exchanged: the first saw what was not yet there', async () => {
    const verification = await verifyLines(lines.with(agreement, lineAt(agreement + 1)).with(agreement + 1, lineAt(agreement)));
    expect(failures(verification)).toEqual(expect.arrayContaining(['history', 'conduct']));
  });

  test('the first two exchanged: nobody has created the centre yet', async () => {
    const verification = await verifyLines([lineAt(1), lineAt(0), ...lines.slice(2)]);
    expect(failures(verification)).toEqual(expect.arrayContaining(['manifest', 'history', 'conduct']));
  });

  test('one agent’s sign-off in the place of another’s is heard twice, and the other not at all', async () => {
    const verification = await verifyLines(lines.with(agreement, lineAt(another)));
    expect(failures(verification)).toEqual(expect.arrayContaining(['history', 'conduct']));
    expect(detailOf(verification, 'conduct')).toMatch(new RegExp(`^seq ${agreement}: signoff-given by ${saidAt(another).by.person}`));
  });

  test('an act said twice', async () => {
    const verification = await verifyLines(lines.toSpliced(agreement, 0, lineAt(agreement)));
    expect(failures(verification)).toEqual(expect.arrayContaining(['history', 'conduct']));
  });
});

describe('acts altered', () => {
  /** The payload with one text in place of another; the signature is left as it was. */
  function reworded(at: number, from: string, to: string): Line {
    const { act, ...line } = lineAt(at);
    const said = Buffer.from(act.payload, 'base64').toString('utf8');
    expect(said).toContain(from);
    return { ...line, act: { ...act, payload: Buffer.from(said.replace(from, to)).toString('base64') } };
  }

  test('an objection turned into an agreement is not what the agent signed', async () => {
    const verification = await verifyLines(lines.with(objection, reworded(objection, '"choice":"object"', '"choice":"agree"')));
    expect(failures(verification)).toEqual(expect.arrayContaining(['history', 'signatures']));
    expect(detailOf(verification, 'signatures')).toBe(`seq ${objection}: the signature does not verify`);
  });

  test('a figure changed in an entry is not what the clerk signed', async () => {
    const at = findLine(lines, 'entry-sealed');
    const { candidate1 } = saidAt(at).body.figures as { candidate1: number };
    const altered = reworded(at, `"candidate1":${candidate1}`, `"candidate1":${candidate1 + 1}`);
    expect(detailOf(await verifyLines(lines.with(at, altered)), 'signatures')).toBe(`seq ${at}: the signature does not verify`);
  });

  test('one bit of a signature the other way round', async () => {
    const { act, ...line } = lineAt(agreement);
    const [{ keyid, sig }] = act.signatures;
    const bent = { ...line, act: { ...act, signatures: [{ keyid, sig: toBase64(flipped(must(fromBase64(sig)), 40)) }] } as typeof act };
    const verification = await verifyLines(lines.with(agreement, bent));
    expect(detailOf(verification, 'signatures')).toBe(`seq ${agreement}: the signature does not verify`);
  });

  test('one agent’s words under another agent’s signature', async () => {
    const { act, ...line } = lineAt(agreement);
    const borrowed = { ...act, signatures: lineAt(another).act.signatures };
    const verification = await verifyLines(lines.with(agreement, { ...line, act: borrowed }));
    expect(detailOf(verification, 'journal')).toContain('the envelope names another key than its act');
  });

  test('the envelope of one kind around the words of another', async () => {
    const { act, ...line } = lineAt(agreement);
    const relabelled = { ...act, payloadType: act.payloadType.replace('signoff-given', 'late-remark') };
    const verification = await verifyLines(lines.with(agreement, { ...line, act: relabelled }));
    expect(detailOf(verification, 'journal')).toContain('an envelope of kind late-remark holds a signoff-given');
  });

  test('another time of appending than the act names', async () => {
    const later = { ...lineAt(agreement), at: '2031-02-03T23:59:59.999Z' };
    expect(detailOf(await verifyLines(lines.with(agreement, later)), 'journal')).toContain('name different times');
  });
});

describe('acts hidden, as those of other contests are', () => {
  test('the authentic bundle hides what concerns the other contest, place and leaf only', () => {
    const others = lines.filter(({ leaf }) => leaf !== undefined);
    expect(others.length).toBeGreaterThan(10);
    for (const line of others) expect(Object.keys(line).sort()).toEqual(['leaf', 'seq']);
  });

  test.each([
    ['an objection', objection],
    ['an agreement', agreement],
    ['the receiving of a form', findLine(lines, 'form-received')],
    ['a scan', findLine(lines, 'scan-attached')],
    ['a ruling', findLine(lines, 'finding-ruled')],
    ['an admission', findLine(lines, 'person-admitted')],
    ['an official’s signature', findLine(lines, 'summary-signed')],
  ])('%s: what follows from it no longer follows', async (_what, at) => {
    const verification = await verifyLines(lines.with(at, hidden(at)));
    expect(failures(verification)).toContain('conduct');
  });

  test('what nothing follows from is missed where the bundles of all contests lie side by side', async () => {
    const at = findLine(lines, 'session-unlocked');
    const altered = rewritten(lines.with(at, hidden(at)));
    const [alone, ward] = [await verifyMembers(altered, day.trust), await verifyBytes(wardBundle, day.trust)];
    expect(detailOf(alone, 'journal')).toMatch(/of which \d+ of other contests show only their place/);
    const [judged] = judgeTogether([alone, ward]);
    expect(failures(present(judged, 'verification'))).toEqual(['journal']);
    expect(detailOf(present(judged, 'verification'), 'journal')).toMatch(new RegExp(`^seq ${at}: hidden here`));
  });

  test('while the true bundles side by side are both authentic', async () => {
    const both = [await verifyMembers(members, day.trust), await verifyBytes(wardBundle, day.trust)];
    expect(judgeTogether(both).map(({ verdict }) => verdict)).toEqual(['authentic', 'authentic']);
  });

  test('a hidden line with another leaf is another history', async () => {
    const at = lines.findIndex(({ leaf }) => leaf !== undefined);
    const verification = await verifyLines(lines.with(at, { seq: at, leaf: '00'.repeat(32) }));
    expect(failures(verification)).toContain('history');
  });
});
