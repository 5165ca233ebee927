/**
 * Opening and closing certificates of the little centre, whose journal is followed from its first entry as that of a real one: the
 * moment is found in it, whatever came before and after.
 */
import { expect, test } from 'vitest';
import type { Decided } from '../../core/decide.ts';
import { sealEnvelope } from '../../core/envelope.ts';
import { entryBytes } from '../../core/journal.ts';
import { must } from '../../core/result.ts';
import { closingCertificate } from '../../main/papers/certificates/closing.ts';
import { openingCertificate } from '../../main/papers/certificates/opening.ts';
import { digestLines } from '../../main/papers/figures.ts';
import { render } from '../../main/papers/layout/render.ts';
import { momentOfPhase } from '../../main/papers/sources/moments.ts';
import { byTwo, openWorld, staffedWorld, type World } from '../core/world.ts';
import { closingCentre, NOTE, openingCentre } from '../core/world-centre.ts';
import { declare, declaredIn } from '../core/world-summary.ts';
import { informationOf, wordsOf } from './read-back.ts';

/** The journal of a world as a database would give it; nobody signs there, and nobody checks signatures here. */
function journalOf(world: World) {
  const stored = world.acts().map(({ act, payload }: Decided, seq) => {
    const envelope = sealEnvelope(act.kind, payload, act.by.key, new Uint8Array(64));
    return { seq, bytes: entryBytes(seq, act.at, envelope) };
  });
  return { entries: () => stored.values() } as never;
}

const closed = openWorld();
for (const contest of closed.centre().contests) declare(closed, contest);
byTwo(closed, closingCentre(closed));
closed.must('ro', NOTE);

test('the opening certificate is of the first opening, with nothing received and everybody who was named as present', async () => {
  const world = staffedWorld();
  const before = world.centre().size;
  world.must('device', { kind: 'app-started', body: { version: 'countersign 9.9.9', digest: 'c5'.repeat(32) } });
  byTwo(world, openingCentre('ro', 'dro'));
  const opened = world.centre();
  for (const contest of world.centre().contests) declare(world, contest);
  const moment = must(momentOfPhase(world.centre(), journalOf(world), 'open'));
  expect(moment.head.size).toBe(opened.size);
  expect(moment.by).toEqual(['ro', 'dro']);
  const text = wordsOf(await render(openingCertificate({ ...moment, language: 'en' })));
  expect(text).toContain('no form was received, no figure was entered, no result was closed');
  expect(text).toContain('Forms received 0 Figures entered 0');
  expect(text).toContain(`Acts in the journal ${before + 3} `);
  expect(text).toContain('countersign 9.9.9');
  for (const digest of [moment.head.root, opened.journal, opened.device, opened.definition.digest]) {
    for (const line of digestLines(digest)) expect(text).toContain(line);
  }
});

test('it does not say that nothing was received where something was', async () => {
  const moment = must(momentOfPhase(closed.centre(), journalOf(closed), 'open'));
  const later = { ...moment, centre: closed.centre(), language: 'en' as const };
  const text = wordsOf(await render(openingCertificate(later)));
  expect(text).not.toContain('no form was received');
  expect(text).not.toContain('Forms received 0');
});

test('the closing certificate names every contest with version and digest, the head right after, and everybody’s key', async () => {
  const moment = must(momentOfPhase(closed.centre(), journalOf(closed), 'closed'));
  expect(moment.head.size).toBe(closed.centre().size - 1);
  const bytes = await render(closingCertificate({ ...moment, language: 'en' }));
  const text = wordsOf(bytes);
  for (const contest of closed.centre().contests)
    for (const line of digestLines(declaredIn(closed, contest).digest)) expect(text).toContain(line);
  for (const { key } of closed.centre().people.values()) for (const line of digestLines(key)) expect(text).toContain(line);
  for (const line of digestLines(moment.head.root)) expect(text).toContain(line);
  expect(informationOf(bytes)).toMatchObject({ Tagged: 'yes' });
});

test('there is no certificate of what did not happen', () => {
  const world = staffedWorld();
  expect(momentOfPhase(world.centre(), journalOf(world), 'open')).toMatchObject({ ok: false, refusal: { code: 'R-CENTRE-NOT-OPEN' } });
  byTwo(world, openingCentre());
  expect(momentOfPhase(world.centre(), journalOf(world), 'closed')).toMatchObject({ ok: false, refusal: { code: 'R-CENTRE-OPEN' } });
});
