/**
 * The keys that the room's own buttons carry at this moment, read from the page itself: what the help says of a button can then never
 * be another thing than what the button says.
 */
export interface KeyHere {
  readonly keys: string;
  readonly words: string;
  readonly isBarred: boolean;
}

export function keysHere(): readonly KeyHere[] {
  const buttons = [...document.querySelectorAll<HTMLElement>('main [aria-keyshortcuts]')];
  const found = new Map<string, KeyHere>();
  for (const button of buttons) {
    const keys = button.getAttribute('aria-keyshortcuts') ?? '';
    const label = button.getAttribute('aria-label') ?? button.querySelector(':scope > span:not([aria-hidden])')?.textContent ?? '';
    const words = label.trim();
    if (words !== '') found.set(`${keys} ${words}`, { keys, words, isBarred: button.getAttribute('aria-disabled') === 'true' });
  }
  return [...found.values()];
}
