import type { AskedPaper } from '../../../graph/contract.ts';
import { TargetLink } from '../../components/TargetLink.tsx';
import { openTarget } from '../../navigation.ts';
import classes from './AnswerTable.module.css';

interface Props {
  paper: AskedPaper;
  /** False where the year stands beside it anyway. */
  dated?: boolean;
}

/** A cited paper, with its year where one is known. */
export function PaperLink({ paper: { id, title, year }, dated = true }: Props) {
  return (
    <>
      <TargetLink target={{ type: 'paper', id }} className={classes.paper} onOpen={openTarget}>
        {title || 'Untitled'}
      </TargetLink>
      {dated && year !== null && <span className={classes.year}> {year}</span>}
    </>
  );
}
