/** What a page must not show, whoever looks at it: barriers that axe knows, words that were never written, anything cut off sideways. */
import axe from 'axe-core';
import type { Page } from 'playwright';
import { inTime } from './in-time.ts';

/** Violations of WCAG 2.2 AA and of good practice, as `rule: element`. */
export async function barriersOn(page: Page): Promise<readonly string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const looking = page.evaluate(async () => {
    const { axe: checker } = globalThis as unknown as {
      axe: { run(options: object): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    /** Every rule is tried; only what is told of the elements that pass is left out. */
    const { violations } = await checker.run({ resultTypes: ['violations'] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
  });
  return inTime('what axe finds', looking);
}

/** Whether the window scrolls sideways, and which parts of it stand past its edge although nothing lets one reach them. */
export function sidewaysOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = window.innerWidth;
    /** Cut with dots, or within a part that can be scrolled: nothing is lost without a sign. */
    const isTold = (element: Element | null): boolean => {
      if (element === null) return false;
      const { overflowX, textOverflow } = getComputedStyle(element);
      return (
        ['auto', 'scroll'].includes(overflowX) || (overflowX === 'hidden' && textOverflow === 'ellipsis') || isTold(element.parentElement)
      );
    };
    const beyond = [...document.querySelectorAll('main *, header *, nav *, dialog *')].filter((element) => {
      const { right, width: own } = element.getBoundingClientRect();
      return own > 0 && right > width + 1 && !isTold(element.parentElement);
    });
    const page = document.scrollingElement;
    const whole = page !== null && page.scrollWidth > page.clientWidth ? ['the page itself'] : [];
    return [...whole, ...beyond.slice(0, 3).map((element) => element.outerHTML.slice(0, 120))];
  });
}

/** Texts on the screen that look like the key of a word instead of the word. */
export function wordlessOn(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const texts = [...document.querySelectorAll('body *')]
      .filter(({ children }) => children.length === 0)
      .map((element) => element.textContent ?? '');
    return texts.filter((text) => /^[a-z]+[A-Z_][A-Za-z_.]*$/.test(text.trim()) || /\{\{/.test(text));
  });
}

/** Tabs through the page and tells every stop that cannot be seen: no outline, or outside the window. */
export async function unseenStops(page: Page, stops: number): Promise<readonly string[]> {
  const unseen: string[] = [];
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const fault = await page.evaluate(() => {
      const element = document.activeElement;
      if (element === null || element === document.body) return undefined;
      const style = getComputedStyle(element);
      const { top, left, right, bottom } = element.getBoundingClientRect();
      const isOutlined = style.outlineStyle !== 'none' && Number.parseFloat(style.outlineWidth) >= 2;
      const isInside = bottom > 0 && right > 0 && top < window.innerHeight && left < window.innerWidth;
      return isOutlined && isInside ? undefined : `${isOutlined ? 'outside' : 'no outline'}: ${element.outerHTML.slice(0, 120)}`;
    });
    if (fault !== undefined) unseen.push(fault);
  }
  return unseen;
}
