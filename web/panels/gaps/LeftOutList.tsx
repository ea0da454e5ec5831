import type { Gaps } from '../../../graph/contract.ts';

/** What a list left out, and why. */
export function LeftOutList({ excluded }: { excluded: Gaps['lists'][number]['excluded'] }) {
  return (
    <ul className="plain">
      {excluded.map(({ reason, count }) => (
        <li key={reason}>
          <strong>{count.toLocaleString('en')}</strong> {reason}
        </li>
      ))}
    </ul>
  );
}
