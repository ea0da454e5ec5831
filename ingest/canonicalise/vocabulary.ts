import { ROLES, type Role, type Span } from '../../graph/schema.ts';
import type { Extraction, Mention } from '../extract/extractor.ts';
import type { CanonicalKeys } from './canonical-keys.ts';
import type { Concept, PaperConcept } from './concept.ts';
import { definitionsOf } from './definitions.ts';
import { type PaperRelation, relateConcepts } from './paper-relations.ts';
import { extentOf, salienceOf } from './salience.ts';
import { shortKey, tokensOf } from './tokens.ts';

/** Longer surfaces aren't looked up among a paper's own short forms. */
const MAX_SHORT_LENGTH = 24;

/** One paper's mentions of one concept, while they are gathered. */
interface Tie {
  readonly conceptId: string;
  readonly spans: Span[];
  /** Summed confidence per role, in thousandths. */
  readonly roles: Map<Role, number>;
  introduces: boolean;
}

/** All concepts of a corpus, and the way from a paper's mentions to them. */
export class Vocabulary {
  /** Sorted by key. */
  readonly concepts: readonly Concept[];
  readonly #keys: CanonicalKeys;
  readonly #idByKey: ReadonlyMap<string, string>;
  /** Concept id of each surface form that was observed; null for what names nothing. */
  readonly #idBySurface: Map<string, string | null>;

  constructor(
    concepts: readonly Concept[],
    keys: CanonicalKeys,
    keyBySurface: ReadonlyMap<string, string | null>,
  ) {
    this.concepts = concepts;
    this.#keys = keys;
    this.#idByKey = new Map(concepts.map(({ key, id }) => [key, id]));
    this.#idBySurface = new Map();
    for (const [surface, key] of keyBySurface) {
      this.#idBySurface.set(surface, key === null ? null : (this.#idByKey.get(key) ?? null));
    }
  }

  /**
   * A paper's concepts, sorted by id. A short form means what this paper says it means, else what it means
   * everywhere. Forms that were never observed are left out, unless they are of a known concept.
   */
  link(extraction: Extraction): PaperConcept[] {
    const own = this.#ownShortForms(extraction);
    const ties = new Map<string, Tie>();
    for (const mention of extraction.mentions) {
      const id = this.#conceptOf(mention.surface, own);
      if (id !== null) addMention(tieOf(ties, id), mention);
    }
    for (const { name, span } of extraction.introductions) {
      const id = this.#conceptOf(name, own);
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
    const own = this.#ownShortForms(extraction);
    return relateConcepts(extraction, (surface) => this.#conceptOf(surface, own));
  }

  #conceptOf(surface: string, own: ReadonlyMap<string, string>): string | null {
    // A short form in the plural or with a hyphen is hardly longer than its key.
    if (own.size > 0 && surface.length <= MAX_SHORT_LENGTH) {
      const defined = own.get(shortKey(tokensOf(surface)));
      if (defined !== undefined) return defined;
    }
    let id = this.#idBySurface.get(surface);
    if (id === undefined) {
      const key = this.#keys.keyOf(surface);
      id = key === null ? null : (this.#idByKey.get(key) ?? null);
    }
    return id;
  }

  #ownShortForms(extraction: Extraction): Map<string, string> {
    const own = new Map<string, string>();
    for (const { short, long } of definitionsOf(extraction)) {
      const id = this.#idByKey.get(this.#keys.phraseKey(long));
      if (id !== undefined && !own.has(short)) own.set(short, id);
    }
    return own;
  }
}

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
