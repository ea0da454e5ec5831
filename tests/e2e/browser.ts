import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../support/chromium.ts';

/** Throws where there is no Chromium; ask `chromiumPath` first. */
export async function launchBrowser(): Promise<Browser> {
  const browser = await launchChromium();
  if (!browser) throw new Error('No Chromium was found; set CHROMIUM_PATH.');
  return browser;
}

export interface OpenedPage {
  page: Page;
  /** What the page complained of: errors, refused requests, breaches of the content policy. */
  complaints: string[];
}

interface PageOptions {
  width?: number;
  height?: number;
  dark?: boolean;
  still?: boolean;
  /** Whether it is a first visit, with the tour. */
  first?: boolean;
}

/** A page in a profile of its own. */
export async function openPage(
  browser: Browser,
  address: string,
  options: PageOptions = {},
): Promise<OpenedPage> {
  const { width = 1280, height = 720, dark = false, still = true, first = false } = options;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: still ? 'reduce' : 'no-preference',
  });
  // NOTE: shorter than a test may take, so that a failure names what it waited for.
  page.setDefaultTimeout(15_000);
  const complaints: string[] = [];
  page.on('pageerror', ({ message }) => complaints.push(message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  if (!first) await page.addInitScript(() => localStorage.setItem('lacuna:tour', 'seen'));
  await page.goto(address);
  return { page, complaints };
}
