import { Button } from '@mantine/core';
import type { Decisions } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';
import { AnalysisProgress } from '../themes/AnalysisProgress.tsx';
import { useAnalysisRun } from '../themes/analysis-run.ts';
import classes from './TermsPage.module.css';
import { useDecisions } from './use-terms.ts';

/** Says that themes, ties and the map were found with other terms, and finds them again. */
export function SinceThemes() {
  const { data } = useDecisions();
  const { start, job, followed } = useAnalysisRun();
  const running = followed && job?.state === 'running';
  if (!data?.sinceThemes.changed && !running) return null;
  return (
    <div className={classes.since}>
      {!running && data && (
        <>
          <span>{inWords(data.sinceThemes)}</span>
          <Button
            size="compact-xs"
            variant="default"
            disabled={!data.editable}
            onClick={() => void start({}, null)}
          >
            Find themes again
          </Button>
        </>
      )}
      <AnalysisProgress onAgain={(request) => void start(request, null)} />
    </div>
  );
}

const inWords = ({ decisions }: Decisions['sinceThemes']): string =>
  `Themes, gaps and the map are from before ${
    decisions > 0 ? count(decisions, 'decision') : 'the last change of terms'
  }; papers and counts are up to date.`;
