import type { FastifyRequest } from 'fastify';
import type { Catalogue } from './catalogue.ts';
import { notFound } from './errors.ts';
import type { Anchor } from './statements.ts';

/** Which of the two it is. Throws `notFound`. */
export function anchorOf({ papers, concepts }: Catalogue, id: string): Anchor {
  if (papers.has(id)) return 'Paper';
  if (concepts.has(id)) return 'Concept';
  throw notFound('paper or concept', id);
}

type Kind = 'paper' | 'concept' | 'theme' | 'paper or concept';

const HAS: Readonly<Record<Kind, (catalogue: Catalogue, id: string) => boolean>> = {
  paper: ({ papers }, id) => papers.has(id),
  concept: ({ concepts }, id) => concepts.has(id),
  theme: ({ themes }, id) => themes.has(id),
  'paper or concept': ({ papers, concepts }, id) => papers.has(id) || concepts.has(id),
};

/** For `cached` of a route whose address has `:id`: there must be such a thing. */
export function existing(what: Kind) {
  return (catalogue: Catalogue, { params }: FastifyRequest): void => {
    const { id } = params as { id: string };
    if (!HAS[what](catalogue, id)) throw notFound(what, id);
  };
}
