/**
 * A refusal is a value, a broken invariant is a throw. Whatever a person can cause (a wrong key, a stale screen, a damaged file)
 * comes back as a refusal with a permanent code; whatever should be impossible stops the program with the journal intact.
 */
import type { FaultCode, RefusalCode } from './refusals.ts';

/** Why something was not done: the code is permanent, `detail` names the numbers or names concerned, `place` where in a file. */
export interface Refusal<Code extends string = RefusalCode | FaultCode> {
  readonly code: Code;
  readonly detail?: string;
  readonly place?: string;
}

export type Result<T, E extends Refusal<string> = Refusal> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly refusal: E };

export function ok<T>(value: T): { readonly ok: true; readonly value: T } {
  return { ok: true, value };
}

/** The bare refusal, for judgements that have nothing to return when all is well. */
export function refusal<Code extends RefusalCode | FaultCode>(code: Code, detail?: string, place?: string): Refusal<Code> {
  return { code, ...(detail === undefined ? {} : { detail }), ...(place === undefined ? {} : { place }) };
}

export function refuse<Code extends RefusalCode | FaultCode>(
  code: Code,
  detail?: string,
  place?: string,
): { readonly ok: false; readonly refusal: Refusal<Code> } {
  return { ok: false, refusal: refusal(code, detail, place) };
}

/** For results that an earlier check has made certain: a refusal here is a defect of ours, so it throws. */
export function must<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new Error(`broken invariant: ${result.refusal.code} ${result.refusal.detail ?? ''}`);
}

/** For values that an earlier check has made certain to exist. */
export function present<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`broken invariant: ${what} is missing`);
  return value;
}

/** Closes a switch: a new kind that nobody thought about does not compile, and does not run. */
export function assertNever(value: never): never {
  throw new Error(`broken invariant: nothing was written for ${JSON.stringify(value)}`);
}
