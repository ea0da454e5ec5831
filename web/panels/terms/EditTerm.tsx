import type { ConceptDetail } from '../../../graph/contract.ts';
import { useServer } from '../../state/host.ts';
import { usePage } from '../../state/page.ts';
import { useTermBench } from '../../state/term-bench.ts';
import panel from '../panel.module.css';

/** From a concept's card to the workbench, with the concept marked there. */
export function EditTerm({ concept }: { concept: ConceptDetail }) {
  const { id, name, kind, paperCount, aliases } = concept;
  if (!useServer()) return null;
  function open() {
    useTermBench.getState().edit({ id, name, kind, paperCount, forms: [name, ...aliases] });
    usePage.getState().show('terms');
  }
  return (
    <button type="button" className={panel.inline} onClick={open}>
      Edit this term
    </button>
  );
}
