/**
 * What others measured on the same sets with the same scorer, from `facts/extraction.md` of the measuring data
 * (November 2026, two shared cores). F1 in percent unless said otherwise; speed in documents per CPU second of
 * one process.
 */
export interface Peer {
  name: string;
  figures: Readonly<Record<string, number>>;
  perCpuSecond?: number;
  /** Until the first answer. */
  coldSeconds?: number;
  /** As installed; of a trained model, the model alone. */
  megabytes?: number;
}

export interface PeerGroup {
  title: string;
  peers: readonly Peer[];
}

/** As a user would pick them: no training, no key, no kinds. On SciERC's test half, and Inspec's for keyphrases. */
export const KEY_FREE_PEERS: readonly Peer[] = [
  {
    name: 'MiniLM ranking of spaCy chunks',
    figures: { exact: 51.9, terms: 52.3, shared: 14.8, keyphrasesAt10: 37.7 },
    perCpuSecond: 8,
    coldSeconds: 23,
    megabytes: 922,
  },
  {
    name: 'spaCy noun chunks',
    figures: { exact: 45.0, terms: 45.5, shared: 4.5, keyphrasesAt10: 29.5 },
    perCpuSecond: 66,
    coldSeconds: 3.8,
    megabytes: 153,
  },
  {
    name: 'pytextrank',
    figures: { exact: 32.3, terms: 45.5, shared: 5.3, keyphrasesAt10: 32.7 },
    perCpuSecond: 27,
    coldSeconds: 9,
    megabytes: 222,
  },
  {
    name: 'pke PositionRank',
    figures: { exact: 43.1, terms: 43.6, shared: 3.2, keyphrasesAt10: 33.1 },
    perCpuSecond: 11,
    coldSeconds: 12,
    megabytes: 720,
  },
  {
    name: 'wink POS pattern',
    figures: { exact: 37.9, terms: 37.8, shared: 3.6, keyphrasesAt10: 26.7 },
    perCpuSecond: 791,
    coldSeconds: 0.2,
    megabytes: 145,
  },
  {
    name: 'compromise',
    figures: { exact: 36.5, terms: 36.9, shared: 2.8, keyphrasesAt10: 21.2 },
    perCpuSecond: 45,
    coldSeconds: 0.3,
    megabytes: 166,
  },
  {
    name: 'RAKE',
    figures: { exact: 32.2, terms: 32.9, shared: 2.7, keyphrasesAt10: 27.1 },
    perCpuSecond: 3432,
    coldSeconds: 6.5,
    megabytes: 195,
  },
  {
    name: 'YAKE',
    figures: { exact: 26.5, terms: 22.9, shared: 2.0, keyphrasesAt10: 19.8 },
    perCpuSecond: 108,
    coldSeconds: 0.6,
    megabytes: 63,
  },
  {
    name: 'KeyBERT, one to three words',
    figures: { exact: 29.7, terms: 17.2, shared: 0.7 },
    perCpuSecond: 3,
    coldSeconds: 31,
    megabytes: 803,
  },
];

export const UNTRAINED_ON_SCIERC: PeerGroup = { title: 'without training, no kinds', peers: KEY_FREE_PEERS };

/** Not comparable with an extractor that never saw SciERC: these were trained on its 350 training abstracts. */
export const TRAINED_ON_SCIERC: PeerGroup = {
  title: 'trained on the training half of this set',
  peers: [
    {
      name: 'CRF in plain JavaScript',
      figures: { exact: 64.6, terms: 65.0, typedAll: 54.1 },
      perCpuSecond: 277,
      coldSeconds: 0.5,
      megabytes: 0.39,
    },
    {
      name: 'CRF with word clusters',
      figures: { exact: 66.1, terms: 66.3, shared: 56.1, typedAll: 54.8 },
      perCpuSecond: 280,
      coldSeconds: 1.2,
      megabytes: 0.99,
    },
    {
      name: 'CRF distilled from MiniLM',
      figures: { exact: 70.5, terms: 70.5, typed: 59.5 },
      perCpuSecond: 300,
    },
    {
      name: 'MiniLM token classifier',
      figures: { exact: 74.7, terms: 75.1, shared: 67.2, typedAll: 62.6 },
      perCpuSecond: 30,
      coldSeconds: 1.4,
      megabytes: 90,
    },
    {
      name: 'the same, int8 ONNX',
      figures: { exact: 74.2, terms: 74.6, shared: 65.3, typedAll: 61.4 },
      perCpuSecond: 53,
      coldSeconds: 0.3,
      megabytes: 23,
    },
  ],
};

export const ON_INSPEC: PeerGroup = {
  title: 'without training',
  peers: KEY_FREE_PEERS.filter(({ figures }) => figures.keyphrasesAt10 !== undefined),
};

export const ON_MED1250: PeerGroup = {
  title: 'without training; precision 94.6, recall 74.6',
  peers: [{ name: 'Schwartz and Hearst 2003', figures: { acronyms: 83.4 } }],
};

export const ON_NAMED_SYSTEM: PeerGroup = {
  title: 'without training',
  peers: [{ name: 'plain pattern', figures: { named: 66.7 } }],
};

/** Two readers of ten abstracts of the gold, as told with it: F1 in percent. */
export const GOLD_READERS = { documents: 10, exact: 95.7, typed: 94.2 } as const;
