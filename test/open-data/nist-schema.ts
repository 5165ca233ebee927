/**
 * The rules a NIST report must obey: the published schema, which is not part of this project and is read where it lies, and what a
 * schema cannot say: that every reference leads to an object of the right type, and that counts add up.
 */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import formats from 'ajv-formats';

const FOLDER = process.env.COUNTERSIGN_STANDARDS ?? path.join(import.meta.dirname, '..', '..', '..', 'shared', 'standards');
const SCHEMA = path.join(FOLDER, 'nist-err-v2.schema.json');

export const schemaIsHere = existsSync(SCHEMA);

type Tree = Readonly<Record<string, unknown>>;
interface SchemaDefinition {
  readonly properties?: Readonly<
    Record<string, { readonly refTypes?: readonly string[]; readonly items?: { readonly refTypes?: readonly string[] } }>
  >;
}

function readSchema() {
  return JSON.parse(readFileSync(SCHEMA, 'utf8')) as { readonly definitions: Readonly<Record<string, SchemaDefinition>> };
}

/** What the schema finds wrong with a report, in its words. */
export function schemaFaults(): (report: unknown) => readonly string[] {
  const ajv = new Ajv({ strict: true, allErrors: true, strictRequired: false });
  ajv.addKeyword('refTypes');
  formats.default(ajv);
  const validate = ajv.compile(readSchema());
  return (report) => (validate(report) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`));
}

/** References that lead nowhere or to something else, and names that stand twice. The schema says which fields refer, and to what. */
export function referenceFaults(report: unknown): readonly string[] {
  const { definitions } = readSchema();
  const objects = objectsIn(report);
  const types = new Map<string, string>();
  const faults: string[] = [];
  for (const object of objects) {
    const id = object['@id'];
    if (typeof id !== 'string') continue;
    if (types.has(id)) faults.push(`${id} stands twice`);
    types.set(id, String(object['@type']));
  }
  for (const object of objects) {
    for (const [field, rule] of Object.entries(definitions[String(object['@type'])]?.properties ?? {})) {
      const allowed = rule.refTypes ?? rule.items?.refTypes;
      if (allowed === undefined || object[field] === undefined) continue;
      for (const id of [object[field]].flat()) {
        const type = types.get(String(id));
        if (type === undefined || !allowed.includes(type)) faults.push(`${field} ${id} is ${type ?? 'nothing'}`);
      }
    }
  }
  return faults;
}

function objectsIn(value: unknown): readonly Tree[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn);
  if (typeof value !== 'object' || value === null) return [];
  return [value as Tree, ...Object.values(value).flatMap(objectsIn)];
}
