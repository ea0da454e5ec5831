import { expect, it, vi } from 'vitest';

import { chromiumPath } from '../support/chromium.ts';
import { launchBrowser } from './browser.ts';
import { fillStore } from './seed.ts';
import { openSite } from './site.ts';

/** Milliseconds; software rendering on a busy machine takes its time. */
vi.setConfig({ testTimeout: 90_000 });

/** Bytes over the wire until the map is drawn: page, scripts, styles, typeface, data. */
const BUDGET = 450_000;

const chromium = await chromiumPath();

it.skipIf(!chromium)('the first paint stays within its budget, and the console comes later', async () => {
  const [site, browser] = await Promise.all([openSite(fillStore), launchBrowser()]);
  try {
    const page = await browser.newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    let bytes = 0;
    const addresses: string[] = [];
    session.on('Network.loadingFinished', ({ encodedDataLength }) => {
      bytes += encodedDataLength;
    });
    session.on('Network.requestWillBeSent', ({ request }) => addresses.push(request.url));
    await page.goto(site.url);
    await page.locator('.sigma-names').waitFor();
    await page.waitForLoadState('networkidle');
    console.log(`first paint: ${Math.round(bytes / 1000)} kB in ${addresses.length} requests`);
    expect(bytes).toBeLessThan(BUDGET);
    expect(addresses.every((address) => address.startsWith(site.url))).toBe(true);
    expect(addresses.some((address) => address.includes('CypherDrawer'))).toBe(false);
  } finally {
    await browser.close();
    await site.close();
  }
});
