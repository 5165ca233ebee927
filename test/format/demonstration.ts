/** The demonstration's constituency, defined and signed by a key that everybody has, with its papers. */
import path from 'node:path';
import { readDefinition, type SignedDefinition } from '../../core/definition.ts';
import { type Envelope, parseEnvelopeFile, sealEnvelope } from '../../core/envelope.ts';
import { must } from '../../core/result.ts';
import { privateKeyFromSeed } from '../../db/signing.ts';
import { readDefinitionFolder } from '../../main/define/definition-folder.ts';
import { signDefinition } from '../../main/define/sign.ts';
import { FORMS_FILE, writeDemoFolder } from '../../main/demo/constituency.ts';
import { type PaperForm, readFormsFile } from '../../main/forms-file.ts';

export interface Defined {
  readonly definition: SignedDefinition;
  readonly envelope: Envelope;
  readonly forms: readonly PaperForm[];
}

/** Anybody may sign with it: the seed is three, thirty-two times. */
export const COMMISSION_KEY = privateKeyFromSeed(new Uint8Array(32).fill(3));

/** Writes the demonstration's tables into `folder/election`, and signs what they define. The same bytes in every run. */
export function defineDemonstration(folder: string): Defined {
  const election = path.join(folder, 'election');
  writeDemoFolder(election, 7);
  return defineFolder(election, path.join(election, FORMS_FILE));
}

export function defineFolder(folder: string, formsFile: string): Defined {
  const draft = readDefinitionFolder(folder);
  if (!draft.ok) throw new Error(draft.faults.map(({ detail, place }) => `${place} ${detail}`).join('\n'));
  const definition = must(readDefinition(must(parseEnvelopeFile(signDefinition(draft.value, COMMISSION_KEY).bytes))));
  const forms = readFormsFile(formsFile, definition.content);
  if (!forms.ok) throw new Error(forms.faults.map(({ detail, place }) => `${place} ${detail}`).join('\n'));
  const { payload, signature, keyId, kind } = definition.envelope;
  return { definition, envelope: sealEnvelope(kind, payload, keyId, signature), forms: forms.forms };
}
