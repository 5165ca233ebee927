/** Every kind of act stands in the document with exactly its fields, their types, and who may say it when. */
import { expect, test } from 'vitest';
import { BODIES, figuresSchema, formIdSchema, KINDS, type Kind, OUTCOMES, totalsSchema } from '../../core/acts.ts';
import { manifestSchema } from '../../core/bundle.ts';
import { CHECK_NAMES } from '../../core/checks.ts';
import { definitionSchema } from '../../core/definition.ts';
import { FINDING_RULES } from '../../core/finding-rules.ts';
import { PARTICULARS, particularsSchema } from '../../core/particulars.ts';
import { present } from '../../core/result.ts';
import { RULES } from '../../core/roles.ts';
import * as text from '../../core/text.ts';
import { section, tableRows } from './document.ts';

/** As much of a schema as is looked at. */
interface Schema {
  readonly def: {
    readonly type: string;
    readonly shape?: Readonly<Record<string, Schema>>;
    readonly innerType?: Schema;
    readonly element?: Schema;
    readonly entries?: Readonly<Record<string, string>>;
  };
  safeParse(value: unknown): { readonly success: boolean };
}

const NAMED = new Map<unknown, string>([
  [text.digestSchema, 'digest'],
  [text.keySchema, 'key'],
  [text.personSchema, 'person'],
  [text.contestSchema, 'contest'],
  [text.codeSchema, 'code'],
  [text.nameSchema, 'name'],
  [text.reasonSchema, 'reason'],
  [text.timeSchema, 'time'],
  [formIdSchema, 'form'],
  [figuresSchema, 'figures'],
  [totalsSchema, 'totals'],
  [particularsSchema, 'particulars'],
]);
const NAMED_BY_FIELDS: Readonly<Record<string, string>> = { 'root,size': 'head', 'act?,agent,outcome': 'outcome' };

const rows = new Map(tableRows(section('6 Acts')).map((cells) => [cells[0]?.replaceAll('`', ''), cells]));

function isOptional(schema: Schema): boolean {
  return schema.def.type === 'optional';
}

function required(schema: Schema): Schema {
  return isOptional(schema) ? present(schema.def.innerType, 'schema') : schema;
}

/** `name` or `name?` of every field, in order of text. */
function fieldNames(shape: Readonly<Record<string, Schema>>): string {
  return Object.entries(shape)
    .map(([name, schema]) => (isOptional(schema) ? `${name}?` : name))
    .sort()
    .join(',');
}

function nameOfNumber(schema: Schema): string {
  if (!schema.safeParse(0).success) return 'positive';
  return schema.safeParse(10_000_000).success ? 'size' : 'count';
}

function eitherOf(values: readonly string[]): string {
  const quoted = values.map((value) => `\`${value}\``);
  return [quoted.slice(0, -1).join(', '), quoted.at(-1)].join(' or ');
}

/** How the document must begin to describe a schema; nothing is asked of texts with a pattern of their own. */
function descriptionOf(schema: Schema): string {
  const { type, shape, element, entries } = schema.def;
  const named = NAMED.get(schema) ?? NAMED_BY_FIELDS[fieldNames(shape ?? {})];
  if (named !== undefined) return named;
  if (type === 'number') return nameOfNumber(schema);
  if (type === 'boolean') return '`true` or `false`';
  if (type === 'literal') return '`true`';
  if (entries !== undefined) return eitherOf(Object.values(entries));
  if (fieldNames(element?.def.shape ?? {}) === 'ballot,candidate') return 'decisions';
  if (element !== undefined) return `list of ${element.def.type === 'string' && !NAMED.has(element) ? '' : descriptionOf(element)}`;
  return shape === undefined ? '' : '{';
}

/** The fields that a cell describes, each with its description; what stands in braces is taken whole. */
function describedFields(cell: string): ReadonlyMap<string, string> {
  const parts = cell.match(/`[A-Za-z]+`\??: (?:\{[^}]*\}|[^;{])*/g) ?? [];
  return new Map(parts.map((part) => [part.slice(1, part.indexOf(': ')).replace('`', ''), part.slice(part.indexOf(': ') + 2)]));
}

function expectDescribed(shape: Readonly<Record<string, Schema>>, cell: string): void {
  const described = describedFields(cell);
  expect([...described.keys()].sort().join(','), cell).toBe(fieldNames(shape));
  for (const [name, schema] of Object.entries(shape)) {
    const description = present(described.get(isOptional(schema) ? `${name}?` : name), name);
    expect(description.replace(/^list of exactly 2 of/, 'list of'), name).toMatch(startingWith(descriptionOf(required(schema))));
    const inner = required(schema).def.shape ?? required(schema).def.element?.def.shape;
    if (inner !== undefined && description.includes('{')) expectDescribed(inner, present(/\{(.*)\}/.exec(description)?.[1], 'braces'));
  }
}

function startingWith(beginning: string): RegExp {
  return new RegExp(`^${beginning.replaceAll(/[{}?.]/g, '\\$&')}`);
}

const WHO: Readonly<Record<string, string>> = {
  ro: 'ro',
  'ro,dro': 'official',
  'ro,dro,clerk': 'staff',
  'ro,dro,clerk,agent': 'person',
  clerk: 'clerk',
  agent: 'agent',
  device: 'device',
};

function twoOf(kind: Kind): string {
  const { two, alone } = RULES[kind];
  if (two === 'always') return alone ? 'yes, alone' : 'yes';
  return two === undefined ? '' : 'see';
}

test.each(KINDS)('%s stands in the document with its fields, their types and its speakers', (kind) => {
  const [, by, when, two = '', body = ''] = present(rows.get(kind), kind);
  const { shape } = BODIES[kind].def as unknown as { readonly shape: Readonly<Record<string, Schema>> };
  expectDescribed(shape, body);
  expect([by, when]).toEqual([WHO[RULES[kind].by.join(',')], RULES[kind].when]);
  expect(two.startsWith('see') ? 'see' : two).toBe(twoOf(kind));
});

test('no kind stands in the document that the program does not know', () => {
  const kinds = [...rows.keys()].filter((kind) => kind?.includes('-'));
  expect([...kinds].sort()).toEqual([...KINDS].sort());
});

test('the outcomes of agents and the particulars of papers stand in the document', () => {
  for (const outcome of OUTCOMES) expect(section('1 Conventions')).toContain(`\`${outcome}\``);
  for (const item of PARTICULARS) expect(section('Particulars')).toContain(`\`${item}\``);
});

test('every field of the definition and of the manifest stands in the document, and no other', () => {
  const fieldsIn = (title: string) => tableRows(section(title)).flatMap(([name = '']) => /^`([A-Za-z]+)`/.exec(name)?.[1] ?? []);
  expect([...fieldsIn('5 The definition')].sort()).toEqual(Object.keys(definitionSchema.def.shape).sort());
  expect([...fieldsIn('The manifest')].sort()).toEqual(Object.keys(manifestSchema.def.shape).sort());
});

test('every check and every finding stands in the document, in the program’s order', () => {
  const first = (title: string) => tableRows(section(title)).map(([name = '']) => name.replaceAll('`', ''));
  expect(first('14 Verification').filter((name) => name !== 'check' && !/^-+$/.test(name))).toEqual(CHECK_NAMES);
  expect(first('9 Findings').filter((name) => /^[FW][0-9]/.test(name))).toEqual(FINDING_RULES.map(({ code }) => code));
});
