import { rowLength } from '../incidence.ts';
import type { PaperConceptGraph } from '../paper-concept-graph.ts';

/** The concepts that stand in papers with one of them; entry `i` of each array belongs to `concept[i]`. */
export interface Company {
  /** Indexes of the graph. */
  concept: Uint32Array;
  /** Papers with both. */
  papers: Uint32Array;
  /** ln(1 + papers with both) ln(N / papers with it): the more telling, the heavier. */
  weight: Float64Array;
  /** Length of the vector of weights. */
  norm: number;
}

export function companyOf({ byConcept, byPaper, paperIds }: PaperConceptGraph, concept: number): Company {
  const counts = new Map<number, number>();
  for (let i = byConcept.start[concept]!; i < byConcept.start[concept + 1]!; i++) {
    const paper = byConcept.column[i]!;
    for (let j = byPaper.start[paper]!; j < byPaper.start[paper + 1]!; j++) {
      const other = byPaper.column[j]!;
      if (other !== concept) counts.set(other, (counts.get(other) ?? 0) + 1);
    }
  }
  const others = Uint32Array.from(counts.keys());
  const papers = Uint32Array.from(counts.values());
  const weight = new Float64Array(others.length);
  let squares = 0;
  for (let i = 0; i < others.length; i++) {
    weight[i] = Math.log1p(papers[i]!) * Math.log(paperIds.length / rowLength(byConcept, others[i]!));
    squares += weight[i]! ** 2;
  }
  return { concept: others, papers, weight, norm: Math.sqrt(squares) };
}

/** Compares one company with many others. */
export class CompanyComparison {
  readonly #papers: Uint32Array;
  readonly #weight: Float64Array;
  #one: Company | null = null;

  constructor(concepts: number) {
    this.#papers = new Uint32Array(concepts);
    this.#weight = new Float64Array(concepts);
  }

  /** From now on the others are compared with this one. */
  with(company: Company): void {
    for (const concept of this.#one?.concept ?? []) this.#papers[concept] = this.#weight[concept] = 0;
    this.#one = company;
    company.concept.forEach((concept, i) => {
      this.#papers[concept] = company.papers[i]!;
      this.#weight[concept] = company.weight[i]!;
    });
  }

  holds(concept: number): boolean {
    return this.#papers[concept]! > 0;
  }

  /** How many concepts both hold, and the cosine of their weights, 0 to 1. */
  to({ concept, weight, norm }: Company): { shared: number; cosine: number } {
    let shared = 0;
    let product = 0;
    for (let i = 0; i < concept.length; i++) {
      if (this.#papers[concept[i]!] === 0) continue;
      shared++;
      product += weight[i]! * this.#weight[concept[i]!]!;
    }
    return { shared, cosine: product > 0 ? product / (norm * this.#one!.norm) : 0 };
  }
}

export interface SharedConcept {
  concept: number;
  /** Papers with it and the one, and with it and the other. */
  withA: number;
  withB: number;
}

/** What two companies both hold, most telling first: the bridges of Swanson's ABC (1986). */
export function sharedCompany(a: Company, b: Company): SharedConcept[] {
  const placeInB = new Map(Array.from(b.concept, (concept, i) => [concept, i]));
  return Array.from(a.concept, (concept, i) => ({ concept, i, j: placeInB.get(concept) }))
    .flatMap(({ concept, i, j }) =>
      j === undefined
        ? []
        : [{ concept, withA: a.papers[i]!, withB: b.papers[j]!, weight: a.weight[i]! * b.weight[j]! }],
    )
    .sort((x, y) => y.weight - x.weight || x.concept - y.concept)
    .map(({ concept, withA, withB }) => ({ concept, withA, withB }));
}
