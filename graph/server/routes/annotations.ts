import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import {
  type Annotated,
  type Annotation,
  type AnnotationBody,
  type Annotations,
  annotationBodySchema,
  annotationsSchema,
  idParamsSchema,
  savedSchema,
} from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import { READING_STATES } from '../../schema.ts';
import { readAnnotations } from '../annotation-statements.ts';
import { type Catalogue, paperRef } from '../catalogue.ts';
import type { Context } from '../context.ts';
import { openDesk } from '../desk.ts';
import { errorAnswers } from '../errors.ts';
import { nodeRef } from '../node-refs.ts';
import { annotationsStatement } from '../panel-statements.ts';
import { number, pages, type Row, text, texts } from '../rows.ts';
import { writeRateLimit } from '../security.ts';
import { countTags, distinctTags } from '../tags.ts';

/**
 * GET /api/annotations and PUT /api/annotations/:id. Notes, tags and reading states are no part of the graph's
 * version, so nothing that shows them is cached.
 */
export function annotationsRoute(app: FastifyInstance, context: Context): void {
  const typed = app.withTypeProvider<ZodTypeProvider>();
  typed.get('/annotations', { schema: { response: { 200: annotationsSchema, ...errorAnswers } } }, () =>
    allAnnotations(context),
  );
  typed.put(
    '/annotations/:id',
    {
      schema: {
        params: idParamsSchema,
        body: annotationBodySchema,
        response: { 200: savedSchema, ...errorAnswers },
      },
      config: { rateLimit: writeRateLimit(context.config) },
    },
    async ({ params: { id }, body }) => {
      await openDesk(context.desk).annotate(id, withinLimits(body, context));
      return { saved: true as const };
    },
  );
}

/** Throws `input`, naming the limit. */
function withinLimits(
  { note = '', tags = [], reading = null }: AnnotationBody,
  { config }: Context,
): Annotated {
  const distinct = distinctTags(tags);
  const refuse = (field: string, limit: 'noteLength' | 'tags' | 'tagLength', what: string): void => {
    throw new LacunaError('input', `${what} at most ${config[limit]} here.`, {
      details: { in: 'body', field, limit },
    });
  };
  if (note.length > config.noteLength) refuse('note', 'noteLength', 'Characters of a note may be');
  if (distinct.length > config.tags) refuse('tags', 'tags', 'Tags may be');
  if (distinct.some((tag) => tag.length > config.tagLength)) {
    refuse('tags', 'tagLength', 'Characters of a tag may be');
  }
  return { note, tags: distinct, reading };
}

async function allAnnotations({ store, config, live, desk }: Context): Promise<Annotations> {
  const { catalogue } = await live.current();
  const annotations: Annotation[] = [];
  let without = 0;
  for await (const rows of pages(store, readAnnotations, config)) {
    for (const row of rows) {
      const annotation = annotationOf(catalogue, row);
      if (annotation) annotations.push(annotation);
      else without += 1;
    }
  }
  const { noteLength, tags, tagLength, pins } = config;
  return {
    annotations,
    without,
    tags: countTags(annotations.flatMap((annotation) => annotation.tags)),
    limits: { noteLength, tags, tagLength, pins },
    editable: desk !== null,
    cypher: annotationsStatement(),
  };
}

/** Null where what it is about is no more. */
function annotationOf(catalogue: Catalogue, row: Row): Annotation | null {
  const id = text(row.id) ?? '';
  const paper = catalogue.papers.get(id);
  const label = paper ? 'Paper' : catalogue.themes.has(id) ? 'Theme' : 'Concept';
  const node = nodeRef(catalogue, { label, id });
  if (!node) return null;
  const [x, y] = [number(row.x), number(row.y)];
  return {
    node,
    paper: paper ? paperRef(paper) : null,
    note: text(row.note) ?? '',
    tags: texts(row.tags),
    reading: READING_STATES.find((state) => state === row.reading) ?? null,
    position: x === null || y === null ? null : { x, y },
    at: text(row.at),
  };
}
