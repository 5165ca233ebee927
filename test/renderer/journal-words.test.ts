/** Every field that an act can have is named in the journal's room; a new act does not come without words. */
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { BODIES } from '../../core/acts.ts';
import { AUDIT_CHECKS } from '../../db/check.ts';

type Words = Readonly<Record<'fields' | 'auditChecks', object>>;
const FILE = path.join(import.meta.dirname, '../../renderer/i18n/en/journal.ts');
const { default: english }: { readonly default: Words } = await import(pathToFileURL(FILE).href);

test('all fields of all acts have a word, and no word is for a field that no act has', () => {
  const fields = new Set(Object.values(BODIES).flatMap((body) => Object.keys(body.def.shape)));
  expect(Object.keys(english.fields).sort()).toEqual([...fields].sort());
});

test('all checks of the whole journal have a word', () => {
  expect(Object.keys(english.auditChecks).sort()).toEqual([...AUDIT_CHECKS].sort());
});
