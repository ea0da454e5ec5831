import { z } from 'zod';
import { LacunaError } from '../../graph/errors.ts';
import { parseBaseAddress } from './base-address.ts';
import type { SourceName } from './source-names.ts';

const whole = (least: number, most: number) => z.coerce.number().int().min(least).max(most);
const CONTACT = /^[^\s@<>()",;:\\]{1,64}@[^\s@<>()",;:\\]{1,185}$/;
const HOUR_MS = 3_600_000;
const interval = (milliseconds: number) => whole(0, HOUR_MS).default(milliseconds);

/**
 * Every setting of asking for papers. `LACUNA_FETCH_` and the name in capitals sets it from the environment
 * (`timeoutMs`: `LACUNA_FETCH_TIMEOUT_MS`). Keys are not among the parsed settings, so that none is ever printed.
 */
const settingsSchema = z.object({
  /** An e-mail address that the sources may write to, sent with every request. */
  contact: z.string().regex(CONTACT).nullable().default(null),
  /** Papers of one query. */
  maxRecords: whole(1, 1_000_000).default(2000),
  /** Pages asked for in one run. */
  maxPages: whole(1, 100_000).default(1000),
  /** Papers on one page; null takes what suits the source. */
  pageRecords: whole(1, 1000).nullable().default(null),
  /** Bytes of one answer, unpacked. */
  answerBytes: whole(1024, 1_073_741_824).default(33_554_432),
  /** Bytes of the file that is written. */
  fileBytes: whole(1024, 68_719_476_736).default(1_073_741_824),
  /** Milliseconds for one answer to arrive whole. */
  timeoutMs: whole(10, HOUR_MS).default(60_000),
  /** Tries of one request, the first included. */
  attempts: whole(1, 20).default(5),
  /** Milliseconds before the second try; doubled before each further one, and varied by up to a half. */
  backoffMs: whole(1, 600_000).default(1000),
  /** Longest wait before a try; a source that asks for a longer one ends the run. */
  maxWaitMs: whole(1, HOUR_MS).default(120_000),
  /** All waits of a run before tries, together. */
  maxTotalWaitMs: whole(1, 24 * HOUR_MS).default(900_000),
  /** So many pages in a row without a new paper end the run: the paging goes in a circle. */
  fruitlessPages: whole(1, 1000).default(3),
  /** Milliseconds from one request to the next. */
  openalexIntervalMs: interval(200),
  arxivIntervalMs: interval(3000),
  pubmedIntervalMs: interval(350),
  /** The same where there is a key. */
  pubmedKeyIntervalMs: interval(110),
  semanticScholarIntervalMs: interval(1100),
  crossrefIntervalMs: interval(400),
  /** Where each interface is: https, or http on this machine. */
  openalexUrl: z.string().default('https://api.openalex.org'),
  arxivUrl: z.string().default('https://export.arxiv.org/api'),
  pubmedUrl: z.string().default('https://eutils.ncbi.nlm.nih.gov/entrez/eutils'),
  semanticScholarUrl: z.string().default('https://api.semanticscholar.org/graph/v1'),
  crossrefUrl: z.string().default('https://api.crossref.org'),
});

type ParsedSettings = z.output<typeof settingsSchema>;

export type FetchSettings = Readonly<ParsedSettings> & {
  /** The key for a source, or null. A function, so that no print of the settings shows one. */
  readonly keyOf: (source: SourceName) => string | null;
};

/** Set by options where they are given, over the environment. */
export type FetchOverrides = Readonly<Partial<ParsedSettings>>;

export const DEFAULT_FETCH_SETTINGS: Readonly<ParsedSettings> = settingsSchema.parse({});

const SETTING_NAMES = Object.keys(settingsSchema.shape) as (keyof ParsedSettings)[];
const PREFIX: Record<SourceName, 'openalex' | 'arxiv' | 'pubmed' | 'semanticScholar' | 'crossref'> = {
  openalex: 'openalex',
  arxiv: 'arxiv',
  pubmed: 'pubmed',
  'semantic-scholar': 'semanticScholar',
  crossref: 'crossref',
};

/** `timeoutMs`: `LACUNA_FETCH_TIMEOUT_MS`. */
export const fetchEnvironmentName = (setting: string): string =>
  `LACUNA_FETCH_${setting.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase()}`;

/** `pubmed`: `LACUNA_FETCH_PUBMED_KEY`. */
export const keyEnvironmentName = (source: SourceName): string =>
  fetchEnvironmentName(`${PREFIX[source]}Key`);

export const addressSetting = (source: SourceName) => `${PREFIX[source]}Url` as const;
export const intervalSetting = (source: SourceName) => `${PREFIX[source]}IntervalMs` as const;

/**
 * Settings from the environment, and over them those of options. Throws `input` where one is wrong; it names the
 * setting and never its value.
 */
export function parseFetchSettings(
  env: Readonly<Record<string, string | undefined>>,
  overrides: FetchOverrides = {},
): FetchSettings {
  const given: Record<string, unknown> = {};
  for (const name of SETTING_NAMES) {
    const value = overrides[name] ?? env[fetchEnvironmentName(name)]?.trim();
    if (value !== undefined && value !== '') given[name] = value;
  }
  const parsed = settingsSchema.safeParse(given);
  if (!parsed.success) throw wrong(String(parsed.error.issues[0]?.path[0]));
  const settings = { ...parsed.data };
  const keys = new Map<SourceName, string>();
  for (const source of Object.keys(PREFIX) as SourceName[]) {
    const address = addressSetting(source);
    settings[address] = parseBaseAddress(settings[address], fetchEnvironmentName(address));
    const key = env[keyEnvironmentName(source)]?.trim();
    if (!key) continue;
    if (!/^[\x21-\x7e]{1,500}$/.test(key)) throw wrong(`${PREFIX[source]}Key`);
    keys.set(source, key);
  }
  return { ...settings, keyOf: (source) => keys.get(source) ?? null };
}

function wrong(name: string): LacunaError {
  const variable = fetchEnvironmentName(name);
  const hint = name === 'contact' ? ': it must be an e-mail address' : '';
  return new LacunaError('input', `Setting ${variable} is not of the right form${hint}.`, {
    details: { setting: variable },
  });
}
