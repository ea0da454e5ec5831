/** What the map draws, asked of the map itself, since a canvas can't be. */
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import type { MapReport } from '../../web/sigma/controllers/ReportController.tsx';

const reportOf = (page: Page): Promise<Partial<MapReport>> =>
  page.getByRole('application').evaluate((map) => {
    const detail: Partial<MapReport> = {};
    map.dispatchEvent(new CustomEvent('lacuna:report', { detail }));
    return detail;
  });

/** Once the map and what comes after it are there. */
export async function reported(page: Page): Promise<MapReport> {
  await expect.poll(() => reportOf(page).then(({ nodes }) => nodes?.length ?? 0)).toBeGreaterThan(0);
  return (await reportOf(page)) as MapReport;
}

/** Where a node is in the window. */
export async function placeOf(page: Page, id: string) {
  const map = (await page.getByRole('application').boundingBox())!;
  const { nodes } = await reported(page);
  const { x, y } = nodes.find((node) => node.id === id)!;
  return { x: map.x + x, y: map.y + y };
}
