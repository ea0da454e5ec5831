import type { AskedPaper } from '../../../graph/contract.ts';
import { FoldSection } from '../../components/FoldSection.tsx';
import classes from './Answered.module.css';
import { PaperLink } from './PaperLink.tsx';

/** All papers that the answer cites, with where each comes from. */
export function CitedPapers({ papers }: { papers: readonly AskedPaper[] }) {
  return (
    <div className={classes.papers}>
      <FoldSection name="ask:papers" title="Papers cited" aside={papers.length.toLocaleString('en')}>
        <ol className="plain">
          {papers.map((paper) => (
            <li key={paper.id}>
              <PaperLink paper={paper} />
              <span className={classes.sources}>{paper.sources.join(', ')}</span>
            </li>
          ))}
        </ol>
      </FoldSection>
    </div>
  );
}
