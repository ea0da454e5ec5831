import { inspect } from 'node:util';
import { expect, it } from 'vitest';
import { DEFAULT_FETCH_SETTINGS, parseFetchSettings } from '../../../ingest/fetch/settings.ts';

it('are the defaults where nothing is said', () => {
  expect(parseFetchSettings({})).toMatchObject(DEFAULT_FETCH_SETTINGS);
});

it('come from the environment, and options win', () => {
  const env = { LACUNA_FETCH_MAX_RECORDS: '7', LACUNA_FETCH_CONTACT: ' a@b.org ', LACUNA_FETCH_ATTEMPTS: '' };
  expect(parseFetchSettings(env, { maxRecords: 9 })).toMatchObject({
    maxRecords: 9,
    contact: 'a@b.org',
    attempts: DEFAULT_FETCH_SETTINGS.attempts,
  });
});

it.each([
  ['LACUNA_FETCH_CONTACT', 'ada'],
  ['LACUNA_FETCH_CONTACT', 'ada@example.org\r\nx-evil: 1'],
  ['LACUNA_FETCH_MAX_RECORDS', '0'],
  ['LACUNA_FETCH_TIMEOUT_MS', 'soon'],
  ['LACUNA_FETCH_PUBMED_KEY', 'a b'],
])('names %s where it is wrong, and not its value', (name, value) => {
  expect(() => parseFetchSettings({ [name]: value })).toThrow(name);
  expect(() => parseFetchSettings({ [name]: value })).not.toThrow(value);
});

it.each([
  'http://api.example.org',
  'http://127.0.0.1.example.org',
  'http://10.0.0.1',
  'https://user:pass@api.example.org',
  'https://api.example.org?x=1',
  'ftp://api.example.org',
  'file:///etc/passwd',
  'api.example.org',
])('refuse the address %s', (address) => {
  expect(() => parseFetchSettings({ LACUNA_FETCH_CROSSREF_URL: address })).toThrow(
    /LACUNA_FETCH_CROSSREF_URL/,
  );
});

it.each(['https://api.example.org/v1/', 'http://localhost:8080', 'http://[::1]:80', 'http://127.3.2.1:9'])(
  'take the address %s',
  (address) => {
    expect(parseFetchSettings({}, { crossrefUrl: address }).crossrefUrl).not.toMatch(/\/$/);
  },
);

it('show no key', () => {
  const settings = parseFetchSettings({ LACUNA_FETCH_OPENALEX_KEY: 's3cret' });
  expect(settings.keyOf('openalex')).toBe('s3cret');
  expect(inspect(settings, { depth: 9 }) + JSON.stringify(settings)).not.toContain('s3cret');
});
