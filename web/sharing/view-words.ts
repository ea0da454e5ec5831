/** What the map shows, in a line: for a picture's foot, a file's title and its manifest. */
import type { GraphView, Lens } from '../../graph/contract.ts';
import { count } from '../components/words.ts';
import { FIRST_CHOICE, useView } from '../state/view.ts';

const LENS_WORDS: Readonly<Record<Lens, string>> = {
  all: 'Papers and concepts',
  concepts: 'Concepts',
  papers: 'Papers',
  themes: 'Themes',
  ego: 'Neighbourhood',
};

export function viewInWords(view: GraphView, drawn: number): string {
  const { lens, theme, narrowing, hidden } = useView.getState();
  const papers = view.nodes.kind.filter((kind) => kind === 'Paper').length;
  const parts = [LENS_WORDS[lens], `${count(drawn, 'node')} of ${view.shown.of.toLocaleString('en')}`];
  if (papers > 0) parts.push(count(papers, 'paper'));
  const alone = view.themes.find(({ id }) => id === theme);
  if (alone) parts.push(`theme: ${alone.label}`);
  if (narrowing !== FIRST_CHOICE.narrowing) parts.push('filtered');
  if (hidden.size > 0) parts.push(count(hidden.size, 'hidden node'));
  return parts.join(' · ');
}

/** `21 November 2026`. */
export const today = (now = new Date()): string =>
  now.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
