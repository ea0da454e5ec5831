import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { ConfigOverrides } from '../../../graph/server/config.ts';
import type { Desk } from '../../../graph/server/desk.ts';
import { NO_SECRETS, type Secrets } from '../../../graph/server/secrets.ts';
import type { StoreWriter } from '../../../graph/store/store.ts';
import { appOn, openSeeded } from './fixture.ts';
import { ownDesk } from './own-desk.ts';

export const READER = 'reader-token-0123456789';
export const EDITOR = 'editor-token-0123456789';
export const LOGIN = 'ada:a long password';
export const PAGE = { accept: 'text/html' };

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
export const basic = (login: string) => ({
  authorization: `Basic ${Buffer.from(login).toString('base64')}`,
});
export const form = (
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): InjectOptions & { url: string } => ({
  method: 'POST',
  url: '/login',
  payload: new URLSearchParams(fields).toString(),
  headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
});
export const cookieOf = (header: unknown): string => String(header).split(';')[0]!;

/** Servers with secrets, on one seeded store and with a page. */
export async function openGuarded() {
  const { store, remove } = await openSeeded();
  const webRoot = mkdtempSync(join(tmpdir(), 'lacuna-guarded-'));
  writeFileSync(join(webRoot, 'index.html'), '<!doctype html><title>The map</title>');
  writeFileSync(join(webRoot, 'main.js'), '// the page');
  const apps: FastifyInstance[] = [];
  const logged: string[] = [];
  /** Nobody's, since no test here gets so far as to write. */
  const desk: Desk = ownDesk({} as unknown as StoreWriter);
  return {
    logged,
    async guarded(secrets: Partial<Secrets>, settings: ConfigOverrides = {}, keepIn: string | null = null) {
      const log = { write: (line: string) => void logged.push(line) };
      const app = await appOn(
        store,
        { logLevel: 'info', ...settings },
        { webRoot, desk, log, keepIn, secrets: { ...NO_SECRETS, ...secrets } },
      );
      apps.push(app);
      const send = (options: InjectOptions & { url: string }) => app.inject(options);
      return { app, send };
    },
    async close(): Promise<void> {
      for (const app of apps) await app.close();
      await remove();
      rmSync(webRoot, { recursive: true, force: true });
    },
  };
}
