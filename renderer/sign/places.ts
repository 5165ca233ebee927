/** The places of the signing rooms in the address, and the step from one person to the next. */
import { ask } from '../office/ask.ts';

export function placeOfForm(form: string): string {
  return `/sign/form/${encodeURIComponent(form)}`;
}

/** Between two people; `host` is who handed the keyboard over and gets it back. */
function placeOfHand(form: string, host: string): string {
  return `/sign/agent/hand/${encodeURIComponent(form)}/${encodeURIComponent(host)}`;
}

export function placeOfTurn(form: string, host: string): string {
  return `/sign/agent/turn/${encodeURIComponent(form)}/${encodeURIComponent(host)}`;
}

/** The page without figures comes first, then the key of whoever leaves is locked: nobody acts in another's name in between. */
export function handOver(go: (place: string, how?: { readonly replace: boolean }) => void, form: string, host: string): void {
  go(placeOfHand(form, host), { replace: true });
  void ask('lock', {});
}
