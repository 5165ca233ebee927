/** The patience of somebody who looks before pressing the next key. */
import type { Page } from 'playwright';

/** Waits until nothing more is being asked or drawn. */
export async function settle(page: Page): Promise<void> {
  let before = '';
  for (let looked = 0; looked < 40; looked += 1) {
    const now = await page.evaluate(
      () =>
        new Promise<string>((resolve) =>
          requestAnimationFrame(() =>
            requestAnimationFrame(() =>
              resolve(`${document.body.textContent} ${document.querySelectorAll('*').length} ${document.activeElement?.tagName}`),
            ),
          ),
        ),
    );
    if (now === before) return;
    before = now;
    await page.waitForTimeout(60);
  }
}
