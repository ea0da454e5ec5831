import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parametersIn, splitStatements, statementAt } from '../../../web/panels/cypher/text/statements.ts';
import { tokensOf } from '../../../web/panels/cypher/text/tokens.ts';

const texts = (text: string) => splitStatements(text).map((part) => part.text);

describe('several statements', () => {
  it('are cut at semicolons, but not in strings, comments and backticks', () => {
    expect(texts('RETURN 1; RETURN 2;\n\n;RETURN 3')).toEqual(['RETURN 1', 'RETURN 2', 'RETURN 3']);
    expect(texts(`RETURN "a;b", 'it\\';s', \`x;\`\`;y\` // no; not here\n; RETURN 2 /* ; */`)).toEqual([
      `RETURN "a;b", 'it\\';s', \`x;\`\`;y\` // no; not here`,
      'RETURN 2 /* ; */',
    ]);
    expect(texts('RETURN "never closed; RETURN 2')).toEqual(['RETURN "never closed; RETURN 2']);
    expect(texts(' /* nothing */ ; // at all\n ;;')).toEqual([]);
  });

  it('know where they stand', () => {
    const text = '  RETURN 1 ;\nRETURN 2;  ';
    const parts = splitStatements(text);
    for (const { text: own, from, to } of parts) expect(text.slice(from, to)).toBe(own);
    const at = (position: number) => statementAt(parts, position)?.text;
    expect([0, 3, 12].map(at)).toEqual(['RETURN 1', 'RETURN 1', 'RETURN 1']);
    expect([13, 20, 22, 24].map(at)).toEqual(['RETURN 2', 'RETURN 2', 'RETURN 2', 'RETURN 2']);
    expect(statementAt([], 0)).toBeNull();
  });

  it('lose nothing of any text but space, comments and semicolons', () => {
    const any = fc.array(
      fc.constantFrom('RETURN', ' ', ';', '"', "'", '`', '\\', '/*', '*/', '//', '\n', '$a', '1', 'é'),
    );
    fc.assert(
      fc.property(any, (pieces) => {
        const text = pieces.join('');
        const tokens = tokensOf(text);
        let end = 0;
        for (const { from, to } of tokens) {
          expect(text.slice(end, from).trim()).toBe('');
          expect(to).toBeGreaterThan(from);
          end = to;
        }
        expect(text.slice(end).trim()).toBe('');
        const parts = splitStatements(text);
        for (const part of parts) expect(text.slice(part.from, part.to)).toBe(part.text);
      }),
      { seed: 7 },
    );
  });
});

describe('the parameters of a statement', () => {
  it('are its names after a dollar sign, each once', () => {
    expect(
      parametersIn('MATCH (p {id: $id}) WHERE p.year > $since RETURN $id, "$no", $`two words` // $neither'),
    ).toEqual(['id', 'since', 'two words']);
    expect(parametersIn('RETURN $1, $ a')).toEqual(['1']);
  });
});
