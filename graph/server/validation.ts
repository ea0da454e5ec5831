import type { FastifySchemaCompiler } from 'fastify';
import { z } from 'zod';
import { LacunaError } from '../errors.ts';

const PART_NAMES: Readonly<Record<string, string>> = {
  params: 'address',
  querystring: 'query',
  body: 'body',
  headers: 'headers',
};

/** What to do about a field that must not be empty, where its name alone would not say. */
const WHEN_EMPTY: Readonly<Record<string, string>> = {
  statement: 'Write a statement first.',
  q: 'Write what to search for.',
  label: 'Write a name first.',
};

/** Parses each part of a request by its schema; throws `input` with `details.in` and `details.field`. */
export const compileValidator: FastifySchemaCompiler<z.ZodType> = ({ schema, httpPart }) => {
  const part = PART_NAMES[httpPart ?? ''] ?? 'request';
  return (data) => {
    const parsed = parsedBy(schema, data);
    if (parsed === null) {
      return { error: new LacunaError('input', `The ${part} nests too deeply.`, { details: { in: part } }) };
    }
    if (parsed.success) return { value: parsed.data };
    const issue = parsed.error.issues[0]!;
    const field = issue.path.join('.');
    return {
      error: new LacunaError('input', whatIsWrong(schema, issue, part), {
        details: { in: part, ...(field && { field }) },
      }),
    };
  };
};

/** Null where it nests deeper than the stack that parsing takes: some thousand levels. */
function parsedBy(schema: z.ZodType, data: unknown): z.ZodSafeParseResult<unknown> | null {
  try {
    return schema.safeParse(data, { reportInput: true });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** A sentence for people: what the field must be, from its own schema. `whole` names what is no field. */
export function whatIsWrong(schema: z.ZodType, issue: z.core.$ZodIssue, whole: string): string {
  const [name, ...deeper] = issue.path.map(String);
  if (issue.code === 'unrecognized_keys' && name === undefined) {
    return `The ${whole} has a field that is not known here: ${(issue.keys[0] ?? '').slice(0, NAMED)}.`;
  }
  if (issue.code === 'custom' && name === undefined) return issue.message;
  if (name === undefined) return `The ${whole} must be an object with named fields.`;
  const field = schema instanceof z.ZodObject ? bare(schema.shape[name]) : undefined;
  if (deeper.length > 0)
    return `${[name, ...deeper].join('.')} ${boundOf(issue) ?? 'is not of the right form'}.`;
  const isBlank = typeof issue.input === 'string' && issue.input.trim() === '';
  const isEmpty =
    issue.input === undefined || isBlank || (issue.code === 'too_small' && issue.origin === 'string');
  if (isEmpty) return WHEN_EMPTY[name] ?? `${name} is missing.`;
  if (issue.code === 'invalid_format') return `${name} must have no control characters or direction marks.`;
  return `${name} must be ${demandOf(field)}.`;
}

/** Characters of a stranger's word that are said again. */
const NAMED = 40;

/** Of a number that is out of its range. */
function boundOf(issue: z.core.$ZodIssue): string | null {
  if (issue.code === 'too_small' && issue.origin === 'number') return `must be at least ${issue.minimum}`;
  if (issue.code === 'too_big' && issue.origin === 'number') return `must be at most ${issue.maximum}`;
  return null;
}

function demandOf(field: unknown): string {
  if (field instanceof z.ZodNullable) return `${demandOf(field.unwrap())} or null`;
  if (field instanceof z.ZodNumber) {
    return `a ${field.isInt ? 'whole ' : ''}number from ${field.minValue} to ${field.maxValue}`;
  }
  if (field instanceof z.ZodEnum) return `one of ${field.options.join(', ')}`;
  if (field instanceof z.ZodString) {
    return field.maxLength === null ? 'text' : `a single text of at most ${field.maxLength} characters`;
  }
  if (field instanceof z.ZodRecord) return 'an object, a value for each name';
  return 'of the right form';
}

/** Without what makes it optional. */
function bare(field: unknown): unknown {
  return field instanceof z.ZodDefault || field instanceof z.ZodOptional ? bare(field.unwrap()) : field;
}
