import type { Statement } from '../store.ts';
import { type TypedParameter, typedParameters } from '../typed-parameters.ts';

const BLANK = '\\s+|\\/\\/[^\\n\\r]*|\\/\\*[\\s\\S]*?(?:\\*\\/|$)';
const TEXT = `'(?:\\\\[\\s\\S]|[^'\\\\])*(?:'|$)|"(?:\\\\[\\s\\S]|[^"\\\\])*(?:"|$)`;
const QUOTED = '`(?:``|[^`])*(?:`|$)';
const PARAMETER = `\\$(?:${BLANK})*(?:(?<name>[\\p{L}_][\\p{L}\\p{N}_]*)|(?<quoted>${QUOTED}))`;
const TOKEN = new RegExp(`${BLANK}|${TEXT}|${PARAMETER}|${QUOTED}`, 'gu');

/** Parameters as the engine takes them. It takes a whole number for an integer, so the text must say `toFloat` of those. */
export class EngineParameters {
  readonly values: Record<string, unknown>;
  private readonly floats: ReadonlySet<string>;

  constructor(statement: Statement) {
    const types = typedParameters(statement);
    const entries = Object.entries(statement.parameters);
    this.values = Object.fromEntries(entries.map(([name, value]) => [name, typed(types.get(name)) ?? value]));
    const whole = [...types].filter(([, one]) => one.type === 'float' && Number.isInteger(one.value));
    this.floats = new Set(whole.map(([name]) => name));
  }

  withFloats(text: string): string {
    if (this.floats.size === 0) return text;
    return text.replace(TOKEN, (token: string, ...rest: unknown[]) => {
      const { name, quoted } = rest.at(-1) as { name?: string; quoted?: string };
      const parameter = name ?? quoted?.slice(1, -1).replaceAll('``', '`');
      return parameter !== undefined && this.floats.has(parameter) ? `toFloat(${token})` : token;
    });
  }
}

function typed(one: TypedParameter | undefined): unknown {
  if (one?.type === 'date') return { $date: one.text };
  if (one?.type === 'datetime') return { $zoned_datetime: one.text };
  return undefined;
}
