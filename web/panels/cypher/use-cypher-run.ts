import { useCallback, useEffect, useRef, useState } from 'react';
import { z } from 'zod';
import type { Cypher, CypherResult } from '../../../graph/contract.ts';
import { ApiFailure, api } from '../../api.ts';

export type CypherRun =
  | { status: 'idle' }
  | { status: 'running' }
  | { status: 'done'; result: CypherResult; cypher: Cypher }
  | { status: 'stopped' }
  | { status: 'failed'; failure: ApiFailure };

const parametersShape = z.record(z.string(), z.json());

/** Parameters from JSON text; throws an ApiFailure that says what is wrong. */
export function parseParameters(text: string): Record<string, unknown> {
  if (text.trim() === '') return {};
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new ApiFailure('input', `The parameters are not JSON: ${reason}`);
  }
  const parsed = parametersShape.safeParse(value);
  if (!parsed.success)
    throw new ApiFailure('input', 'The parameters must be a JSON object, like {"year": 2020}.');
  return parsed.data;
}

/** One query at a time: a new one, or closing the drawer, stops the one before. */
export function useCypherRun() {
  const [run, setRun] = useState<CypherRun>({ status: 'idle' });
  const current = useRef<AbortController | null>(null);

  const start = useCallback(async (statement: string, parameters: string) => {
    current.current?.abort();
    const controller = new AbortController();
    current.current = controller;
    setRun({ status: 'running' });
    try {
      const cypher = { text: statement, parameters: parseParameters(parameters) };
      const result = await api.cypher(cypher.text, cypher.parameters, controller.signal);
      if (current.current === controller) setRun({ status: 'done', result, cypher });
    } catch (error) {
      if (current.current !== controller) return;
      if (controller.signal.aborted) setRun({ status: 'stopped' });
      else if (error instanceof ApiFailure) setRun({ status: 'failed', failure: error });
      else throw error;
    }
  }, []);

  const stop = useCallback(() => current.current?.abort(), []);
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
      // NOTE: later, since strict mode takes every component down once and puts it up again.
      setTimeout(() => mounted.current || current.current?.abort());
    };
  }, []);
  return { run, start, stop };
}
