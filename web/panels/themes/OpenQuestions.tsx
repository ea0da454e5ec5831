import type { ThemeDetail } from '../../../graph/contract.ts';
import { FoldSection } from '../../components/FoldSection.tsx';
import { PaperRow } from '../../components/PaperRow.tsx';
import panel from '../panel.module.css';
import classes from './dossier.module.css';

/** What the theme's papers themselves call open. */
export function OpenQuestions({ questions }: { questions: ThemeDetail['questions'] }) {
  if (questions.length === 0) return null;
  return (
    <FoldSection name="theme:questions" title="Stated open questions" aside={questions.length}>
      <ul className="plain">
        {questions.map(({ paper, sentence }) => (
          <li key={`${paper.id} ${sentence}`} className={classes.item}>
            <p className={panel.evidence}>{sentence}</p>
            <PaperRow paper={paper} />
          </li>
        ))}
      </ul>
    </FoldSection>
  );
}
