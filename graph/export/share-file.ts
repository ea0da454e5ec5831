/**
 * A graph in a file of its own: what is gathered for it from the interface, and how it is put into the page that shows
 * it. Runs in a browser and on the command line alike; whoever calls brings the way to ask.
 */
import type { GraphView, Lens, ShareAnswers, ShareLimits, Status, Themes } from '../contract.ts';
import { LacunaError } from '../errors.ts';
import { escapeHtml } from './escape-html.ts';
import { onlyNodes, withEdges } from './part-of-view.ts';

export interface ShareAsker {
  limits(): Promise<ShareLimits>;
  status(): Promise<Status>;
  themes(): Promise<Themes>;
  /** The map of themes; null where there is none. */
  themeMap(): Promise<GraphView | null>;
  /** All that ties these nodes. */
  ties(ids: string[]): Promise<ShareTie[]>;
  answers(ids: string[], abstracts: boolean): Promise<ShareAnswers>;
}

export interface ShareTie {
  source: string;
  target: string;
  type: string;
  weight: number;
}

export interface ShareChoice {
  /** What is on screen: its nodes go into the file. */
  view: GraphView;
  lens: Lens;
  title: string;
  /** What is shown, in a line. */
  about: string;
  /** The part of the address after `#`, at which the file opens. */
  address: string;
  abstracts: boolean;
}

/** What a reader must know of how the file came about. */
export interface ShareManifest {
  readonly title: string;
  readonly about: string;
  /** When it was made, as ISO 8601. */
  readonly made: string;
  readonly lacuna: string;
  readonly store: string;
  readonly counts: Status['counts'];
  /** What is in the file. */
  readonly held: { readonly papers: number; readonly concepts: number; readonly links: number };
  readonly abstracts: boolean;
  /** What was left out, in sentences. */
  readonly capped: readonly string[];
  /** Settings, seed and versions of the analysis; null before the first. */
  readonly run: Status['run'];
}

export interface SharedGraph {
  readonly manifest: ShareManifest;
  readonly address: string;
  readonly views: Partial<Record<Lens, GraphView>>;
  readonly status: Status;
  readonly themes: Themes;
  /** By the address where each is given. */
  readonly answers: ShareAnswers['answers'];
}

export interface ShareHooks {
  /** So many papers, concepts and themes of all are gathered. */
  progress(done: number, total: number): void;
  signal: AbortSignal;
}

/** Types of ties that each lens draws. */
const DRAWN: Partial<Record<Lens, readonly string[]>> = {
  all: ['MENTIONS', 'INTRODUCES'],
  concepts: ['CO_OCCURS'],
  papers: ['SHARES'],
};
/** Links of a view that the server did not draw itself, the strongest. */
const MOST_LINKS = 6000;

/** Throws when the signal is aborted, and what the asker throws. */
export async function gatherShare(
  ask: ShareAsker,
  choice: ShareChoice,
  { progress, signal }: ShareHooks,
): Promise<SharedGraph> {
  const [limits, status, themes, themeMap] = await Promise.all([
    ask.limits(),
    ask.status(),
    ask.themes(),
    ask.themeMap(),
  ]);
  const all = choice.view.nodes.id;
  const view =
    all.length > limits.nodes ? onlyNodes(choice.view, new Set(all.slice(0, limits.nodes))) : choice.view;
  const ids = [
    ...new Set([...view.nodes.id, ...view.themes.map(({ id }) => id), ...(themeMap?.nodes.id ?? [])]),
  ];
  const answers: ShareAnswers['answers'] = {};
  for (let done = 0; done < ids.length; done += limits.batch) {
    signal.throwIfAborted();
    progress(done, ids.length);
    Object.assign(
      answers,
      (await ask.answers(ids.slice(done, done + limits.batch), choice.abstracts)).answers,
    );
  }
  progress(ids.length, ids.length);
  const ties = await ask.ties(view.nodes.id);
  signal.throwIfAborted();
  const views = viewsOf(view, choice.lens, ties);
  if (themeMap && !views.themes) views.themes = themeMap;
  return {
    manifest: manifestOf(choice, view, status),
    address: choice.address,
    views,
    status: { ...status, editable: false, questionModel: null },
    themes: { ...themes, editable: false },
    answers,
  };
}

/** The view as it is, and the same nodes under the other lenses. */
function viewsOf(view: GraphView, lens: Lens, ties: readonly ShareTie[]): SharedGraph['views'] {
  const { length: of } = view.nodes.id;
  const views: SharedGraph['views'] = { [lens]: { ...view, shown: { ...view.shown, of } } };
  for (const other of ['all', 'concepts', 'papers'] as const) {
    if (views[other]) continue;
    const wanted = view.nodes.id.filter((_, i) => {
      const kind = view.nodes.kind[i]!;
      if (kind === 'Theme') return false;
      return other === 'all' || (kind === 'Paper') === (other === 'papers');
    });
    if (wanted.length === 0) continue;
    const drawn = ties
      .filter(({ type }) => DRAWN[other]!.includes(type))
      .sort((one, another) => another.weight - one.weight)
      .slice(0, MOST_LINKS);
    const part = onlyNodes(view, new Set(wanted));
    // How many more the store has under this lens is not asked.
    const shown = { ...part.shown, of: wanted.length };
    views[other] = { ...withEdges(part, drawn), shown };
  }
  return views;
}

function manifestOf(choice: ShareChoice, view: GraphView, status: Status): ShareManifest {
  const drawn = choice.view.nodes.id.length;
  const { length: held } = view.nodes.id;
  const { of } = choice.view.shown;
  const say = (number: number) => number.toLocaleString('en');
  const papers = view.nodes.kind.filter((kind) => kind === 'Paper').length;
  return {
    title: choice.title,
    about: choice.about,
    made: new Date().toISOString(),
    lacuna: status.version,
    store: status.store.engine,
    counts: status.counts,
    held: { papers, concepts: held - papers, links: view.edges.source.length },
    abstracts: choice.abstracts,
    capped: [
      ...(drawn < of ? [`The map showed ${say(drawn)} of ${say(of)} nodes.`] : []),
      ...(held < drawn ? [`The file holds the first ${say(held)} of them (shareNodes).`] : []),
      ...(choice.abstracts ? [] : ['Abstracts and the sentences from them are left out.']),
    ],
    run: status.run,
  };
}

/** Where the page looks for its data, and its facts for a reader of the source. */
export const SHARE_DATA_ID = 'lacuna-data';
export const SHARE_MANIFEST_ID = 'lacuna-manifest';
const DATA_MARK = '<!--lacuna-data-->';
const TITLE = /<title>[^<]*<\/title>/;

/** The finished page. Throws `internal` for a template that is none. */
export async function writeSharePage(template: string, shared: SharedGraph): Promise<string> {
  if (!template.includes(DATA_MARK) || !TITLE.test(template)) {
    throw new LacunaError('internal', 'The page for files of their own is not built as it should be.');
  }
  const data = await pack(JSON.stringify(shared));
  const elements =
    `<script type="application/json" id="${SHARE_MANIFEST_ID}">${scriptSafe(JSON.stringify(shared.manifest, null, 1))}</script>\n` +
    `<script type="application/octet-stream" id="${SHARE_DATA_ID}">${data}</script>`;
  return template
    .replace(TITLE, () => `<title>${escapeHtml(shared.manifest.title)}</title>`)
    .replace(DATA_MARK, () => elements);
}

/** Gzip in Base64: no character of it means anything in HTML. */
async function pack(text: string): Promise<string> {
  const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = '';
  for (let at = 0; at < bytes.length; at += 0x8000) {
    binary += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  }
  return btoa(binary);
}

/** The inverse of `pack`. */
export async function unpackShared(text: string): Promise<SharedGraph> {
  const bytes = Uint8Array.from(atob(text.trim()), (character) => character.charCodeAt(0));
  const whole = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return (await new Response(whole).json()) as SharedGraph;
}

/** JSON that can't end the element that it stands in, and that scripts can read. */
export function scriptSafe(json: string): string {
  return json.replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
