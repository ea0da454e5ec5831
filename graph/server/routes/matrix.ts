import type { FastifyInstance } from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import { z } from 'zod';
import { type Matrix, matrixQuerySchema, matrixSchema } from '../../contract.ts';
import { LacunaError } from '../../errors.ts';
import type { ConceptKind } from '../../schema.ts';
import type { Context } from '../context.ts';
import { errorAnswers } from '../errors.ts';
import { fits, knownCells } from '../known-cells.ts';
import { matrixStatement } from '../panel-statements.ts';
import { findingOf } from '../stored-json.ts';

/** Of which kinds the analysis makes a matrix. */
const MATRICES: readonly (readonly [rows: ConceptKind, columns: ConceptKind])[] = [
  ['Method', 'Task'],
  ['Method', 'Dataset'],
  ['Task', 'Dataset'],
];

interface Kinds {
  rows: ConceptKind;
  columns: ConceptKind;
}

const storedMatrixSchema = z
  .object({
    rows: z.array(z.string()),
    columns: z.array(z.string()),
    observed: z.array(z.array(z.number().int())),
    expected: z.array(z.array(z.number())),
  })
  .refine((matrix) => fits(matrix.observed, matrix) && fits(matrix.expected, matrix));

/** GET /api/matrix: papers of each two of the commonest concepts of two kinds, and how many chance would make. */
export function matrixRoute(app: FastifyInstance, context: Context): void {
  app
    .withTypeProvider<ZodTypeProvider>()
    .get(
      '/matrix',
      { schema: { querystring: matrixQuerySchema, response: { 200: matrixSchema, ...errorAnswers } } },
      ({ query: { rows, columns } }) => matrixOf(context, { rows, columns }),
    );
}

async function matrixOf(context: Context, kinds: Kinds): Promise<Matrix> {
  if (!MATRICES.some(([rows, columns]) => rows === kinds.rows && columns === kinds.columns)) {
    const names = MATRICES.map(([rows, columns]) => `${rows} by ${columns}`).join(', ');
    throw new LacunaError(
      'input',
      `There is no matrix of ${kinds.rows} by ${kinds.columns}, but of ${names}.`,
      {
        details: { in: 'query', field: 'columns' },
      },
    );
  }
  const { catalogue } = await context.live.current();
  const stored = await findingOf(context, storedMatrixSchema, `matrix:${kinds.rows}:${kinds.columns}`);
  if (!stored) {
    throw new LacunaError('notFound', 'This graph has no matrix yet; analysing it again makes one.');
  }
  const { rows, columns, of } = knownCells(catalogue, stored);
  const ids = { rows: rows.map(({ id }) => id), columns: columns.map(({ id }) => id) };
  return {
    rows,
    columns,
    papers: catalogue.papers.size,
    observed: of(stored.observed),
    expected: of(stored.expected),
    cypher: matrixStatement(ids),
  };
}
