/** The graph on screen as a file of its own. */

import { pick } from '../../graph/export/part-of-view.ts';
import {
  gatherShare,
  type ShareAsker,
  type ShareChoice,
  type ShareHooks,
  type ShareTie,
  writeSharePage,
} from '../../graph/export/share-file.ts';
import { api } from '../api.ts';
import type { MapScene } from '../sigma/map-scene.ts';
import { useView } from '../state/view.ts';
import { drawnIds } from './scope.ts';
import { viewInWords } from './view-words.ts';
import { sizeInWords } from './words.ts';

const askerOf = (signal: AbortSignal): ShareAsker => ({
  limits: () => api.shareLimits(signal),
  status: () => api.status(signal),
  themes: () => api.themes(signal),
  themeMap: () => api.graph({ lens: 'themes' }, signal).catch(() => null),
  ties: async (id) => {
    const file = await api.exportFile({ format: 'node-link', nodes: { id } }, signal);
    return (JSON.parse(await file.text()) as { links: ShareTie[] }).links;
  },
  answers: (ids, abstracts) => api.shareAnswers({ ids, abstracts }, signal),
});

/** What is drawn now, where it lies now; null where nothing is. */
export function choiceOf(
  scene: MapScene | undefined,
  { title, abstracts }: Pick<ShareChoice, 'title' | 'abstracts'>,
): ShareChoice | null {
  if (!scene?.view) return null;
  const drawn = new Set(drawnIds(scene));
  const { view, graph } = scene;
  const kept = view.nodes.id.flatMap((id, i) => (drawn.has(id) ? [i] : []));
  const part = pick(
    view,
    kept,
    view.edges.source.map((_, i) => i),
  );
  part.nodes.x = part.nodes.id.map((id) => graph.getNodeAttribute(id, 'x'));
  part.nodes.y = part.nodes.id.map((id) => graph.getNodeAttribute(id, 'y'));
  const about = viewInWords(view, drawn.size);
  return {
    view: part,
    lens: useView.getState().lens,
    title: title.trim() || 'Lacuna',
    about,
    address: addressOf(window.location),
    abstracts,
  };
}

/** A limit means nothing where all is drawn. */
const addressOf = ({ hash }: Location): string =>
  hash
    .replace(/^#/, '')
    .split('&')
    .filter((part) => !part.startsWith('limit='))
    .join('&');

/** Throws what the server says, and an error for a file beyond the limit. */
export async function makeFile(choice: ShareChoice, hooks: ShareHooks): Promise<Blob> {
  const [shared, template, limits] = await Promise.all([
    gatherShare(askerOf(hooks.signal), choice, hooks),
    api.shareTemplate(hooks.signal),
    api.shareLimits(hooks.signal),
  ]);
  const blob = new Blob([await writeSharePage(template, shared)], { type: 'text/html' });
  if (blob.size > limits.bytes) {
    throw new Error(
      `it would have ${sizeInWords(blob.size)}, and the limit (shareBytes) is ${sizeInWords(limits.bytes)}. Narrow the view, or leave out abstracts.`,
    );
  }
  return blob;
}
