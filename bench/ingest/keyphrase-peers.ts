import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { KEY_FREE_PEERS } from '../../tests/eval/peers.ts';

const SCRIPT = join(import.meta.dirname, 'keyphrase_peers.py');
const PYTHON = process.env.LACUNA_PYTHON ?? 'python3';

export interface KeyphrasePeer {
  /** As in `keyphrase_peers.py`, and on PyPI. */
  package: string;
  name: string;
  /** F1 of a document's terms and of the links between papers on SciERC, percent; null where nobody measured. */
  terms: number | null;
  links: number | null;
}

const known = (name: string): { terms: number | null; links: number | null } => {
  const figures = KEY_FREE_PEERS.find((peer) => peer.name === name)?.figures;
  return { terms: figures?.terms ?? null, links: figures?.shared ?? null };
};

/** What needs no key and no training, and comes with `pip install`. */
export const KEYPHRASE_PEERS: readonly KeyphrasePeer[] = [
  { package: 'yake', name: 'YAKE, 1 to 3 words', ...known('YAKE') },
  { package: 'summa', name: 'TextRank (summa)', terms: null, links: null },
  { package: 'scikit-learn', name: 'TF-IDF, 1 to 3 words (scikit-learn)', terms: null, links: null },
];

export interface PeerAnswer {
  version: string;
  papers: number;
  /** CPU. */
  seconds: number;
  megabytes: number;
  nodes: number;
  edges: number;
}

/** Null where it, or NetworkX, is not installed. */
export function askKeyphrasePeer({ package: name }: KeyphrasePeer, file: string): PeerAnswer | null {
  const { status, stdout, stderr } = spawnSync(PYTHON, [SCRIPT, name, file], { encoding: 'utf8' });
  if (status === 0) return JSON.parse(stdout) as PeerAnswer;
  if (status === 3 || stderr?.includes('ModuleNotFoundError') || status === null) return null;
  throw new Error(`${name} failed: ${stderr}`);
}
