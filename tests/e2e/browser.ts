import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

const INSTALLED = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/opt/google/chrome/chrome',
];
/** It talks to nothing but the page's own server. */
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds. */
const INSTALL_LIMIT = 200_000;

/** `CHROMIUM_PATH`, else an installed one, else Debian's package where we may install it; null when there is none. */
export function findChromium(): string | null {
  const found = lookFor();
  if (found || !mayInstall()) return found;
  console.warn('Installing Chromium for the browser tests.');
  // NOTE: test files run at the same time; the first installs, the others wait for its lock and find it done.
  const apt = (...words: string[]) =>
    execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=180', ...words], {
      stdio: 'ignore',
      timeout: INSTALL_LIMIT,
    });
  try {
    apt('update');
    apt('install', '-y', '--no-install-recommends', 'chromium');
  } catch {
    return lookFor();
  }
  return lookFor();
}

function lookFor(): string | null {
  const named = process.env.CHROMIUM_PATH;
  return [...(named ? [named] : []), ...INSTALLED].find((path) => existsSync(path)) ?? null;
}

function mayInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');
}

export function launchBrowser(executablePath: string): Promise<Browser> {
  return chromium.launch({ executablePath, args: ARGS });
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
}

/** A page in a profile of its own. */
export async function openPage(
  browser: Browser,
  address: string,
  options: PageOptions = {},
): Promise<OpenedPage> {
  const { width = 1280, height = 720, dark = false, still = true } = options;
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
  await page.goto(address);
  return { page, complaints };
}
