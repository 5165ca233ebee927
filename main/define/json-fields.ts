/**
 * Reads the fields of election.json one by one and collects every fault with the path of its field, as the tables do with line and
 * column. A field nobody knows is a fault, not a remark: a misspelt threshold must not silently fall back to its usual value.
 */
import type { Refusal } from '../../core/result.ts';
import { tidy } from '../../core/text.ts';
import { type CellReader, quoted } from './cells.ts';

/** Where in the file a value stands, and where its faults go. */
export interface FieldPlace {
  readonly file: string;
  readonly path: string;
  readonly faults: Refusal[];
}

/** Reads a parsed value; undefined where it was at fault, which has then been reported. */
export type FieldReader<T> = (value: unknown, at: FieldPlace) => T | undefined;

/** A field; `otherwise` says what it means when it is not there. */
export interface Field<T> {
  readonly read: FieldReader<T>;
  readonly otherwise?: { readonly value: T };
}
export type Fields = Readonly<Record<string, Field<unknown>>>;
export type Values<F extends Fields> = { readonly [Name in keyof F]?: F[Name] extends Field<infer T> ? T : never };

export function fault(at: FieldPlace, detail: string): undefined {
  at.faults.push({ code: 'E-CONTENT', detail, place: at.path === '' ? at.file : `${at.file}:${at.path}` });
  return undefined;
}

export function within(at: FieldPlace, step: string): FieldPlace {
  const joint = at.path === '' || step.startsWith('[') ? '' : '.';
  return { ...at, path: `${at.path}${joint}${step}` };
}

export function mandatory<T>(read: FieldReader<T>): Field<T> {
  return { read };
}

export function voluntary<T, Otherwise>(read: FieldReader<T>, value: Otherwise): Field<T | Otherwise> {
  return { read, otherwise: { value } };
}

/** A text, judged as a cell of a table would be. */
export function text<T>(read: CellReader<T>): FieldReader<T> {
  return (value, at) => {
    if (typeof value !== 'string') return fault(at, `${shown(value)} is not a text`);
    const tidied = tidy(value);
    if (tidied === '') return fault(at, 'the text is empty');
    const result = read(tidied);
    return result.ok ? result.value : fault(at, result.refusal.detail ?? result.refusal.code);
  };
}

/** A number written as a number, judged as in a cell; a fraction or a number in quotation marks is a fault. */
export function number(read: CellReader<number>): FieldReader<number> {
  return (value, at) => {
    if (typeof value !== 'number') return fault(at, `${shown(value)} is not a number`);
    const result = read(String(value));
    return result.ok ? result.value : fault(at, result.refusal.detail ?? result.refusal.code);
  };
}

export const yesOrNo: FieldReader<boolean> = (value, at) =>
  typeof value === 'boolean' ? value : fault(at, `${shown(value)} is neither true nor false`);

/** A list; items at fault are reported and left out. */
export function list<T>(read: FieldReader<T>): FieldReader<readonly { readonly at: FieldPlace; readonly value: T }[]> {
  return (value, at) => {
    if (!Array.isArray(value)) return fault(at, `${shown(value)} is not a list`);
    return value.flatMap((item, index) => {
      const place = within(at, `[${index}]`);
      const read_ = read(item, place);
      return read_ === undefined ? [] : [{ at: place, value: read_ }];
    });
  };
}

/** An object with exactly these fields; those at fault are left out of the answer. */
export function record<const F extends Fields>(fields: F): FieldReader<Values<F>> {
  return (value, at) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return fault(at, `${shown(value)} is not an object`);
    const members = value as Readonly<Record<string, unknown>>;
    const known = Object.keys(fields);
    for (const name of Object.keys(members)) {
      if (!known.includes(name)) fault(within(at, tidy(quoted(name).slice(1, -1))), `no field of this name; known are ${known.join(', ')}`);
    }
    return Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, readField(field, members, name, at)])) as Values<F>;
  };
}

function readField(field: Field<unknown>, members: Readonly<Record<string, unknown>>, name: string, at: FieldPlace): unknown {
  if (Object.hasOwn(members, name)) return field.read(members[name], within(at, name));
  return field.otherwise === undefined ? fault(within(at, name), 'the field is missing') : field.otherwise.value;
}

function shown(value: unknown): string {
  return quoted(JSON.stringify(value) ?? String(value));
}
