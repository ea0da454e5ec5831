import { afterAll, beforeAll, expect, it } from 'vitest';
import { parseConfig } from '../../../graph/server/config.ts';
import { framersOf } from '../../../graph/server/framing.ts';
import { appOn, openSeeded } from './fixture.ts';

const OWNER = 'https://wiki.example';
let seeded: Awaited<ReturnType<typeof openSeeded>>;

beforeAll(async () => {
  seeded = await openSeeded();
});
afterAll(() => seeded.remove());

async function headersAt(url: string, embedBy: string[]) {
  const app = await appOn(seeded.store, { embedBy });
  const { headers } = await app.inject(url);
  await app.close();
  return headers;
}

it('lets nobody frame the page, unless its owner is named and asks for the map alone', async () => {
  for (const [url, embedBy] of [
    ['/', [OWNER]],
    ['/?embed', []],
    ['/api/status?embed', [OWNER]],
  ] as const) {
    const headers = await headersAt(url, [...embedBy]);
    expect(headers['content-security-policy'], url).toContain("frame-ancestors 'none'");
    expect(headers['x-frame-options'], url).toBe('DENY');
  }
  const framed = await headersAt('/?embed', [OWNER, 'http://127.0.0.1:8080']);
  expect(framed['content-security-policy']).toContain(`frame-ancestors ${OWNER} http://127.0.0.1:8080;`);
  expect(framed['content-security-policy']).toContain("script-src 'self'");
  expect(framed).not.toHaveProperty('x-frame-options');
});

it('takes origins only, so that no setting opens the policy further', () => {
  expect(framersOf('/?embed=1', parseConfig({ LACUNA_EMBED_BY: `${OWNER}, http://localhost:3000` }))).toBe(
    `${OWNER} http://localhost:3000`,
  );
  for (const wrong of [
    '*',
    'https://*.example',
    "'self'",
    'https://a; script-src *',
    'wiki.example',
    'https://a/b',
  ]) {
    expect(() => parseConfig({ LACUNA_EMBED_BY: wrong }), wrong).toThrow(/LACUNA_EMBED_BY/);
  }
});
