import { useCallback, useEffect, useRef } from 'react';
import { create } from 'zustand';
import type { CypherMode } from '../../../../graph/contract.ts';
import { ApiFailure, api } from '../../../api.ts';
import { useConsole } from '../../../state/console.ts';
import { usePastRuns } from '../../../state/console-history.ts';
import { useRowLimit } from '../../../state/row-limit.ts';
import type { StatementPart } from '../text/statements.ts';
import { usedRows } from '../text/used-rows.ts';
import { type Order, orderOf, type Standing, type StatementRun } from './statement-run.ts';

/** Letters of a failure that the history keeps. */
const FAILURE_LENGTH = 1000;

function keep({ part, mode, rows }: Order, standing: Standing, milliseconds: number): void {
  const result = standing.status === 'done' ? standing.result : null;
  const failure =
    standing.status === 'failed'
      ? standing.failure.message
      : standing.status === 'stopped'
        ? 'Stopped.'
        : null;
  usePastRuns.getState().add({
    statement: part.text,
    parameters: [...rows],
    mode,
    at: Date.now(),
    milliseconds: result?.milliseconds ?? Math.round(milliseconds),
    rows: result && mode !== 'explain' ? result.rows.length : null,
    truncated: result?.truncated ?? false,
    failure: failure?.slice(0, FAILURE_LENGTH) ?? null,
  });
}

async function ask({ cypher, types, mode }: Order, signal: AbortSignal): Promise<Standing> {
  try {
    const { text: statement, parameters } = cypher;
    const { limit } = useRowLimit.getState();
    const order = {
      statement,
      parameters: parameters as Record<string, never>,
      types,
      mode,
      ...(limit !== null && { limit }),
    };
    return { status: 'done', result: await api.cypher(order, signal) };
  } catch (error) {
    if (signal.aborted) return { status: 'stopped' };
    if (error instanceof ApiFailure) return { status: 'failed', failure: error };
    throw error;
  }
}

/** What the drawer shows again when it is opened again. */
const useLastRuns = create<{ runs: readonly StatementRun[] }>()(() => ({ runs: [] }));
let current: AbortController | null = null;

/** The statements that were run last; new ones, or closing the drawer, stop those before. */
export function useStatementRuns() {
  const runs = useLastRuns((state) => state.runs);

  /** One after the other; what comes behind a failure is left out. */
  const start = useCallback(async (parts: readonly StatementPart[], mode: CypherMode) => {
    current?.abort();
    const controller = new AbortController();
    current = controller;
    const { statement, rows, link } = useConsole.getState();
    link({ statement: statement.trim(), rows: usedRows(statement, rows) });
    const drafts = parts.map((part) => ({
      part,
      mode,
      rows: [],
      types: {},
      cypher: { text: part.text, parameters: {} },
    }));
    useLastRuns.setState({ runs: drafts.map((order) => ({ order, standing: { status: 'waiting' } })) });
    let over: 'stopped' | 'left out' | null = null;
    for (const [index, draft] of drafts.entries()) {
      let order: Order = draft;
      const set = (standing: Standing) => {
        if (current !== controller) return;
        useLastRuns.setState(({ runs: all }) => ({
          runs: all.map((run, i) => (i === index ? { order, standing } : run)),
        }));
      };
      if (over) {
        set({ status: over });
        continue;
      }
      const since = performance.now();
      let standing: Standing;
      try {
        order = orderOf(draft.part, rows, mode);
        set({ status: 'running', since });
        standing = await ask(order, controller.signal);
        keep(order, standing, performance.now() - since);
      } catch (error) {
        if (!(error instanceof ApiFailure)) throw error;
        standing = { status: 'failed', failure: error };
      }
      set(standing);
      if (standing.status === 'failed') over = 'left out';
      else if (standing.status === 'stopped') over = 'stopped';
    }
  }, []);

  const stop = useCallback(() => current?.abort(), []);
  const clear = useCallback(() => {
    current?.abort();
    current = null;
    useLastRuns.setState({ runs: [] });
  }, []);
  const mounted = useRef(false);
  useEffect(() => {
    mounted.current = true;
    return () => {
      mounted.current = false;
      // NOTE: later, since strict mode takes every component down once and puts it up again.
      setTimeout(() => mounted.current || current?.abort());
    };
  }, []);
  const running = runs.some(({ standing }) => standing.status === 'running');
  return { runs, running, start, stop, clear };
}
