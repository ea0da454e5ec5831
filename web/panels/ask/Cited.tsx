import { useState } from 'react';
import type { AskedPaper } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';
import { MarkedSentence } from '../MarkedSentence.tsx';
import classes from './AnswerTable.module.css';
import type { CitedSentence } from './answer-rows.ts';
import { PaperLink } from './PaperLink.tsx';
import { nameMarks } from './question-marks.ts';

interface Props {
  citations: readonly CitedSentence[];
  /** Marked in the sentences. */
  names: readonly string[];
  /** The paper that is named beside them already. */
  of: AskedPaper | null;
}

/** Sentences, each under its paper: the first at once, the others when asked for. */
export function Cited({ citations, names, of }: Props) {
  const [all, setAll] = useState(false);
  if (citations.length === 0) return null;
  const shown = all ? citations : citations.slice(0, 1);
  return (
    <>
      <ul className="plain">
        {shown.map(({ paper, of: source, sentence }, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: one sentence may be cited twice.
          <li key={i} className={classes.citation}>
            {source && source.id !== of?.id && (
              <span className={classes.source}>
                <PaperLink paper={source} />
              </span>
            )}
            {sentence !== source?.title && (
              <q cite={`#paper=${paper}`}>
                <MarkedSentence sentence={sentence} marks={nameMarks(sentence, names)} />
              </q>
            )}
            {sentence === source?.title && of && <span className={classes.source}>in its title</span>}
          </li>
        ))}
      </ul>
      {citations.length > 1 && (
        <button
          type="button"
          className={classes.more}
          aria-expanded={all}
          onClick={() => setAll((before) => !before)}
        >
          {all ? 'Show only the first' : `and ${count(citations.length - 1, 'other')}`}
        </button>
      )}
    </>
  );
}
