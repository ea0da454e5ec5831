import { FoldSection } from '../../components/FoldSection.tsx';
import { MeasureList } from '../../components/MeasureList.tsx';
import classes from './MeasureDefinitions.module.css';
import { MEASURES } from './measures.ts';

/** Each measure on this page with its formula and source; folded. */
export function MeasureDefinitions() {
  return (
    <FoldSection name="themes:measures" title="What the measures are">
      <p className={classes.notation}>
        N papers, c_i of them with concept i, c_ij with both i and j; w_ij the weight of a tie, W_c those
        inside a theme, K_c those at its concepts, m all.
      </p>
      <MeasureList measures={MEASURES} />
    </FoldSection>
  );
}
