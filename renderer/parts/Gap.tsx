/** Stands for the rows of a long table that are not drawn, so that the scroll bar tells the truth. */
export function Gap({ height }: { readonly height: number }) {
  // biome-ignore lint/a11y/noAriaHiddenOnFocusable: an empty row takes no focus
  return height <= 0 ? null : <tr aria-hidden="true" style={{ height }} />;
}
