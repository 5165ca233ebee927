/** What somebody who holds the laptop's key may do to a bundle, and the check that must notice. */
import { toHex } from '../../core/bytes.ts';
import { leafHash } from '../../core/merkle.ts';
import { present } from '../../core/result.ts';
import { edit, editLines, type Members, withPayload } from './rebundle.ts';

/** Where an act of a kind stands among the lines. */
function placeOf(lines: readonly string[], kind: string): number {
  const place = lines.findIndex((line) => line.includes(`vnd.countersign.${kind}.v1`));
  if (place < 0) throw new Error(`no act of kind ${kind}`);
  return place;
}

function withLine(lines: readonly string[], kind: string, change: (line: string, seq: number) => string): readonly string[] {
  const place = placeOf(lines, kind);
  return lines.with(place, change(present(lines[place], kind), place));
}

function hide(line: string, seq: number): string {
  return JSON.stringify({ leaf: toHex(leafHash(Buffer.from(line))), seq });
}

/** What is done to the members, and what the verifier must call it. */
export const FORGERIES: Readonly<Record<string, readonly [string, (members: Members) => void]>> = {
  'one vote is moved in the summary': ['summary', (members) => edit(members, 'summary.json', moveVote)],
  'a total is changed in README.txt': [
    'readme',
    (members) => edit(members, 'README.txt', (text) => text.replace(/rejected \d/, 'rejected 9')),
  ],
  'a figure is changed in an entry': [
    'history',
    (members) => editLines(members, (lines) => withLine(lines, 'entry-sealed', (line) => withPayload(line, addVote))),
  ],
  'a figure is changed in the last act': ['signatures', (members) => editLines(members, (lines) => lines.with(-1, changeLast(lines)))],
  'an act is removed': ['journal', (members) => editLines(members, (lines) => lines.toSpliced(placeOf(lines, 'signoff-given'), 1))],
  'two acts are swapped': ['journal', (members) => editLines(members, swap)],
  'a vote is moved in results.csv': [
    'open-data',
    (members) => edit(members, 'results.csv', (text) => text.replace(/,(\d+),written/, ',1$1,written')),
  ],
  'the table is described otherwise': [
    'open-data',
    (members) => edit(members, 'datapackage.json', (text) => text.replace('as written', 'as amended')),
  ],
  'a vote is moved in results.nist.json': [
    'open-data',
    (members) => edit(members, 'results.nist.json', (text) => text.replace(/"Count":(\d+)/, '"Count":1$1')),
  ],
  'the declaration is cut off': ['readme', (members) => editLines(members, (lines) => lines.slice(0, -3))],
  'an acceptance is hidden': ['summary', (members) => editLines(members, (lines) => withLine(lines, 'form-accepted', hide))],
  'a scan is exchanged': ['scans', (members) => members.set(firstScan(members), Buffer.from('%PDF-another'))],
  'a scan is taken out': ['scans', (members) => members.delete(firstScan(members))],
  'the signature of the definition is changed': [
    'definition',
    (members) => edit(members, 'definition.json', (text) => text.replace(/"sig":"[^"]{8}/, '"sig":"AAAAAAAA')),
  ],
};

function moveVote(text: string): string {
  return text.replace(/"votes":\[(\d+),(\d+)/, (_, first, second) => `"votes":[${Number(first) + 1},${Number(second) - 1}`);
}

function addVote(said: string): string {
  return said.replace(/"candidate1":(\d+)/, (_, count) => `"candidate1":${Number(count) + 1}`);
}

function changeLast(lines: readonly string[]): string {
  return withPayload(present(lines.at(-1), 'line'), (said) => said.replace('"outcome":"agree"', '"outcome":"absent"'));
}

function swap(lines: readonly string[]): readonly string[] {
  const place = placeOf(lines, 'signoff-given');
  return lines.with(place, present(lines[place + 1], 'line')).with(place + 1, present(lines[place], 'line'));
}

function firstScan(members: Members): string {
  return present(
    [...members.keys()].find((name) => name.startsWith('scans/')),
    'a scan',
  );
}
