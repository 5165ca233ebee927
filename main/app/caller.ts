/**
 * Who asks at the doorway, read from what the desktop knows of the page and not from what the page says. An `app:` address has no
 * origin of its own in the address standard: scheme and host are read from the address itself.
 */
import { type Caller, ORIGIN, type WindowKind } from './doorway.ts';

/** A page, or a frame inside one; gone where a page asked and left at once. */
export type Asking = { readonly url: string; readonly parent: object | null } | null;

export function callerOf(asking: Asking, window: WindowKind | undefined): Caller {
  const origin = asking?.url.startsWith(`${ORIGIN}/`) ? ORIGIN : '';
  return { origin, isTopFrame: asking?.parent === null, ...(window === undefined ? {} : { window }) };
}
