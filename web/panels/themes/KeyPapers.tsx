import type { ThemeDetail } from '../../../graph/contract.ts';
import { FoldSection } from '../../components/FoldSection.tsx';
import { Meter } from '../../components/Meter.tsx';
import { PaperRow } from '../../components/PaperRow.tsx';
import classes from './dossier.module.css';

/** The papers that stand for the theme, and why each does. */
export function KeyPapers({ papers }: { papers: ThemeDetail['keyPapers'] }) {
  if (papers.length === 0) return null;
  return (
    <FoldSection name="theme:keyPapers" title="Key papers" aside={papers.length} open>
      <ul className="plain">
        {papers.map(({ paper, share, why }) => (
          <li key={paper.id} className={classes.item}>
            <PaperRow paper={paper} tail={<Meter value={share} label="Share of this theme" />} />
            <p className={classes.why}>{why.join('; ')}</p>
          </li>
        ))}
      </ul>
    </FoldSection>
  );
}
