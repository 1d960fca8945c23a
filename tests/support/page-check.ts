/** What is wrong with a page as people meet it: rules of WCAG 2.2 A and AA by axe, a page wider than its window, text that is cut. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

interface Axe {
  run(context: Document, options: object): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string; target: unknown[] }[] }[] }>;
}

export interface Look {
  readonly theme: 'light' | 'dark';
  readonly width: number;
  readonly height: number;
}

export const desktop: Look = { theme: 'light', width: 1280, height: 900 };
export const phone: Look = { theme: 'dark', width: 390, height: 844 };

/** Shows the page on hand in a look, and tells its faults; each begins with the look. */
export async function faultsOf(page: Page, look: Look): Promise<string[]> {
  await page.setViewportSize({ width: look.width, height: look.height });
  await page.evaluate(async (theme) => {
    document.documentElement.dataset['theme'] = theme;
    await document.fonts.ready;
    // Asked for, the style of the new look is worked out at once. A frame would be waited for a whole second in a window that lies behind another.
    document.body.getBoundingClientRect();
    // Colours on their way from one theme to the other are no one's choice; what moves for ever cannot be ended.
    for (const one of document.getAnimations()) if (one.effect?.getComputedTiming().endTime !== Infinity) one.finish();
  }, look.theme);
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axeSource);
  const faults = await page.evaluate(async (runOnly) => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { runOnly, resultTypes: ['violations'] });
    const found = violations.flatMap(({ id, nodes }) => {
      // A line's number is as high as the line of print that it stands beside: WCAG 2.5.8 excepts what the text's line height constrains.
      const counted = nodes.filter((node) => id !== 'target-size' || !document.querySelector(String(node.target[0]))?.closest('.ln-no'));
      const [first] = counted;
      return first ? [`${id} (${counted.length}): ${first.html.slice(0, 240)} ${first.failureSummary.replaceAll(/\s+/g, ' ').slice(0, 240)}`] : [];
    });
    const wide = document.documentElement.scrollWidth - innerWidth;
    if (wide > 0) {
      const culprits = [...document.querySelectorAll<HTMLElement>('body *')].filter((one) => one.getBoundingClientRect().right > innerWidth + 1 && one.checkVisibility()).slice(-3).map((one) => one.outerHTML.slice(0, 120));
      found.push(`${wide} px wider than the window: ${culprits.join(' | ')}`);
    }
    return found;
  }, rules);
  return faults.map((fault) => `${look.theme} ${look.width} px: ${fault}`);
}
