import type { Cell } from '../store/store.ts';
import { type ExportNode, kindOf, labelOf } from './graph-source.ts';

/** Characters that XML 1.0 cannot hold even when escaped: control characters, lone surrogates, non-characters. */
const FORBIDDEN = /[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/gu;

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
  '\r': '&#13;',
};

/** Safe as element text and as attribute value. */
export const escapeXml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"\n\t\r]/g, (character) => ESCAPES[character]!);

/** What both graph formats carry of a node or edge; lists are joined, since neither format has them. */
export const ATTRIBUTES = {
  node: {
    label: 'string',
    kind: 'string',
    year: 'integer',
    venue: 'string',
    doi: 'string',
    papers: 'integer',
    theme: 'string',
    aliases: 'string',
  },
  edge: { type: 'string', weight: 'double' },
} as const;

export type AttributeOf<T extends keyof typeof ATTRIBUTES> = keyof (typeof ATTRIBUTES)[T];

export function nodeAttributes(node: ExportNode): Partial<Record<AttributeOf<'node'>, string | number>> {
  const p = node.properties;
  const attributes: Partial<Record<AttributeOf<'node'>, Cell | undefined>> = {
    label: labelOf(node),
    kind: kindOf(node),
    year: p.year,
    venue: p.venue,
    doi: p.doi,
    papers: p.paperCount,
    theme: node.theme?.label,
    aliases: Array.isArray(p.aliases) && p.aliases.length > 0 ? p.aliases.join('; ') : null,
  };
  return Object.fromEntries(
    Object.entries(attributes).filter(([, value]) => typeof value === 'string' || typeof value === 'number'),
  ) as Partial<Record<AttributeOf<'node'>, string | number>>;
}

/** One weight for each type of relation: the number that says how strong it is. */
export function weightOf(properties: Record<string, Cell>): number {
  for (const key of ['salience', 'strength', 'weight', 'share']) {
    const value = properties[key];
    if (typeof value === 'number' && value > 0) return value;
  }
  return 1;
}
