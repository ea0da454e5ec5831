import { openTarget } from '../../navigation.ts';
import { useGaps } from '../../queries.ts';
import panel from '../panel.module.css';

/** Leads to the gap between the two, where the lists have one. */
export function PairGap({ one, other }: { one: string; other: string }) {
  const { data } = useGaps();
  const found = data?.lists
    .flatMap(({ gaps, definition }) => gaps.map((gap) => ({ gap, name: definition.name })))
    .find(({ gap: { between } }) => {
      const ids = new Set(between.map(({ id }) => id));
      return ids.size === 2 && ids.has(one) && ids.has(other);
    });
  if (!found) return null;
  return (
    <p className={panel.meta}>
      <button
        type="button"
        className={panel.inline}
        onClick={() => openTarget({ type: 'gap', id: found.gap.id })}
      >
        Gap {found.gap.rank.toLocaleString('en')} of “{found.name}”
      </button>
    </p>
  );
}
