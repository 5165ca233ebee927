/**
 * The window's side of the doorway: one way to ask, one way to hear of changes. Whatever comes back is a result; a refusal is drawn,
 * never swallowed.
 */
import type { Answers, AskName, Fields } from '../../core/contract/contract.ts';
import type { Result } from '../../core/result.ts';

interface Bridge {
  ask(name: string, fields: unknown): Promise<unknown>;
  onChanged(listener: () => void): () => void;
}
declare global {
  interface Window {
    readonly countersign: Bridge;
  }
}

export async function ask<Name extends AskName>(name: Name, fields: Fields<Name>): Promise<Result<Answers[Name]>> {
  return (await window.countersign.ask(name, fields)) as Result<Answers[Name]>;
}

export function onChanged(listener: () => void): () => void {
  return window.countersign.onChanged(listener);
}
