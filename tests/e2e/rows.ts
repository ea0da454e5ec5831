/** What the keys do in a long table, of which only the rows in sight are in the page. */
import type { Page } from 'playwright-core';

interface FocusedRow {
  /** From 0; -1 where no row has the focus. */
  index: number;
  /** Whether all of it is seen, and nothing lies over it. */
  clear: boolean;
}

/** The row that has the focus. */
export const focusedRow = (page: Page): Promise<FocusedRow> =>
  page.evaluate(() => {
    const opener = document.activeElement;
    const index = opener?.closest<HTMLElement>('[data-index]')?.dataset.index;
    if (!opener || index === undefined) return { index: -1, clear: false };
    const { left, top, bottom } = opener.getBoundingClientRect();
    const clear = [top + 1, bottom - 1].every((y) => opener.contains(document.elementFromPoint(left + 4, y)));
    return { index: Number(index), clear };
  });

type Modifiers = Partial<Record<'altKey' | 'ctrlKey' | 'metaKey', boolean>>;

interface Pressed {
  /** The row that has the focus after each key. */
  rows: number[];
  /** Whether each key was kept from the browser. */
  taken: boolean[];
}

/** Presses keys one upon the other, with no frame between them. */
export const pressAtOnce = (
  page: Page,
  keys: readonly string[],
  modifiers: Modifiers = {},
): Promise<Pressed> =>
  page.evaluate(
    ([all, held]) => {
      const pressed = all.map((key) => {
        const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...held });
        document.activeElement?.dispatchEvent(event);
        const row = document.activeElement?.closest<HTMLElement>('[data-index]');
        return { row: Number(row?.dataset.index ?? -1), taken: event.defaultPrevented };
      });
      return { rows: pressed.map(({ row }) => row), taken: pressed.map(({ taken }) => taken) };
    },
    [keys, modifiers] as const,
  );

/** How many rows can be tabbed to; of a table with `data-index` on its rows. */
export const tabbableRows = (page: Page): Promise<number> =>
  page.locator('tr[data-index] th button[tabindex="0"]').count();

/** Scrolls the list to its top, and waits until its first row is there. */
export async function scrollToTop(page: Page): Promise<void> {
  await page.evaluate(() => {
    let list = document.querySelector('tr[data-index]')?.closest('table')?.parentElement;
    while (list && list.scrollTop === 0) list = list.parentElement;
    if (!list) throw new Error('No list is scrolled.');
    list.scrollTop = 0;
  });
  await page.locator('tr[aria-rowindex="2"]').waitFor();
}
