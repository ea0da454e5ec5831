import type { KeyboardEvent } from 'react';
import { toggleExpansion } from '../../navigation.ts';
import { useView } from '../../state/view.ts';

/** What Space, Delete and Ctrl with Enter do with these nodes; true where the key was one of them. */
export function actOn(event: KeyboardEvent, ids: readonly string[]): boolean {
  const { picked, pick, hide } = useView.getState();
  const [first] = ids;
  if (event.key === ' ') {
    const all = ids.every((id) => picked.has(id));
    const others = [...picked].filter((id) => !ids.includes(id));
    pick(all ? others : [...others, ...ids]);
    return true;
  }
  if (event.key === 'Delete') {
    hide(ids);
    return true;
  }
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && ids.length === 1 && first !== undefined) {
    void toggleExpansion(first).catch(() => {});
    return true;
  }
  return false;
}
