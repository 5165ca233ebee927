/**
 * Whole days that never were: an attacker takes the published definition, makes keys for everybody, and plays the day with this very
 * program, so that every signature verifies and every rule is kept. What gives it away is whose keys they are.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { DEFINITION } from '../../core/bundle.ts';
import { canonicalBytes } from '../../core/canonical.ts';
import type { SignedDefinition } from '../../core/definition.ts';
import { payloadType, preAuthenticationEncoding, sealEnvelope } from '../../core/envelope.ts';
import { must, present } from '../../core/result.ts';
import { openKeystore } from '../../db/keystore.ts';
import { publicKeyOf, signWith } from '../../db/signing.ts';
import { certify } from '../../main/commands/certify.ts';
import { verify } from '../../main/commands/verify.ts';
import { createPrivateKeyFile } from '../../main/define/commission-key.ts';
import { OFFICIALS } from '../../main/demo/mfano.ts';
import { sharedFolder, temporaryFolder } from '../db/folders.ts';
import { demoElection, type PlayedDay, playDay, repeatableRandom } from './played-day.ts';
import { recorded } from './recorded.ts';
import { detailOf, failures, replaced, unpack, verifyBytes, verifyMembers, withManifest } from './tampering.ts';

const folder = sharedFolder();
const election = await demoElection(path.join(folder, 'election'));
const day = await playDay(election, path.join(folder, 'day'));
const forged = await playDay(election, path.join(folder, 'forged'), { certified: false });

function bundleOf({ folder }: PlayedDay): string {
  return path.join(folder, 'president.bundle.zip');
}

async function verifyDay(played: PlayedDay, trust = day.trust) {
  return verifyBytes(readFileSync(bundleOf(played)), trust);
}

describe('with fresh keys for everybody', () => {
  test('the day that was is authentic', async () => {
    expect(await verifyDay(day)).toMatchObject({ verdict: 'authentic' });
  });

  test('the day that was not is never authentic: its keys are to be compared on paper', async () => {
    const verification = await verifyDay(forged);
    expect(verification.verdict).toBe('consistent');
    expect(failures(verification)).toEqual([]);
    expect(verification.checks).toContainEqual(expect.objectContaining({ name: 'people', status: 'not checked' }));
    expect(detailOf(verification, 'people')).toMatch(/enrolled on site; compare on paper: RO1 [0-9a-f]{16}, DRO1 [0-9a-f]{16}/);
  });

  test('beside the true one, neither is accepted', async () => {
    const { code, out } = await recorded(
      verify,
      bundleOf(day),
      bundleOf(forged),
      '--anchor',
      `${day.keyFile}.pub`,
      '--rehearsal',
      '--json',
    );
    expect(code).toBe(1);
    for (const line of out.trim().split('\n')) {
      const { verdict, checks } = JSON.parse(line);
      expect(verdict).toBe('failed');
      expect(failures({ checks })).toEqual(['journal']);
      expect(detailOf({ checks }, 'journal')).toContain('claims the same contest');
    }
  });

  test('the two contests of one day are no rivals', async () => {
    const { code } = await recorded(verify, day.folder, '--anchor', `${day.keyFile}.pub`, '--rehearsal');
    expect(code).toBe(0);
  });

  test('certificates by the attacker’s own key change nothing', async () => {
    const [key, certificates] = ['key', 'certificates'].map((name) => path.join(temporaryFolder(), name)) as [string, string];
    must(createPrivateKeyFile(key));
    expect((await recorded(certify, '--key', key, '--bundle', bundleOf(forged), '--out', certificates)).code).toBe(0);
    const args = [bundleOf(forged), '--anchor', `${day.keyFile}.pub`, '--rehearsal', '--certificate', certificates];
    expect((await recorded(verify, ...args)).code).toBe(3);
  });

  test('the true day’s certificates are for other keys', async () => {
    const certificates = path.join(temporaryFolder(), 'certificates');
    const uncertified = await playDay(election, path.join(temporaryFolder(), 'day'), { certified: false });
    expect((await recorded(certify, '--key', day.keyFile, '--bundle', bundleOf(uncertified), '--out', certificates)).code).toBe(0);
    const beside = ['--anchor', `${day.keyFile}.pub`, '--rehearsal', '--certificate', certificates];
    expect((await recorded(verify, bundleOf(forged), ...beside)).code).toBe(3);
    expect((await recorded(verify, bundleOf(uncertified), ...beside)).code).toBe(0);
  });
});

describe('where the definition names the officials’ keys', async () => {
  const random = () => repeatableRandom(11);
  const first = await playDay(election, path.join(folder, 'rehearsed-before'), { random: random() });
  const naming = await demoElection(path.join(folder, 'naming'), (dir) => {
    const keystore = openKeystore(first.folder);
    const rows = OFFICIALS.map(([id, name, role]) => {
      const key = role === 'clerk' ? '' : present(keystore.forPerson(id)[0], id).publicKey.text;
      return `${id},${name},${role},${key}\n`;
    });
    writeFileSync(path.join(dir, 'officials.csv'), `id,name,role,public_key\n${rows.join('')}`);
  });

  function withoutKeys(definition: SignedDefinition): SignedDefinition {
    const officials = definition.content.officials.map(({ key: _, ...official }) => official);
    return { ...definition, content: { ...definition.content, officials } };
  }

  test('the officials themselves pass, as named', async () => {
    const played = await playDay(naming, path.join(temporaryFolder(), 'day'), { random: random() });
    const verification = await verifyDay(played, played.trust);
    expect(verification.verdict).toBe('authentic');
    expect(detailOf(verification, 'people')).toContain('2 named in the definition');
  });

  test('an attacker’s returning officer is not the one whose key is named', async () => {
    const played = await playDay(naming, path.join(temporaryFolder(), 'day'), {
      believed: withoutKeys(naming.definition),
      certified: false,
    });
    const verification = await verifyDay(played, played.trust);
    expect(failures(verification)).toContain('conduct');
    expect(detailOf(verification, 'conduct')).toBe('seq 0: centre-created by RO1: R-KEY-NOT-NAMED RO1');
  });
});

describe('with a definition signed by the attacker', async () => {
  const own = await demoElection(path.join(folder, 'own'));
  const played = await playDay(own, path.join(folder, 'own-day'));

  test('everything holds but the anchor', async () => {
    const verification = await verifyDay(played);
    expect(verification.verdict).toBe('failed');
    expect(failures(verification)).toEqual(['anchor']);
    expect(detailOf(verification, 'anchor')).toContain('not by the key given');
  });

  test('without an anchor, nothing is authentic: neither this nor the true one', async () => {
    const { anchor: _, ...trust } = day.trust;
    for (const one of [played, day]) expect((await verifyDay(one, trust)).verdict).toBe('consistent');
  });

  test('the true definition’s words under the attacker’s signature are no definition', async () => {
    const { payload } = day.definition.envelope;
    const key = must(createPrivateKeyFile(path.join(temporaryFolder(), 'key')));
    const signature = signWith(key, preAuthenticationEncoding(payloadType('definition'), payload));
    const envelope = sealEnvelope('definition', payload, publicKeyOf(key).id, signature);
    const members = await unpack(readFileSync(bundleOf(day)));
    const altered = withManifest(replaced(members, DEFINITION, canonicalBytes(envelope)), day.device);
    const verification = await verifyMembers(altered, day.trust);
    expect(failures(verification)).toEqual(['definition']);
    expect(detailOf(verification, 'definition')).toContain('E-SIGNATURE');
  });

  test('the attacker’s definition in the true bundle is another election’s', async () => {
    const members = await unpack(readFileSync(bundleOf(day)));
    const altered = withManifest(replaced(members, DEFINITION, canonicalBytes(own.envelope)), day.device);
    const { anchor: _, ...trust } = day.trust;
    const verification = await verifyMembers(altered, trust);
    expect(failures(verification)).toEqual(expect.arrayContaining(['journal', 'conduct']));
    expect(detailOf(verification, 'conduct')).toContain('an act of another election');
  });
});
