import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium, type LaunchOptions } from 'playwright-core';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ELSEWHERE = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const INSTALL_MS = 600_000;
/** A browser that keeps to itself: no updates, no sync, nothing fetched. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

let found: Promise<string | null> | undefined;

/**
 * Where Chromium is: `CHROMIUM_PATH`, an installed one, else Debian's package when that can be installed.
 * Null, said aloud once, when there is none; an error where `CI` is `true`.
 */
export function chromiumPath(): Promise<string | null> {
  found ??= find();
  return found;
}

/** Starts Chromium, or gives null where there is none. */
export async function launchChromium(options: LaunchOptions = {}): Promise<Browser | null> {
  const executablePath = await chromiumPath();
  if (executablePath === null) return null;
  return chromium.launch({ executablePath, ...options, args: [...FLAGS, ...(options.args ?? [])] });
}

async function find(): Promise<string | null> {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (existsSync(given)) return given;
    throw new Error(`There is no browser at CHROMIUM_PATH (${given}).`);
  }
  const path = installed() ?? (install() ? installed() : null);
  if (path === null) {
    const message = 'no Chromium: install one, or set CHROMIUM_PATH';
    if (process.env.CI === 'true') throw new Error(message);
    console.warn(`SKIPPED: all tests in a browser: ${message}`);
  }
  return path;
}

function installed(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [...candidates, ...ELSEWHERE].find((path) => existsSync(path)) ?? null;
}

/** Only as root on a Debian-like system, where it needs no question asked. */
function install(): boolean {
  if (process.getuid?.() !== 0 || spawnSync('apt-get', ['--version']).status !== 0) return false;
  try {
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    execFileSync('apt-get', ['update', '-q'], { stdio: 'ignore', timeout: INSTALL_MS, env });
    const quietly = ['install', '-y', '-q', '--no-install-recommends', 'chromium'];
    execFileSync('apt-get', quietly, { stdio: 'ignore', timeout: INSTALL_MS, env });
    return true;
  } catch {
    return false;
  }
}
