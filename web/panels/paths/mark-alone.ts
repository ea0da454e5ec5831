import { useView } from '../../state/view.ts';

/** Lets these stand out; the function returned ends that, unless others do by then. */
export function markAlone(ids: readonly string[]): () => void {
  useView.getState().mark(ids);
  const { marked } = useView.getState();
  return () => {
    const { marked: now, mark } = useView.getState();
    if (now === marked) mark([]);
  };
}
