import { LacunaError } from '../errors.ts';
import type { ParameterType, Statement, Value } from './store.ts';

interface Day {
  /** As ISO 8601 writes it. */
  text: string;
  year: number;
  month: number;
  day: number;
}

export interface DateParameter extends Day {
  type: 'date';
}

export interface DateTimeParameter extends Day {
  type: 'datetime';
  hour: number;
  minute: number;
  second: number;
  nanosecond: number;
  /** Seconds east of Greenwich. */
  zone: number;
}

/** A parameter that JSON has no form for. */
export type TypedParameter = { type: 'float'; value: number } | DateParameter | DateTimeParameter;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
/** Microseconds at most, since one of the engines keeps no more. */
const TIME =
  /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?(?:(Z)|([+-])(0\d|1[0-7]):([0-5]\d))?$/;
const NANOSECOND_DIGITS = 9;

const EXAMPLES: Readonly<Record<ParameterType, string>> = {
  float: 'a number like 2.5',
  date: 'a date like "2024-01-31"',
  datetime: 'a date with a time like "2024-01-31T12:00:00Z"',
};

/** What has a type by its name, checked. Throws `input` naming the parameter. */
export function typedParameters({
  parameters,
  types = {},
}: Pick<Statement, 'parameters' | 'types'>): Map<string, TypedParameter> {
  const typed = new Map<string, TypedParameter>();
  for (const [name, type] of Object.entries(types)) {
    const value = Object.hasOwn(parameters, name) ? parameters[name]! : undefined;
    if (value === undefined) throw wrong(name, `There is no parameter $${name} to be ${EXAMPLES[type]}.`);
    if (value === null) continue;
    const one = READERS[type](value);
    if (one === null) throw wrong(name, `The parameter $${name} must be ${EXAMPLES[type]}.`);
    typed.set(name, one);
  }
  return typed;
}

const READERS: Readonly<Record<ParameterType, (value: Value) => TypedParameter | null>> = {
  float: (value) => (typeof value === 'number' ? { type: 'float', value } : null),
  date: (value) => {
    const day = typeof value === 'string' ? dayOf(value) : null;
    return day && { type: 'date', ...day };
  },
  datetime: (value) => (typeof value === 'string' ? dateTimeOf(value) : null),
};

function dayOf(text: string): Day | null {
  const match = DATE.exec(text);
  if (!match) return null;
  const time = Date.parse(`${text}T00:00:00Z`);
  // NOTE: the 30th of February is read as the 1st of March.
  if (Number.isNaN(time) || !new Date(time).toISOString().startsWith(text)) return null;
  return { text, year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) };
}

/** In Greenwich where it names no zone, as Cypher's own `datetime()` reads it. */
function dateTimeOf(text: string): DateTimeParameter | null {
  const [date = '', time = ''] = text.split('T', 2);
  const day = dayOf(date);
  const match = TIME.exec(time);
  if (!day || !match || text !== `${date}T${time}`) return null;
  const [, hour, minute, second = '0', fraction = '', utc, sign, hours = '0', minutes = '0'] = match;
  const east = (Number(hours) * 60 + Number(minutes)) * 60;
  return {
    ...day,
    type: 'datetime',
    text: utc || sign ? text : `${text}Z`,
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    nanosecond: Number(fraction.padEnd(NANOSECOND_DIGITS, '0')),
    zone: sign === '-' ? -east : east,
  };
}

const wrong = (parameter: string, message: string): LacunaError =>
  new LacunaError('input', message, { details: { parameter } });
