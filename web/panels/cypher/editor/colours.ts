/** Colours the tokens of what is in sight. */
import { RangeSetBuilder } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { type Token, tokensOf } from '../text/tokens.ts';

const KEYWORDS = new Set(
  `all allshortestpaths and any as asc ascending begin by call case collect contains count cypher desc descending
  distinct else end ends exists explain false filter finish from in into is join let limit load match nan none nor not
  null of offset on optional or order path paths profile reduce return shortest shortestpath single skip starts then
  true union unwind use using when where with xor yield create delete detach drop foreach insert merge remove set
  show terminate index constraint`
    .split(/\s+/)
    .filter(Boolean),
);

const MARKS = {
  comment: Decoration.mark({ class: 'ly-comment' }),
  string: Decoration.mark({ class: 'ly-string' }),
  number: Decoration.mark({ class: 'ly-number' }),
  parameter: Decoration.mark({ class: 'ly-parameter' }),
  keyword: Decoration.mark({ class: 'ly-keyword' }),
  label: Decoration.mark({ class: 'ly-label' }),
  call: Decoration.mark({ class: 'ly-call' }),
};

function markOf(token: Token, before: string, after: string, text: string): Decoration | null {
  const { kind } = token;
  if (kind === 'sign') return null;
  if (kind !== 'word' && kind !== 'quoted') return MARKS[kind];
  if (/[:|&!]/.test(before)) return MARKS.label;
  if (kind === 'quoted' || before === '.') return null;
  if (KEYWORDS.has(text.slice(token.from, token.to).toLowerCase())) return MARKS.keyword;
  return after === '(' ? MARKS.call : null;
}

function marksOf(view: EditorView): DecorationSet {
  const text = view.state.doc.toString();
  const tokens = tokensOf(text);
  const builder = new RangeSetBuilder<Decoration>();
  const signOf = (token: Token | undefined): string => (token?.kind === 'sign' ? text[token.from]! : '');
  for (const { from, to } of view.visibleRanges) {
    tokens.forEach((token, i) => {
      if (token.to <= from || token.from >= to) return;
      const mark = markOf(token, signOf(tokens[i - 1]), signOf(tokens[i + 1]), text);
      if (mark) builder.add(Math.max(from, token.from), Math.min(to, token.to), mark);
    });
  }
  return builder.finish();
}

export const cypherColours = ViewPlugin.fromClass(
  class {
    decorations: DecorationSet;
    constructor(view: EditorView) {
      this.decorations = marksOf(view);
    }
    update(update: ViewUpdate) {
      if (update.docChanged || update.viewportChanged) this.decorations = marksOf(update.view);
    }
  },
  { decorations: ({ decorations }) => decorations },
);
