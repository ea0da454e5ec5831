import { Choice } from '../../components/Choice.tsx';
import { TERM_PARTS, type TermPart, useTermBench } from '../../state/term-bench.ts';
import { DecisionList } from './DecisionList.tsx';
import { SinceThemes } from './SinceThemes.tsx';
import { SuggestionList } from './SuggestionList.tsx';
import { TermList } from './TermList.tsx';
import { TermProgress } from './TermProgress.tsx';
import classes from './TermsPage.module.css';
import { ThesaurusPart } from './ThesaurusPart.tsx';

const NAMES: Readonly<Record<TermPart, string>> = {
  terms: 'Terms',
  alike: 'Look-alikes',
  decisions: 'Decisions',
  thesaurus: 'Thesaurus files',
};

const PARTS = {
  terms: TermList,
  alike: SuggestionList,
  decisions: DecisionList,
  thesaurus: ThesaurusPart,
} as const;

/** Where the vocabulary is cleaned: what counts as one term, what it is called, what is none. */
export default function TermsPage() {
  const { part, show } = useTermBench();
  const Part = PARTS[part];
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <h2 className="sr-only">Terms</h2>
        <Choice
          label="Part of the workbench"
          value={part}
          options={TERM_PARTS.map((value) => ({ value, label: NAMES[value] }))}
          onChange={show}
        />
        <TermProgress />
      </header>
      <SinceThemes />
      <Part />
    </div>
  );
}
