import type { ResultSummary } from 'neo4j-driver';
import type { Notice } from '../store.ts';

/** Neo4j names what it means to say before it says it. */
const TITLE = /^(?:warn|info|note): [^.]*\.\s+/;

/** What Neo4j has to say of a statement that begins `before` code units after the text that it was sent. */
export function noticesOf(summary: ResultSummary, before: number): Notice[] {
  const notices: Notice[] = [];
  for (const status of summary.gqlStatusObjects) {
    if (!status.isNotification) continue;
    const { severity, statusDescription, position } = status;
    const offset = position ? Number(position.offset) - before : -1;
    notices.push({
      kind: severity === 'WARNING' ? 'warning' : 'hint',
      message: statusDescription.replace(TITLE, ''),
      offset: offset >= 0 ? offset : null,
    });
  }
  return notices;
}

/** Each but once. */
export function distinct(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((one) => [`${one.offset} ${one.message}`, one])).values()];
}
