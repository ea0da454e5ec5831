/** The reason that a bench gives where nobody has looked for one yet. */
export const NOT_LOOKED_INTO = 'not looked into';

export interface Reason {
  /** As the file of the bench is called. */
  bench: string;
  /** What the verdict that it explains begins with. */
  asked: string;
  /** As measured, so that it can be held against the next measurement. */
  reason: string;
}

/**
 * Why something that was asked falls short, found by looking into it after it was measured: never a guess. What still is to be
 * found out has no entry.
 */
export const REASONS: readonly Reason[] = [
  {
    bench: 'big',
    asked: 'the server’s event loop is never held longer',
    reason:
      'Some of the work goes on in one piece, and others get their turn before and after it, not within: in a profile of the first questions of a client without a browser these were the ranking of nodes for the first map, the reading of the words for questions (with a collection of garbage) and the choice of edges for a map of 10,000 nodes. Six such starts held it for 99 to 155 ms at the longest; how much the browser on the same two cores adds was not told apart.',
  },
  {
    bench: 'queries',
    asked: 'no statement takes longer through our store',
    reason:
      'It is slower on the two with the longest answers (readGaps, readMentionEdges): our store checks each value and makes a plain one of it, a row at a time, where a bare session keeps the driver’s records. At 50,000 papers it is as fast or faster on all others, since it asks without a transaction of its own.',
  },
  {
    bench: 'layout',
    asked: 'no other layout is faster, however good',
    reason:
      'The faster one keeps 3 in 1,000 of a node’s neighbours near it where ours keeps 314: a tangle. Of the layouts that keep more than 1 in 100 at that size none is faster.',
  },
  {
    bench: 'map',
    asked: 'start: the main thread’s time',
    reason:
      'In a profile of 257 ms, on an earlier version, 72 were waiting for shaders, which the processor compiles in place of a graphics card, 26 went to WebGL’s contexts and 30 to writing the first names; force-graph has no shaders and writes no names. At 10,000 nodes plain Sigma takes longer than we do.',
  },
  {
    bench: 'map',
    asked: 'pan: the main thread’s time',
    reason:
      'cytoscape.js moves a picture of the map there. Of our 17 ms at 5,000 nodes 5.7 are JavaScript, where plain Sigma has 1 of 11: regions, and names that keep off each other, are drawn on canvases by the main thread, and plain Sigma draws neither.',
  },
  {
    bench: 'map',
    asked: 'zoom: the main thread’s time',
    reason:
      'cytoscape.js moves a picture of the map there. Of our 16 ms at 10,000 nodes 4.6 are JavaScript, where plain Sigma has 1.3 of 12: regions, and names that keep off each other, are drawn on canvases by the main thread, and plain Sigma draws neither.',
  },
  {
    bench: 'map',
    asked: 'rest: the main thread’s time',
    reason:
      'Regions, and names that keep off each other, are drawn on canvases by the main thread; plain Sigma draws neither. Of the 49 ms at 5,000 nodes 11 are JavaScript, where plain Sigma has 1 of 17.',
  },
  {
    bench: 'map',
    asked: 'hover: the main thread’s time',
    reason:
      'Of it 104 ms are JavaScript, where plain Sigma has 97: Sigma asks again how each node and edge looks. force-graph asks nothing and writes no names.',
  },
  {
    bench: 'map',
    asked: 'a frame of 10,000 nodes under 100 ms of the main thread',
    reason:
      'A pan takes 15 ms of the main thread and a zoom 16, the mean of their frames. At a hover Sigma asks again how each of 10,000 nodes and 50,000 links looks, 104 ms of JavaScript, 97 in plain Sigma. The server sends 1,500 nodes unless it is asked for more.',
  },
  {
    bench: 'map',
    asked: 'no more heap than any peer',
    reason:
      'graphology, which all of the map stands on, keeps objects for each node and link where force-graph keeps bare ones: plain Sigma on it takes 17.4 of our 20.6 MB.',
  },
  {
    bench: 'store',
    asked: 'Embedded store: a first load',
    reason:
      'A thousand papers are written in 20 transactions, each a line of the journal too, through a pipe to the process that holds the store; the bare loop writes whole tables in its own process and has no journal. In transactions of 200 papers it took an eighth less. The larger the graph the less it matters: 100 % at 19,286 papers.',
  },
  {
    bench: 'store',
    asked: 'Embedded store: one paper in 100 later',
    reason:
      'Of 5.4 s at 19,286 papers the writes are 0.3 and the reads that tell what is stored 1.9; the others work out what differs, which looks at every paper.',
  },
  {
    bench: 'store',
    asked: 'Neo4j: one paper in 100 later',
    reason:
      'Of 2.6 s at 5,000 papers the writes are 0.2 and the reads that tell what is stored 1.7; the others work out what differs.',
  },
  {
    bench: 'themes',
    asked: 'Leiden no slower than igraph’s, two iterations',
    reason:
      'The same steps in JavaScript as in C. In a profile of that graph four fifths of it are the two loops over a node’s ties, moving and refining, in equal parts, and nothing else is above a tenth; warmed up by 400 runs it takes a tenth less. At a million ties it is 1.07 times by the clock, and 1.38 in CPU seconds, which count the threads that collect garbage and compile.',
  },
  {
    bench: 'themes',
    asked: 'Leiden no slower than igraph’s, from pairs',
    reason:
      'As a run alone: ours goes on for longer. On that graph it rests after 10.9 iterations on average, and ends after 6 with the modularity at which igraph rests (0.555), for 0.049 CPU s, igraph’s 0.053.',
  },
  {
    bench: 'themes',
    asked: 'Leiden no slower than igraph’s, a run alone',
    reason:
      'It goes on for longer: until no node moves at all, 10.9 iterations on average on that graph. Stopped after 6 it has the modularity at which igraph rests (0.555), for 0.049 CPU s, igraph’s 0.053.',
  },
];

/** What was found out about a verdict that falls short; what the bench itself said of it otherwise. */
export function reasonOf(bench: string, asked: string, said: string | undefined): string | undefined {
  if (said !== undefined && said !== NOT_LOOKED_INTO) return said;
  return REASONS.find((one) => one.bench === bench && asked.startsWith(one.asked))?.reason ?? said;
}
