/**
 * Bundles altered by somebody who packs them again with this project's own container, first without the device key, then with it.
 * Each change is caught by the check that ought to catch it; the bundle that was only packed again passes.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CHECKPOINT, DEFINITION, isRendering, JOURNAL, MANIFEST, README, SUMMARY } from '../../core/bundle.ts';
import { utf8 } from '../../core/bytes.ts';
import { OPEN_DATA } from '../../core/open-data/members.ts';
import { present } from '../../core/result.ts';
import { sharedFolder } from '../db/folders.ts';
import { demoElection, playDay } from './played-day.ts';
import {
  bytesOf,
  detailOf,
  failures,
  flipped,
  type Members,
  manifestOf,
  pack,
  replaced,
  resealed,
  unpack,
  verifyMembers,
  withManifest,
} from './tampering.ts';

const folder = sharedFolder();
const day = await playDay(await demoElection(folder), path.join(folder, 'day'));
const bundle = readFileSync(path.join(day.folder, 'president.bundle.zip'));
const members = await unpack(bundle);

const scans = members.filter(({ name }) => name.startsWith('scans/'));
const aScan = present(scans[0], 'a scan').name;

/** The same bundle with `change` made to one member. */
function changed(name: string, change: (bytes: Uint8Array) => Uint8Array): Members {
  return replaced(members, name, change(bytesOf(members, name)));
}

/** Byte places at the beginning, the end and between. */
function places({ length }: Uint8Array): readonly number[] {
  return [0, 0.3, 0.6, 1].map((share) => Math.floor(share * (length - 1)));
}

describe('packed again as it was', () => {
  test('the bundle is the same file, and authentic', async () => {
    expect(pack(members)).toEqual(new Uint8Array(bundle));
    expect(await verifyMembers(members, day.trust)).toMatchObject({ verdict: 'authentic' });
  });

  test('and sealed again by the device, the bundle is the same file', () => {
    expect(pack(resealed(members, day.device))).toEqual(pack(members));
  });
});

describe('one bit of a member the other way round', () => {
  const ALL = [README, SUMMARY, DEFINITION, JOURNAL, CHECKPOINT, ...OPEN_DATA, aScan, MANIFEST];

  test.each(ALL)('is caught by the manifest: %s', async (name) => {
    for (const at of places(bytesOf(members, name))) {
      const verification = await verifyMembers(
        changed(name, (bytes) => flipped(bytes, at, at % 7)),
        day.trust,
      );
      expect(failures(verification), `bit of byte ${at}`).toContain('manifest');
    }
  });

  test.each([
    [README, 'readme'],
    [SUMMARY, 'summary'],
    [DEFINITION, 'definition'],
    [CHECKPOINT, 'checkpoint'],
    ...OPEN_DATA.map((name) => [name, 'open-data'] as const),
    [aScan, 'scans'],
  ] as const)('is caught although the device signs the new manifest: %s', async (name, expected) => {
    for (const at of places(bytesOf(members, name))) {
      const altered = withManifest(
        changed(name, (bytes) => flipped(bytes, at, at % 7)),
        day.device,
      );
      const found = failures(await verifyMembers(altered, day.trust));
      expect(found, `bit of byte ${at}`).not.toContain('manifest');
      expect(found, `bit of byte ${at}`).toContain(expected);
    }
  });
});

describe('members that come and go', () => {
  test('a scan taken out, and out of the manifest, is missed', async () => {
    const name = aScan;
    const altered = withManifest(
      members.filter((member) => member.name !== name),
      day.device,
    );
    const verification = await verifyMembers(altered, day.trust);
    expect(failures(verification)).toEqual(['scans']);
    expect(detailOf(verification, 'scans')).toBe(`${name} is missing or altered`);
  });

  test('a picture under the name of a scan is not that scan', async () => {
    const [first, second] = scans;
    const altered = withManifest(replaced(members, present(first, 'a scan').name, present(second, 'another').bytes), day.device);
    expect(failures(await verifyMembers(altered, day.trust))).toEqual(['scans']);
  });

  test('scans in an edition that promises none are not left unchecked', async () => {
    const verification = await verifyMembers(withManifest(members, day.device, { edition: 'public' }), day.trust);
    expect(failures(verification)).toEqual(['scans', 'readme']);
    expect(detailOf(verification, 'scans')).toBe('the public edition holds scans');
  });

  test('a scan that no form has is foreign', async () => {
    const name = `scans/${'0'.repeat(64)}.pdf`;
    const at = members.findIndex((member) => member.name === aScan);
    const altered = withManifest(members.toSpliced(at, 0, { name, bytes: utf8('%PDF-') }), day.device);
    const verification = await verifyMembers(altered, day.trust);
    expect(failures(verification)).toEqual(['scans']);
    expect(detailOf(verification, 'scans')).toContain('belongs to no form');
  });

  test.each([README, SUMMARY, DEFINITION, JOURNAL, CHECKPOINT, ...OPEN_DATA, MANIFEST])('without %s it is no bundle', async (name) => {
    const verification = await verifyMembers(
      members.filter((member) => member.name !== name),
      day.trust,
    );
    expect(failures(verification)).toEqual(['container']);
    expect(detailOf(verification, 'container')).toContain('missing or out of place');
  });

  /** The members with these papers before the scans, instead of those that are there. */
  const withPapers = (...names: readonly string[]) => {
    const others = members.filter(({ name }) => !isRendering(name));
    const at = others.findIndex(({ name }) => name === 'results.nist.json') + 1;
    return others.toSpliced(at, 0, ...names.map((name) => ({ name, bytes: utf8('%PDF-') })));
  };

  test('papers stand where they belong, and the device answers for them', async () => {
    const altered = withPapers('form-34B.pdf', 'error-report.pdf');
    expect(failures(await verifyMembers(withManifest(altered, day.device), day.trust))).toEqual([]);
    expect(failures(await verifyMembers(altered, day.trust))).toEqual(['manifest']);
  });

  test.each([
    ['a paper of another form', ['form-36B.pdf']],
    ['two papers of the form', ['form-34B.pdf', 'form-35B.pdf']],
    ['papers in another order', ['error-report.pdf', 'form-34B.pdf']],
    ['a paper under any other name', ['form-34A.pdf']],
  ])('%s: it is no bundle', async (_, names) => {
    const verification = await verifyMembers(withManifest(withPapers(...names), day.device), day.trust);
    expect(failures(verification)).toEqual(['container']);
  });

  test('a member more, or members in another order, make it no bundle', async () => {
    const [first, second, ...others] = members;
    const more = [...members.slice(0, 5), { name: 'notes.txt', bytes: utf8('see also') }, ...members.slice(5)];
    const turned = [present(second, 'member'), present(first, 'member'), ...others];
    for (const altered of [more, turned]) expect(failures(await verifyMembers(altered, day.trust))).toEqual(['container']);
  });

  test('members that the manifest does not list, or lists otherwise, are caught', async () => {
    const [, ...listed] = manifestOf(members).members;
    const altered = withManifest(members, day.device, { members: listed });
    expect(detailOf(await verifyMembers(altered, day.trust), 'manifest')).toContain('lists other members');
    const wrongSize = manifestOf(members).members.map((member) => ({ ...member, size: member.size + 1 }));
    const verification = await verifyMembers(withManifest(members, day.device, { members: wrongSize }), day.trust);
    expect(detailOf(verification, 'manifest')).toContain('is not the file that was listed');
  });
});
