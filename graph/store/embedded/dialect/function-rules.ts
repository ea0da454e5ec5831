import { lacking, refused, replaced } from './finding.ts';
import { FLOATS_AS_TEXT, floatOfText, integerOfText, numberAsText } from './number-text.ts';
import { percentile } from './percentile.ts';
import type { Finding, Rewriter, Rule } from './rule.ts';
import type { Piece } from './syntax.ts';
import { isNumeric } from './types.ts';

type CallRule = (call: Piece, rewriter: Rewriter) => Finding | null;

const named = (call: Piece, rewriter: Rewriter): string => rewriter.source(call).split('(')[0]!.trim();

const whole = (piece: Piece, rewriter: Rewriter): string => rewriter.spliced(piece);

const round: CallRule = (call, rewriter) => {
  const [number, digits] = call.children;
  if (!number) return null;
  const text = rewriter.operand(number);
  if (digits) return roundTo(digits, text, call.children.length === 2);
  if (rewriter.types.of(number) === 'int' || number.kind === 'number') return null;
  return replaced(
    'round of a number below zero',
    'Neo4j rounds halves up, the embedded engine away from zero: below zero, floor(x + 0.5) is run.',
    `CASE WHEN ${text} < 0 THEN floor(${text} + 0.5) ELSE round(${rewriter.write(number)}) END`,
  );
};

/** The point is moved in the text of the number, so that halves are as they are written. */
function roundTo({ kind, value }: Piece, text: string, plain: boolean): Finding {
  const digits = kind === 'number' ? Number(value) : -1;
  if (digits === 0 && plain)
    return lacking('round() to no digits', 'write round(x)', `toFloat(round(${text}))`);
  const exact = plain && Number.isInteger(digits) && digits >= 0 && digits < 16;
  const mended = `sign(${text}) * round(toFloat(toString(abs(${text})) + 'e${digits}')) / ${10 ** Math.max(digits, 0)}.0`;
  return lacking('round() to so many digits', 'write round(x * 100.0) / 100.0', exact ? mended : null);
}

const nullIf: CallRule = (call, rewriter) => {
  const [value, other] = call.children;
  if (!value || !other || call.children.length > 2) return null;
  const [one, two] = [rewriter.types.of(value), rewriter.types.of(other)];
  if (one === two && one !== 'any' && one !== 'map' && one !== 'list') return null;
  const [a, b] = [rewriter.operand(value), rewriter.operand(other)];
  return lacking(
    'nullIf() that tells numbers from text',
    'write CASE WHEN a = b THEN null ELSE a END',
    `CASE WHEN ${a} = ${b} THEN null ELSE ${a} END`,
  );
};

const toInteger: CallRule = (call, rewriter) => {
  const [text] = call.children;
  if (!text || isNumeric(rewriter.types.of(text)) || rewriter.types.of(text) === 'boolean') return null;
  return replaced(
    'toInteger of text',
    'The embedded engine reads no fraction and no exponent there, so toFloat is tried too.',
    integerOfText(rewriter.operand(text), rewriter.types.of(text) === 'string'),
  );
};

const toFloat: CallRule = (call, rewriter) => {
  const [text] = call.children;
  if (!text || isNumeric(rewriter.types.of(text))) return null;
  return replaced(
    'toFloat of text',
    'The embedded engine minds blanks around a number, and takes words like inf for one.',
    floatOfText(rewriter.operand(text), rewriter.types.of(text) === 'string'),
  );
};

const toText: CallRule = (call, rewriter) => {
  const [number] = call.children;
  if (!number || rewriter.types.of(number) !== 'float') return null;
  return replaced('toString of a float', FLOATS_AS_TEXT, numberAsText(rewriter.operand(number)));
};

const split: CallRule = (call, rewriter) => {
  const [text, at] = call.children;
  if (!text || !at) return null;
  if (rewriter.types.of(at) === 'list') {
    return refused(
      'split at several separators',
      'the embedded engine gives null',
      'replace(…) them by one separator first, then split at that',
    );
  }
  if (rewriter.types.value(at) !== '') return null;
  const given = rewriter.write(text);
  return replaced(
    'split into letters',
    'The embedded engine puts empty texts at both ends, so they are cut off.',
    `CASE WHEN size(${given}) = 0 THEN [''] ELSE tail(reverse(tail(reverse(${whole(call, rewriter)})))) END`,
  );
};

const size: CallRule = (call, rewriter) => {
  const [first] = call.children;
  if (first?.kind === 'pattern') {
    return refused('size of a pattern', 'neither store counts that way', 'write COUNT { (a)-[:T]->() }');
  }
  if (first?.kind !== 'patternComprehension') return null;
  const [pattern, ...rest] = first.children.map(rewriter.write);
  const where = rest.length > 1 ? ` WHERE ${rest[0]}` : '';
  const message =
    'The embedded engine fails on it in some places, so COUNT { … } is run, which says the same.';
  return replaced('size of a pattern comprehension', message, `COUNT { ${pattern}${where} }`);
};

const toBoolean: CallRule = (call, rewriter) => {
  const [number] = call.children;
  if (!number || rewriter.types.of(number) !== 'int') return null;
  return replaced(
    'toBoolean of a number',
    'The embedded engine gives null for a number.',
    `(${rewriter.operand(number)} <> 0)`,
  );
};

const ISO: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-\d\d-\d\d$/,
  datetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/,
  localdatetime: /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?$/,
};

const temporal: CallRule = (call, rewriter) => {
  const [text] = call.children;
  const value = text && rewriter.types.value(text);
  if (typeof value !== 'string' || ISO[call.name]!.test(value)) return null;
  return refused(
    `${call.name}('${value}')`,
    'the embedded engine gives null for it',
    `write it in full, as ${call.name}('2024-02-29${call.name === 'date' ? '' : 'T10:00:00'}${call.name === 'datetime' ? 'Z' : ''}')`,
  );
};

const range: CallRule = (call) =>
  call.children[2]?.value === 0
    ? refused('range with a step of 0', 'it never ends', 'give it another step')
    : null;

/** As `before(x)`, which both know. */
const as =
  (before: (text: string) => string, advice: string): CallRule =>
  (call, rewriter) => {
    const [first] = call.children;
    return lacking(
      `${named(call, rewriter)}()`,
      advice,
      first && call.children.length === 1 ? before(rewriter.write(first)) : null,
    );
  };

const absent =
  (advice: string): CallRule =>
  (call, rewriter) =>
    lacking(`${named(call, rewriter)}()`, advice);

const BETWEEN = absent('compare the dates, or take years apart: WITH a.date AS d RETURN d.year');

/** By name in lower case, all arguments being values. */
const FUNCTIONS: Readonly<Record<string, CallRule>> = {
  sum: (call, rewriter) =>
    replaced(
      'sum() over nothing',
      'Where there is nothing to add up, the embedded engine gives null: 0 is put there.',
      `coalesce(${whole(call, rewriter)}, 0)`,
    ),
  stdev: (call, rewriter) => {
    const of = call.children[0] && rewriter.write(call.children[0]);
    return replaced(
      'stDev() of one value',
      'Of a single value the embedded engine gives null: 0 is put there.',
      `CASE WHEN count(${call.flags?.has('distinct') ? 'DISTINCT ' : ''}${of}) = 1 THEN 0.0 ELSE ${whole(call, rewriter)} END`,
    );
  },
  round,
  nullif: nullIf,
  tointeger: toInteger,
  tofloat: toFloat,
  tostring: toText,
  toboolean: toBoolean,
  split,
  size,
  range,
  date: temporal,
  datetime: temporal,
  localdatetime: temporal,
  isempty: (call, rewriter) => {
    const [first] = call.children;
    const map = first && rewriter.types.of(first) === 'map';
    return as((x) => (map ? `(size(keys(${x})) = 0)` : `(size(${x}) = 0)`), 'write size(x) = 0')(
      call,
      rewriter,
    );
  },
  isnan: as((x) => `(toString(${x}) = 'NaN')`, "write toString(x) = 'NaN'"),
  cot: as((x) => `(1 / tan(${x}))`, 'write 1 / tan(x)'),
  haversin: as((x) => `((1 - cos(${x})) / 2)`, 'write (1 - cos(x)) / 2'),
  btrim: as((x) => `trim(${x})`, 'write trim(x)'),
  character_length: as((x) => `size(${x})`, 'write size(x)'),
  tointegerornull: as((x) => `toInteger(${x})`, 'write toInteger(x)'),
  tofloatornull: as((x) => `toFloat(${x})`, 'write toFloat(x)'),
  tobooleanornull: as((x) => `toBoolean(${x})`, 'write toBoolean(x)'),
  tostringornull: as((x) => `toString(${x})`, 'write toString(x)'),
  tointegerlist: as((x) => `[x IN ${x} | toInteger(x)]`, 'write [x IN list | toInteger(x)]'),
  tofloatlist: as((x) => `[x IN ${x} | toFloat(x)]`, 'write [x IN list | toFloat(x)]'),
  tobooleanlist: as((x) => `[x IN ${x} | toBoolean(x)]`, 'write [x IN list | toBoolean(x)]'),
  tostringlist: as((x) => `[x IN ${x} | toString(x)]`, 'write [x IN list | toString(x)]'),
  randomuuid: absent('use elementId(n), or a number of rand()'),
  valuetype: absent('test for what you expect: x IS NULL, x:Label, toInteger(x) = x'),
  point: absent('keep the coordinates as numbers: {x: 1, y: 2}'),
  'point.distance': absent('compute it: sqrt((a.x - b.x) ^ 2 + (a.y - b.y) ^ 2)'),
  'duration.between': BETWEEN,
  'duration.indays': BETWEEN,
  'duration.inmonths': BETWEEN,
  'duration.inseconds': BETWEEN,
  'date.truncate': absent(
    'make a date of the parts that you keep: date({year: d.year, month: d.month, day: 1})',
  ),
  'datetime.truncate': absent('make a date of the parts that you keep'),
};

const byName: Rule = (call, rewriter) => {
  if (call.name.startsWith('apoc.') || call.name.startsWith('gds.')) {
    return lacking(`${named(call, rewriter)}()`, 'say it in plain Cypher: it is part of a plug-in');
  }
  return Object.hasOwn(FUNCTIONS, call.name) ? FUNCTIONS[call.name]!(call, rewriter) : null;
};

export const CALL_RULES: readonly Rule[] = [percentile, byName];
