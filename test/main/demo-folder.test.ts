/** The constituency of the demonstration: the same seed gives the same files, and the real night's mishaps are among its papers. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Figure } from '../../core/count.ts';
import type { Definition } from '../../core/definition.ts';
import { readDefinitionFolder } from '../../main/define/definition-folder.ts';
import { FORMS_FILE, writeDemoFolder } from '../../main/demo/constituency.ts';
import { type PaperForm, readFormsFile } from '../../main/forms-file.ts';
import { seeded } from '../../main/seeded.ts';
import { temporaryFolder } from '../db/folders.ts';

function demo(seed: number): { readonly dir: string; readonly definition: Definition; readonly forms: readonly PaperForm[] } {
  const dir = temporaryFolder();
  writeDemoFolder(dir, seed);
  const reading = readDefinitionFolder(dir);
  if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
  const definition = { ...reading.value, commission: { ...reading.value.commission, key: '' } };
  const forms = readFormsFile(path.join(dir, FORMS_FILE), definition);
  if (!forms.ok) throw new Error(JSON.stringify(forms.faults));
  return { dir, definition, forms: forms.forms };
}

function contents(dir: string): readonly string[] {
  return readdirSync(dir).map((file) => `${file}\n${readFileSync(path.join(dir, file), 'utf8')}`);
}

function number(figure: Figure | undefined): number {
  return typeof figure === 'number' ? figure : Number.NaN;
}

function votes(form: PaperForm): number {
  return Object.entries(form.figures ?? {}).reduce((sum, [row, figure]) => (row.startsWith('candidate') ? sum + number(figure) : sum), 0);
}

test('the same seed writes the same bytes, another seed writes other figures', () => {
  expect(contents(demo(1).dir)).toEqual(contents(demo(1).dir));
  expect(contents(demo(2).dir)).not.toEqual(contents(demo(1).dir));
});

test('it is a rehearsal with two contests, one of them in one ward of three, and an agent for that contest only', () => {
  const { definition } = demo(1);
  expect(definition.kind).toBe('rehearsal');
  expect(definition.contests.map(({ formA, ward }) => [formA, ward])).toEqual([
    ['34A', undefined],
    ['36A', '9002'],
  ]);
  expect([definition.stations.length, definition.wards.length, definition.agents.length]).toEqual([24, 3, 6]);
  expect(definition.agents.filter(({ contests }) => contests.length > 0)).toHaveLength(1);
  expect(definition.officials.map(({ role }) => role).toSorted()).toEqual(['clerk', 'clerk', 'clerk', 'clerk', 'dro', 'ro']);
});

test.each([0, 1, 7, 4294967295])('with seed %i each mishap is there once and all other papers are in order', (seed) => {
  const { definition, forms } = demo(seed);
  const registered = new Map(definition.stations.map((station) => [station.code, station.registered]));
  const papers = forms.filter(({ figures }) => figures !== undefined);
  const count = (holds: (form: PaperForm, figures: Readonly<Record<string, Figure>>) => boolean) =>
    papers.filter((form) => holds(form, form.figures ?? {})).length;
  expect(count((_, { rejected, registered }) => rejected === registered && number(registered) > 50)).toBe(1);
  expect(count((_, { valid, registered }) => number(valid) > number(registered))).toBe(1);
  expect(count((_, { valid, rejected, registered }) => number(valid) + number(rejected) > number(registered))).toBe(2);
  expect(count((_, figures) => Object.values(figures).includes('blank'))).toBe(1);
  expect(count((_, figures) => Object.values(figures).includes('unreadable'))).toBe(1);
  expect(count((form, { tableTotal }) => votes(form) !== tableTotal)).toBe(1);
  expect(count((form, { valid }) => votes(form) !== valid)).toBe(0);
  expect(count((form, figures) => figures.registered !== registered.get(form.station))).toBe(0);
  const results = papers.map(({ station, contest }) => `${station} ${contest}`);
  expect(results.length - new Set(results).size).toBe(1);
  expect(forms.filter(({ ruling }) => ruling === 'not-held')).toHaveLength(1);
  expect(forms.filter(({ ruling, reason }) => ruling !== undefined && reason === undefined)).toEqual([]);
  expect(forms).toHaveLength(24 + 8 + 1);
});

test('seeded chance repeats itself, stays within its bounds and reaches all of them', () => {
  const draw = (seed: number) => Array.from({ length: 1000 }, seeded(seed).next);
  expect(draw(5)).toEqual(draw(5));
  expect(draw(5)).not.toEqual(draw(6));
  expect(draw(5).every((number) => number >= 0 && number < 1)).toBe(true);
  const random = seeded(9);
  const faces = Array.from({ length: 600 }, () => random.below(6));
  expect(new Set(faces)).toEqual(new Set([0, 1, 2, 3, 4, 5]));
  const heads = Array.from({ length: 1000 }, () => random.chance(0.25)).filter(Boolean).length;
  expect(heads).toBeGreaterThan(190);
  expect(heads).toBeLessThan(310);
  expect(() => random.pick([])).toThrow(RangeError);
});
