/** What the map shows, in a line: for a picture's foot, a file's title and its manifest. */
import type { GraphView, Lens } from '../../graph/contract.ts';
import { count } from '../components/words.ts';
import { drawnName, drawnThemeName } from '../drawn-name.ts';
import { chipsOf } from '../panels/filters/filter-chips.ts';
import { useView } from '../state/view.ts';
import { choiceOf } from '../state/view-history.ts';

const LENS_WORDS: Readonly<Record<Lens, string>> = {
  all: 'Papers and concepts',
  concepts: 'Concepts',
  papers: 'Papers',
  themes: 'Themes',
  ego: 'Neighbourhood',
  query: 'What a statement returns',
};

export function viewInWords(view: GraphView, drawn: number): string {
  const papers = view.nodes.kind.filter((kind) => kind === 'Paper').length;
  const choice = choiceOf(useView.getState());
  const { of } = view.shown;
  const nodes = drawn < of ? `${count(drawn, 'node')} of ${of.toLocaleString('en')}` : count(drawn, 'node');
  const parts = [LENS_WORDS[choice.lens], nodes];
  if (papers > 0) parts.push(count(papers, 'paper'));
  // The names of what is drawn are always known; when the last ingest was is not said here.
  const names = { theme: drawnThemeName, node: drawnName, lastIngest: null };
  parts.push(...chipsOf(choice, names).map(({ label }) => label));
  return parts.join(' · ');
}

/** `21 November 2026`. */
export const today = (now = new Date()): string =>
  now.toLocaleDateString('en-GB', { day: 'numeric', month: 'long', year: 'numeric' });
