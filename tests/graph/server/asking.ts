import type { FastifyInstance } from 'fastify';
import { expect } from 'vitest';
import type { z } from 'zod';
import { type Cypher, cypherResultSchema } from '../../../graph/contract.ts';

/** What the address is answered with, which must have this shape. */
export async function ask<T>(app: FastifyInstance, url: string, schema: z.ZodType<T>): Promise<T> {
  const answer = await app.inject(url);
  expect(answer.statusCode, answer.body).toBe(200);
  return schema.parse(answer.json());
}

/** What a panel shows as its Cypher must run in the console as it stands. */
export async function rowsBehind(app: FastifyInstance, { text, parameters }: Cypher) {
  const payload = { statement: text, parameters };
  const answer = await app.inject({ method: 'POST', url: '/api/cypher', payload });
  expect(answer.statusCode, answer.body).toBe(200);
  return cypherResultSchema.parse(answer.json()).rows;
}
