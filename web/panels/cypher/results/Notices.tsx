import type { Notice } from '../../../../graph/contract.ts';
import classes from './Notices.module.css';

const NAMES: Readonly<Record<Notice['kind'], string>> = {
  hint: 'Hint',
  warning: 'Warning',
  rewritten: 'Rewritten',
};

interface Props {
  notices: readonly Notice[];
  /** What was run; a notice may point into it. */
  statement: string;
}

/** What the engine or the console has to say of a statement, above its result. */
export function Notices({ notices, statement }: Props) {
  if (notices.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
    <ul className={`plain ${classes.notices}`} aria-label="Notices" tabIndex={0}>
      {notices.map(({ kind, message, offset }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a result never changes.
        <li key={i} data-kind-of={kind}>
          <strong>{NAMES[kind]}</strong> <span>{message}</span>
          {offset !== null && <span className={classes.place}> ({placeIn(statement, offset)})</span>}
        </li>
      ))}
    </ul>
  );
}

function placeIn(statement: string, offset: number): string {
  const before = statement.slice(0, offset).split('\n');
  return `line ${before.length}, column ${before.at(-1)!.length + 1}`;
}
