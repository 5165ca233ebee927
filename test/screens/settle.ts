/**
 * The patience of somebody who looks before pressing the next key. It is not measured in time: a question of our own is asked, which
 * the office answers after every one that was asked before, and then a picture is drawn; when nothing changed meanwhile, the page has
 * come to rest.
 */
import type { Page } from 'playwright';
import type {} from '../../renderer/office/ask.ts';
import { inTime } from './in-time.ts';

/** Milliseconds after which a page that changes all the time, such as one that counts, is taken as it is. */
const RESTLESS = 5000;
/** Milliseconds after which a picture is not waited for: a window that nobody can see draws none. */
const UNSEEN = 200;

/** Waits until nothing more is being asked or drawn. */
export async function settle(page: Page): Promise<void> {
  await inTime('a page at rest', page.evaluate(rest, { restless: RESTLESS, unseen: UNSEEN }));
}

/** Runs in the page: may use nothing from outside. */
async function rest({ restless, unseen }: { readonly restless: number; readonly unseen: number }): Promise<void> {
  let changes = 0;
  const note = () => {
    changes += 1;
  };
  const watcher = new MutationObserver(note);
  watcher.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  document.addEventListener('focusin', note);
  /** Until the next picture is drawn, and what waited for it is done. */
  const picture = () =>
    new Promise<void>((resolve) => {
      const hidden = setTimeout(resolve, unseen);
      requestAnimationFrame(() => {
        clearTimeout(hidden);
        setTimeout(resolve);
      });
    });
  const end = performance.now() + restless;
  let before = -1;
  while (before !== changes && performance.now() < end) {
    before = changes;
    await (window as Partial<Window>).countersign?.ask('frame', {});
    await picture();
  }
  watcher.disconnect();
  document.removeEventListener('focusin', note);
}
