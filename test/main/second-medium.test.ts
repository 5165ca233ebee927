/** The second medium by its promises: what it calls current is there, what it lacks follows, and nothing there is ever written over. */
import { copyFileSync, existsSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { must, present } from '../../core/result.ts';
import { wholeLines } from '../../db/medium-lines.ts';
import { copiesIn } from '../../db/medium-places.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { cutLines, flip, onStick, pull, QUICK, stickIn, untilState, untilStatus } from './medium-kit.ts';
import { actsFrom, note, openCopy } from './opened-office.ts';
import { demoElection, playDay } from './played-day.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'), { papers: 2 });

async function withStick() {
  const stick = stickIn(temporaryFolder());
  const opened = await openCopy(day, { mediumPace: QUICK });
  must(await opened.office.setSecondMedium(stick));
  await untilState(opened.office, 'current');
  return { ...opened, stick };
}

/** Every entry and head on the stick is that of the journal, and none is missing. */
function expectWhole(
  stick: string,
  office: { readonly store: { entries(): Iterable<{ readonly bytes: Uint8Array; readonly root: Uint8Array }> } },
) {
  const entries = [...office.store.entries()];
  const places = onStick(stick);
  expect([...wholeLines(places.lines)].map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(
    entries.map(({ bytes }) => Buffer.from(bytes).toString()),
  );
  expect([...wholeLines(places.heads)].map(({ bytes }) => JSON.parse(Buffer.from(bytes).toString()))).toEqual(
    entries.map(({ root }, at) => ({ root: Buffer.from(root).toString('hex'), size: at + 1 })),
  );
}

describe('a medium that was chosen', () => {
  test('has every act, head, scan and key file when it is called current, and never the device key', async () => {
    const { office, stick, folder } = await withStick();
    expectWhole(stick, office);
    const place = onStick(stick).folder;
    const sorted = (at: string) => (existsSync(at) ? readdirSync(at).sort() : []);
    expect(sorted(path.join(place, 'keys'))).toEqual(sorted(path.join(folder, 'keys')));
    expect(sorted(path.join(place, 'scans'))).toEqual(sorted(path.join(folder, 'scans')));
    expect(readdirSync(place, { recursive: true }).filter((name) => String(name).endsWith('.pem'))).toEqual([]);
    expect(readFileSync(path.join(place, 'definition.json')).equals(present(office.store.definition(), 'definition').bytes as Buffer)).toBe(
      true,
    );
  });

  test('follows each act, and says how many are on their way', async () => {
    const { office, stick, unlock } = await withStick();
    await unlock('RO1');
    must(office.perform([note('One.'), note('Two.')]));
    expect(office.secondMedium().behind).toBeGreaterThan(0);
    expect(office.secondMedium().oldestBehind).toBe(office.centre().at);
    await untilState(office, 'current');
    expectWhole(stick, office);
  });

  test('is there again after a restart, and has the last acts of the evening', async () => {
    const { office, stick, folder, clock } = await withStick();
    office.close();
    const closed = [...wholeLines(onStick(stick).lines)].length;
    const again = await openCopy(day, { folder, clock, mediumPace: QUICK });
    expect(closed).toBe(again.office.head().size - 1);
    expect(actsFrom(again.office, closed).map(({ kind }) => kind)).toEqual(['app-started']);
    await untilState(again.office, 'current');
    expectWhole(stick, again.office);
  });

  test('is left alone when it is chosen no longer', async () => {
    const { office, stick, unlock } = await withStick();
    const before = readFileSync(onStick(stick).lines);
    must(await office.setSecondMedium(undefined));
    await unlock('RO1');
    expect(office.secondMedium()).toMatchObject({ state: 'none' });
    expect(readFileSync(onStick(stick).lines).equals(before)).toBe(true);
  });

  test('is refused inside the data folder, where it is no folder, and where it is not there', async () => {
    const { office, folder } = await openCopy(day, { mediumPace: QUICK });
    const refused = async (place: string) => {
      const answer = await office.setSecondMedium(place);
      return answer.ok ? 'taken' : answer.refusal.code;
    };
    expect(await refused(folder)).toBe('R-MEDIUM-INSIDE');
    expect(await refused(path.join(folder, 'scans'))).toBe('R-MEDIUM-INSIDE');
    expect(await refused(path.join(folder, 'centre.sqlite'))).toBe('E-FILE');
    expect(await refused(path.join(folder, '..', 'nowhere'))).toBe('E-FILE');
    expect(office.secondMedium().state).toBe('none');
  });
});

describe('a stick that is pulled', () => {
  test('is missing, with the acts since, and has them all when it is back', async () => {
    const { office, stick, unlock } = await withStick();
    const back = pull(stick);
    await unlock('RO1');
    must(office.perform([note('One.'), note('Two.')]));
    const missing = await untilState(office, 'missing');
    expect(missing.behind).toBe(office.head().size - missing.size);
    expect(missing.troubleSince).toBe(office.now());
    expect(existsSync(stick)).toBe(false);
    back();
    expect((await untilState(office, 'current')).troubleSince).toBeUndefined();
    expectWhole(stick, office);
  });

  test('is not taken for the empty folder in which it was mounted', async () => {
    const { office, stick, unlock } = await withStick();
    pull(stick);
    stickIn(path.dirname(stick));
    await unlock('RO1');
    await untilState(office, 'missing');
    expect(readdirSync(stick)).toEqual([]);
  });
});

describe('a line that a power cut tore', () => {
  test.each(['lines', 'heads'] as const)('is cut off and written again, in the %s', async (which) => {
    const { office, stick, folder, clock } = await withStick();
    office.close();
    cutLines(onStick(stick)[which], 20, 9);
    const again = await openCopy(day, { folder, clock, mediumPace: QUICK });
    expect(again.office.isReadOnly).toBe(false);
    await untilState(again.office, 'current');
    expectWhole(stick, again.office);
  });
});

describe('a medium that is not as it was written', () => {
  test('is told, and left as it is', async () => {
    const { office, stick, folder, clock } = await withStick();
    office.close();
    const { lines } = onStick(stick);
    flip(lines, 3000);
    const bytes = readFileSync(lines);
    const again = await openCopy(day, { folder, clock, mediumPace: QUICK });
    expect(again.office.isReadOnly).toBe(false);
    expect((await untilState(again.office, 'failed')).fault?.code).toBe('damaged');
    expect(readFileSync(lines).equals(bytes)).toBe(true);
  });

  test('whose head is another is told as well', async () => {
    const { office, stick, folder, clock } = await withStick();
    office.close();
    flip(onStick(stick).heads, 12);
    const again = await openCopy(day, { folder, clock, mediumPace: QUICK });
    expect((await untilState(again.office, 'failed')).fault).toMatchObject({ code: 'damaged' });
  });
});

describe('a database that is older than its medium', () => {
  /** The day goes on with the stick; then somebody brings the folder of before back, device key and all. */
  async function revived() {
    const { office, stick, folder, clock } = await withStick();
    const before = path.join(temporaryFolder(), 'before');
    office.close();
    for (const name of ['centre.sqlite', 'device.pem', 'second-medium.json']) {
      copyFileSync(path.join(folder, name), `${before}-${name}`);
    }
    const onward = await openCopy(day, { folder, clock, mediumPace: QUICK });
    await onward.unlock('RO1');
    must(onward.office.perform([note('Done after the copy.')]));
    await untilState(onward.office, 'current');
    onward.office.close();
    for (const end of ['-wal', '-shm']) rmSync(path.join(folder, `centre.sqlite${end}`), { force: true });
    for (const name of ['centre.sqlite', 'device.pem', 'second-medium.json']) renameSync(`${before}-${name}`, path.join(folder, name));
    return { folder, clock, stick };
  }

  test('opens read-only and says so; the medium is not touched', async () => {
    const { folder, clock, stick } = await revived();
    const bytes = readFileSync(onStick(stick).lines);
    const { office } = await openCopy(day, { folder, clock, mediumPace: QUICK });
    expect(office.isReadOnly).toBe(true);
    expect(office.secondMedium()).toMatchObject({ state: 'other', fault: { code: 'newer' } });
    expect(await office.unlock('RO1', 'x')).toMatchObject({ refusal: { code: 'R-READ-ONLY' } });
    office.close();
    expect(readFileSync(onStick(stick).lines).equals(bytes)).toBe(true);
  });

  test('that went on while the stick was out has another history: nothing is written, and it opens read-only next time', async () => {
    const { folder, clock, stick } = await revived();
    const back = pull(stick);
    clock.pass(60);
    const { office } = await openCopy(day, { folder, clock, mediumPace: QUICK });
    expect(office.isReadOnly).toBe(false);
    back();
    expect((await untilState(office, 'other')).fault?.code).toBe('forked');
    const bytes = readFileSync(onStick(stick).lines);
    office.close();
    expect(readFileSync(onStick(stick).lines).equals(bytes)).toBe(true);
    const again = await openCopy(day, { folder, clock, mediumPace: QUICK });
    expect(again.office.isReadOnly).toBe(true);
    expect(again.office.secondMedium().fault?.code).toBe('forked');
    const other = stickIn(temporaryFolder());
    expect(await again.office.setSecondMedium(other)).toMatchObject({ refusal: { code: 'R-READ-ONLY' } });
  });
});

describe('a full copy', () => {
  test('is verified, named by its size, and said in the journal by the device; the last two are kept', async () => {
    const { office, stick, unlock } = await withStick();
    await unlock('RO1');
    const sizes: number[] = [];
    for (const text of ['One.', 'Two.', 'Three.']) {
      must(office.perform([note(text)]));
      const head = office.head();
      const made = must(await office.copyNow());
      sizes.push(made.size);
      expect(actsFrom(office, head.size)).toMatchObject([{ kind: 'backup-made', person: 'device', body: { head } }]);
    }
    expect(copiesIn(onStick(stick).folder)).toEqual(sizes.slice(1).reverse());
    expect(office.secondMedium().copied?.size).toBe(sizes.at(-1));
    expect(readdirSync(onStick(stick).folder).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  test('that is asked for in the first moment after the start waits until the medium was looked at', async () => {
    const { office, folder, stick } = await withStick();
    office.close();
    const { office: again } = await openCopy(day, { folder, mediumPace: QUICK });
    const { size } = must(await again.copyNow());
    expect(copiesIn(onStick(stick).folder)).toEqual([size]);
  });

  test('is refused without a medium, and leaves nothing where the stick is pulled meanwhile', async () => {
    const { office } = await openCopy(day, { mediumPace: QUICK });
    expect(await office.copyNow()).toMatchObject({ refusal: { code: 'E-FILE' } });
    const stick = stickIn(temporaryFolder());
    must(await office.setSecondMedium(stick));
    await untilState(office, 'current');
    const back = pull(stick);
    expect(await office.copyNow()).toMatchObject({ ok: false });
    back();
    await untilStatus(office, ({ state }) => state === 'current');
    expect(copiesIn(onStick(stick).folder)).toEqual([]);
  });
});
