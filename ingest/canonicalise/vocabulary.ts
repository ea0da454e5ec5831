import { ROLES, type Role, type Span } from '../../graph/schema.ts';
import type { Extraction, Mention } from '../extract/extractor.ts';
import type { AcronymSenses, Meaning } from './acronym-senses.ts';
import type { AcronymTable, LongForm } from './acronym-table.ts';
import type { CanonicalForm, CanonicalKeys } from './canonical-keys.ts';
import type { Concept, PaperConcept } from './concept.ts';
import type { Context, ContextReader } from './context.ts';
import { definitionsOf } from './definitions.ts';
import { type PaperRelation, relateConcepts } from './paper-relations.ts';
import type { Replay } from './replay.ts';
import { extentOf, salienceOf } from './salience.ts';
import { looksShort, MAX_SHORT_LENGTH, shortKey, tokensOf } from './tokens.ts';

/** One paper's mentions of one concept, while they are gathered. */
interface Tie {
  readonly conceptId: string;
  readonly spans: Span[];
  /** Summed confidence per role, in thousandths. */
  readonly roles: Map<Role, number>;
  introduces: boolean;
}

/** How forms find their concept. */
interface Lookup {
  readonly keys: CanonicalKeys;
  readonly senses: AcronymSenses;
  readonly acronyms: AcronymTable;
  readonly replay: Replay;
  readonly contexts: ContextReader;
  /** Every form that was observed; null for what names nothing. */
  readonly formBySurface: ReadonlyMap<string, CanonicalForm | null>;
}

/** A surface form that was observed. */
interface KnownForm {
  /** Its concept's; null for what names nothing. */
  readonly id: string | null;
  /** Whether it means the same in all papers that define no short form. */
  readonly isFixed: boolean;
  /** The form as a short form; null where it is none. */
  short: string | null | undefined;
}

/** What a paper's short forms mean to it, and by what it is compared with others. */
interface Reading {
  readonly own: ReadonlyMap<string, LongForm>;
  readonly ownIds: ReadonlyMap<string, string>;
  context: Context | null;
  readonly meanings: Map<string, Meaning | undefined>;
  readonly extraction: Extraction;
}

/** All concepts of a corpus, and the way from a paper's mentions to them. */
export class Vocabulary {
  /** Sorted by key. */
  readonly concepts: readonly Concept[];
  readonly #lookup: Lookup;
  readonly #idByKey: ReadonlyMap<string, string>;
  readonly #known = new Map<string, KnownForm>();
  #last: Reading | null = null;

  constructor(concepts: readonly Concept[], lookup: Lookup) {
    this.concepts = concepts;
    this.#lookup = lookup;
    this.#idByKey = new Map(concepts.map(({ key, id }) => [key, id]));
    for (const [surface, form] of lookup.formBySurface) {
      const isFixed = lookup.replay.isMoved(surface) || !looksShort(surface);
      this.#known.set(surface, { id: this.#idOf(surface, form), isFixed, short: undefined });
    }
  }

  /** The id of the concept that a further decision about this form would speak of; null where it would do nothing. */
  decidable(form: string): string | null {
    const key = this.#lookup.replay.current(form);
    return key === null ? null : (this.#idByKey.get(key) ?? null);
  }

  /**
   * A paper's concepts, sorted by id. A short form means what this paper says it means, else what it means
   * in papers like this one. Forms that were never observed are left out, unless they are of a known concept.
   */
  link(extraction: Extraction): PaperConcept[] {
    const reading = this.#read(extraction);
    const ties = new Map<string, Tie>();
    for (const mention of extraction.mentions) {
      const id = this.#conceptOf(mention.surface, reading);
      if (id !== null) addMention(tieOf(ties, id), mention);
    }
    for (const { name, span } of extraction.introductions) {
      const id = this.#conceptOf(name, reading);
      if (id === null) continue;
      const tie = tieOf(ties, id);
      tie.introduces = true;
      if (tie.spans.length === 0) tie.spans.push(bare(span));
    }
    const extent = extentOf(extraction.mentions);
    return [...ties.values()]
      .sort((a, b) => (a.conceptId < b.conceptId ? -1 : 1))
      .map((tie) => {
        const spans = distinctSpans(tie.spans);
        const role = tie.introduces ? 'introduces' : mainRole(tie.roles);
        return {
          paperId: extraction.id,
          conceptId: tie.conceptId,
          count: spans.length,
          salience: salienceOf(spans, role, extent),
          role,
          spans,
          introduces: tie.introduces,
        };
      });
  }

  /** What the paper's sentences say of two of its concepts, sorted. */
  relate(extraction: Extraction): PaperRelation[] {
    const reading = this.#read(extraction);
    return relateConcepts(extraction, (surface) => this.#conceptOf(surface, reading));
  }

  #idOf(surface: string, form: CanonicalForm | null): string | null {
    const key = form && this.#lookup.replay.keyOf(surface, form.key);
    return key === null ? null : (this.#idByKey.get(key) ?? null);
  }

  #conceptOf(surface: string, reading: Reading): string | null {
    const known = this.#known.get(surface);
    if (known?.isFixed && reading.own.size === 0) return known.id;
    const { keys, replay } = this.#lookup;
    if (!replay.isMoved(surface)) {
      const meant = this.#meantHere(surface, known, reading);
      if (meant !== null) return meant;
    }
    return known ? known.id : this.#idOf(surface, keys.of(surface));
  }

  /** The concept of a form whose short forms mean something else in this paper than everywhere; else null. */
  #meantHere(surface: string, known: KnownForm | undefined, reading: Reading): string | null {
    if (reading.own.size > 0) {
      const short = known?.short === undefined ? shortOf(surface) : known.short;
      if (known) known.short = short;
      const defined = short === null ? undefined : reading.ownIds.get(short);
      if (defined !== undefined) return defined;
    }
    if (known?.isFixed || !looksShort(surface)) return null;
    const { keys, acronyms } = this.#lookup;
    const tokens = tokensOf(surface);
    const meanings = new Map<string, Meaning>();
    for (const short of new Set([shortKey(tokens), ...tokens.map((token) => shortKey([token]))])) {
      const meaning = this.#meaning(short, reading);
      if (meaning !== undefined && meaning?.key !== acronyms.expand(short)?.key) meanings.set(short, meaning);
    }
    return meanings.size > 0 ? this.#idOf(surface, keys.of(surface, meanings)) : null;
  }

  #meaning(short: string, reading: Reading): Meaning | undefined {
    const own = reading.own.get(short);
    if (own || !this.#lookup.senses.isDefined(short)) return own;
    if (reading.meanings.has(short)) return reading.meanings.get(short);
    reading.context ??= this.#lookup.contexts.read(reading.extraction);
    const meaning = this.#lookup.senses.meaningIn(short, reading.context);
    reading.meanings.set(short, meaning);
    return meaning;
  }

  /** A paper is linked, then related, by one reading. */
  #read(extraction: Extraction): Reading {
    if (this.#last?.extraction !== extraction) this.#last = this.#readAnew(extraction);
    return this.#last;
  }

  #readAnew(extraction: Extraction): Reading {
    const { keys, acronyms } = this.#lookup;
    const own = new Map<string, LongForm>();
    const ownIds = new Map<string, string>();
    for (const { short, long } of definitionsOf(extraction)) {
      const id = this.#idOf(long, keys.ofPhrase(long));
      if (id === null || own.has(short)) continue;
      own.set(short, acronyms.longForm(long));
      ownIds.set(short, id);
    }
    return { own, ownIds, context: null, meanings: new Map(), extraction };
  }
}

/** A short form in the plural or with a hyphen is hardly longer than its key. */
const shortOf = (surface: string): string | null =>
  surface.length <= MAX_SHORT_LENGTH ? shortKey(tokensOf(surface)) : null;

function tieOf(ties: Map<string, Tie>, conceptId: string): Tie {
  let tie = ties.get(conceptId);
  if (!tie) {
    tie = { conceptId, spans: [], roles: new Map(), introduces: false };
    ties.set(conceptId, tie);
  }
  return tie;
}

function addMention(tie: Tie, mention: Mention): void {
  tie.spans.push(bare(mention));
  if (mention.role === 'introduces') tie.introduces = true;
  const weight = Math.round(mention.confidence * 1000);
  tie.roles.set(mention.role, (tie.roles.get(mention.role) ?? 0) + weight);
}

/** The role with the most confidence behind it; ties by the order of `ROLES`. */
function mainRole(roles: ReadonlyMap<Role, number>): Role {
  let best: Role = 'background';
  let most = -1;
  for (const role of ROLES) {
    const weight = roles.get(role);
    if (weight !== undefined && weight > most) {
      best = role;
      most = weight;
    }
  }
  return best;
}

const bare = ({ field, start, end, sentenceStart, sentenceEnd }: Span): Span => ({
  field,
  start,
  end,
  sentenceStart,
  sentenceEnd,
});

/** Title first, then by place; one that is told twice counts once. */
function distinctSpans(spans: readonly Span[]): Span[] {
  const sorted = spans.toSorted(
    (a, b) => (a.field === b.field ? 0 : a.field === 'title' ? -1 : 1) || a.start - b.start || a.end - b.end,
  );
  return sorted.filter((span, i) => {
    const before = sorted[i - 1];
    return !before || before.field !== span.field || before.start !== span.start || before.end !== span.end;
  });
}
