/** Requests made from the schemas of the routes: right, nearly right, and wrong in every part. */
import fc from 'fast-check';
import { z } from 'zod';
import type { RouteParts } from '../../../graph/server/route-list.ts';

export interface FuzzRequest {
  method: string;
  url: string;
  headers: Record<string, string>;
  payload?: string;
}

/** Of the seed, so that most requests find something; by the part of the route that tells what its id is of. */
const IDS = {
  papers: ['p-walks', 'p-biased', 'p-gcn', 'p-gat', 'p-transformer', 'p-untitled', 'p-island'],
  concepts: ['c-embedding', 'c-walks', 'c-link', 'c-convolution', 'c-attention', 'c-translation', 'c-back'],
  themes: ['t-graphs', 't-language', 's-walks'],
  gaps: ['g-first', 'g-second', 'g-themes'],
};
const ALL_IDS = Object.values(IDS).flat();
const HOSTILE = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  '',
  ' ',
  '0',
  '-1',
  '1e999',
  'NaN',
  'null',
  'true',
  '99999999999999999999',
  '../../../../etc/passwd',
  '..\\..\\x',
  '\u0000',
  '\u202eevil',
  '\ud800',
  '𝒢raph é 模型',
  "' OR 1=1 --",
  'x}) MATCH (n) DETACH DELETE n //',
  '`',
  '<script>alert(1)</script>',
  'a'.repeat(5_000),
  ','.repeat(2_000),
  '[',
  '{"a":',
  '(((((((((((((((((',
  '%',
];
const STATEMENTS: readonly string[] = [
  'MATCH (p:Paper) RETURN p LIMIT 3',
  'RETURN 1 AS one',
  'MATCH (p:Paper {id: $id}) RETURN p.title',
  'MATCH (n) DETACH DELETE n',
  'CREATE (n:Paper {id: 1})',
  'RETURN $__proto__',
  'UNWIND [1,2] AS x RETURN x',
  'CALL db.labels()',
  'LOAD CSV FROM "file:///etc/passwd" AS l RETURN l',
];

const text = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...ALL_IDS) },
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(...STATEMENTS, 'walks', 'which methods are used for node classification?'),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
const deep = fc.integer({ min: 1, max: 3_000 }).map((levels) => {
  let value: unknown = 1;
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
});
const anything: fc.Arbitrary<unknown> = fc.oneof(
  text,
  fc.double(),
  fc.integer(),
  fc.constantFrom(null, true, Number.MAX_SAFE_INTEGER, -0, [], {}),
  fc.jsonValue({ maxDepth: 3 }),
  deep,
  fc.constant(JSON.parse('{"__proto__": {"admin": true}, "constructor": {"prototype": {"x": 1}}}')),
);

/** How often a field is there that need not be: many at once rarely go together. */
const NOW_AND_THEN = fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, fc.constant(true));

/** Mostly what the schema asks for; now and then not. */
function fitting(schema: z.core.$ZodType | undefined, depth = 0): fc.Arbitrary<unknown> {
  const right = shaped(schema, depth);
  return fc.oneof({ weight: 12, arbitrary: right }, anything);
}

/** What texts of such a name mostly are. */
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  statement: STATEMENTS,
  theme: IDS.themes,
  one: IDS.concepts,
  other: IDS.concepts,
  from: [...IDS.papers, ...IDS.concepts],
  to: [...IDS.papers, ...IDS.concepts],
  ids: [`${IDS.papers[0]},${IDS.concepts[1]}`, IDS.papers.join(','), IDS.concepts.join(',')],
};

/** Numbers, lists and all that is no text stay what they are. */
function named(name: string, field: fc.Arbitrary<unknown>): fc.Arbitrary<unknown> {
  const known = KNOWN[name];
  if (!known) return field;
  return fc
    .tuple(field, fc.nat(12), fc.constantFrom(...known))
    .map(([made, often, one]) => (typeof made === 'string' && often > 0 ? one : made));
}

function shaped(schema: z.core.$ZodType | undefined, depth: number): fc.Arbitrary<unknown> {
  if (depth > 6) return anything;
  const inner = (one: z.core.$ZodType): fc.Arbitrary<unknown> => fitting(one, depth + 1);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return shaped(schema.def.innerType, depth);
  if (schema instanceof z.ZodPipe) {
    const { in: from, out } = schema.def;
    const made = shaped(out instanceof z.ZodTransform ? from : out, depth);
    // Lists in an address are texts with commas.
    return out instanceof z.ZodArray && !(from instanceof z.ZodTransform) ? made.map(String) : made;
  }
  if (schema instanceof z.ZodEnum) return fc.constantFrom(...schema.options);
  if (schema instanceof z.ZodLiteral) return fc.constantFrom(...schema.def.values);
  if (schema instanceof z.ZodBoolean) return fc.boolean();
  if (schema instanceof z.ZodNumber) {
    const [min, max] = [Math.max(schema.minValue ?? 0, -1e6), Math.min(schema.maxValue ?? 1e6, 1e6)];
    const within = fc.integer({ min: Math.ceil(Math.min(min, max)), max: Math.floor(Math.max(min, max)) });
    return fc.oneof({ weight: 12, arbitrary: within }, fc.constantFrom(min - 1, max + 1, 0.5, 1e300));
  }
  if (schema instanceof z.ZodArray) return fc.array(inner(schema.element), { maxLength: 4 });
  if (schema instanceof z.ZodRecord) return fc.dictionary(text, inner(schema.valueType), { maxKeys: 3 });
  if (schema instanceof z.ZodUnion) return fc.oneof(...schema.options.map(inner));
  if (schema instanceof z.ZodObject) {
    const fields = Object.entries(schema.shape).map(([name, field]) =>
      fc
        .tuple(field instanceof z.ZodOptional ? NOW_AND_THEN : fc.constant(true), named(name, inner(field)))
        .map(([isThere, value]): [string, unknown][] => (isThere ? [[name, value]] : [])),
    );
    return fc.tuple(...fields).map((lists) => Object.fromEntries(lists.flat()));
  }
  return text;
}

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
/** Half a surrogate pair has no percent form. */
const encode = (value: string): string => encodeURIComponent(value.replace(/\p{Cs}/gu, '\ufffd'));

const METHODS = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const TYPES = [
  'application/json',
  'application/json; charset=utf-16',
  'text/plain',
  'application/octet-stream',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  '',
  'x',
];
const ODD_HEADERS: Record<string, string>[] = [
  { accept: 'text/html' },
  { 'accept-encoding': 'br;q=2, gzip, x' },
  { 'if-none-match': '*' },
  { 'if-none-match': `"${'x'.repeat(3_000)}"` },
  { range: 'bytes=0-' },
  { 'content-encoding': 'gzip' },
  { 'x-http-method-override': 'DELETE' },
  { origin: 'null' },
  { host: 'evil.example' },
  { 'sec-fetch-site': 'cross-site' },
  { cookie: '__proto__=1' },
  { 'x-forwarded-host': 'evil.example' },
];
const URL_TRICKS: ((url: string) => string)[] = [
  (url) => `${url}/`,
  (url) => `${url}//`,
  (url) => url.replace('/api/', '/api/%2e%2e/api/'),
  (url) => url.replace('/api/', '/%61pi/'),
  (url) => `${url}%`,
  (url) => `${url}%00`,
  (url) => `${url}%ff%fe`,
  (url) => `${url}?${url}`,
  (url) => `${url}&${url.split('?')[1] ?? 'a=1'}`,
  (url) => url.toUpperCase(),
  (url) => `${url}#x`,
  (url) => `${url};a=b`,
  (url) => `${url}?__proto__[a]=1&constructor=1&a[]=1&a[b]=2`,
  (url) => `${url}?${'a=1&'.repeat(2_000)}`,
  (url) => `${url}/../../../etc/passwd`,
];

/** Of what the route is about, mostly. */
function rightIds(path: string, params: z.core.$ZodType): fc.Arbitrary<unknown> {
  const about = Object.keys(IDS).find((part) => path.includes(`/${part}/`)) as keyof typeof IDS | undefined;
  const right = fc.constantFrom(...(about ? IDS[about] : ALL_IDS)).map((id) => ({ id }));
  return fc.oneof({ weight: 6, arbitrary: right }, fitting(params));
}

/** Null but for one time in so many: fast-check's own `freq` is how often it is *not* null. */
const rarely = <T>(oneIn: number, made: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: oneIn - 1, arbitrary: fc.constant(null) }, made);

/** For one of these routes. */
export function requestFor([route, { params, querystring, body }]: readonly [
  string,
  RouteParts,
]): fc.Arbitrary<FuzzRequest> {
  const [method = 'GET', path = ''] = route.split(' ');
  return fc
    .record({
      params: params ? rightIds(path, params) : fc.constant({}),
      query: querystring ? fitting(querystring) : fc.constant({}),
      body: body ? fitting(body) : fc.constant(undefined),
      raw: rarely(
        15,
        fc.constantFrom(
          '{',
          '[]',
          'null',
          '"x"',
          '\ufeff{}',
          `${'['.repeat(50_000)}`,
          '{"a":1,"a":2}',
          '{"__proto__":1}',
        ),
      ),
      method: rarely(12, fc.constantFrom(...METHODS)),
      type: rarely(12, fc.constantFrom(...TYPES)),
      odd: rarely(8, fc.constantFrom(...ODD_HEADERS)),
      trick: rarely(8, fc.nat(URL_TRICKS.length - 1)),
    })
    .map((made) => {
      const given = Object(made.params) as Record<string, unknown>;
      const filled = path.replace(/:(\w+)/g, (_, name: string) => encode(asText(given[name])));
      const query = Object.entries(Object(made.query) as Record<string, unknown>)
        .flatMap(([name, value]) =>
          (Array.isArray(value) ? value.slice(0, 5) : [value]).map(
            (one) => `${encode(name)}=${encode(asText(one))}`,
          ),
        )
        .join('&');
      const plain = query ? `${filled}?${query}` : filled;
      const url = made.trick === null ? plain : URL_TRICKS[made.trick]!(plain);
      const payload = made.raw ?? (made.body === undefined ? undefined : JSON.stringify(made.body));
      return {
        method: made.method ?? method,
        url,
        headers: {
          ...(payload !== undefined && { 'content-type': made.type ?? 'application/json' }),
          ...made.odd,
        },
        ...(payload !== undefined && { payload }),
      };
    });
}
