/** Where the page lives: with a server; in a file of its own, which can answer some questions only; in another page. */
import { create } from 'zustand';

export const HOSTS = ['server', 'file', 'frame'] as const;
export type Host = (typeof HOSTS)[number];

export const useHost = create<{ readonly host: Host }>()(() => ({ host: 'server' }));

/** True where the whole interface is to be had: Cypher, paths, comparisons, notes, gaps. */
export function useServer(): boolean {
  return useHost(({ host }) => host === 'server');
}
