import { tokenize } from './tokens.ts';

interface Lack {
  construct: string;
  advice: string;
}

const AT_THE_START: Readonly<Record<string, Lack>> = {
  USE: { construct: 'USE', advice: 'leave it out: there is one graph' },
  SHOW: {
    construct: 'SHOW',
    advice: 'CALL db.labels(), db.relationshipTypes() or db.propertyKeys() tell what is there',
  },
  FOREACH: { construct: 'FOREACH', advice: 'write UNWIND list AS x' },
};

const WITHIN: Readonly<Record<string, Lack>> = {
  LET: { construct: 'LET', advice: 'write WITH *, … AS name' },
  FILTER: { construct: 'FILTER', advice: 'write WITH * WHERE …' },
  TYPED: { construct: 'IS :: and IS TYPED', advice: 'test for what you expect: toInteger(x) = x' },
  BOTH: { construct: 'trim(BOTH … FROM …)', advice: 'write trim(x) or replace(x, a, b)' },
  LEADING: { construct: 'trim(LEADING … FROM …)', advice: 'write lTrim(x)' },
  TRAILING: { construct: 'trim(TRAILING … FROM …)', advice: 'write rTrim(x)' },
};

/** What a statement that neither side could read asks for, where it can be told by its words. */
export function lackIn(text: string): (Lack & { offset: number }) | null {
  const tokens = tokenize(text);
  for (const [index, { kind, text: word, at }] of tokens.entries()) {
    const before = tokens[index - 1];
    if (kind === 'symbol' && word === '::') return { ...WITHIN.TYPED!, offset: at };
    if (kind !== 'word') continue;
    if (before?.kind === 'number' && before.end === at && word.startsWith('_')) {
      return { construct: 'number with underscores', advice: 'write 1000', offset: before.at };
    }
    const found = index === 0 ? AT_THE_START[word.toUpperCase()] : WITHIN[word.toUpperCase()];
    if (found) return { ...found, offset: at };
  }
  return null;
}
