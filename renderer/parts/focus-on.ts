/** As a ref: what appears takes the keyboard, once. */
export function focusOn(element: HTMLElement | null): void {
  element?.focus();
}
