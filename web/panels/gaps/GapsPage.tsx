import { useRef } from 'react';
import type { Gaps } from '../../../graph/contract.ts';
import { Failure } from '../../components/Failure.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { StoreCommand } from '../../components/StoreCommand.tsx';
import { useGaps } from '../../queries.ts';
import { useGapList } from '../../state/gap-list.ts';
import { GapDefinition } from './GapDefinition.tsx';
import { GapFilters } from './GapFilters.tsx';
import classes from './GapsPage.module.css';
import { GapTable } from './GapTable.tsx';
import { countVerdicts, shownGaps } from './gap-rows.ts';
import { KindTabs } from './KindTabs.tsx';
import { LeftOutList } from './LeftOutList.tsx';
import { RecordSummary } from './RecordSummary.tsx';

/** The gaps, kind by kind: what the kind means, how far it has been right, and its list by rank. */
export default function GapsPage() {
  const { data, error, refetch } = useGaps();
  const { kind, verdicts, text, filter, search } = useGapList();
  const scroller = useRef<HTMLDivElement>(null);
  if (error)
    return <Failure what="The gaps could not be loaded." error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton />;
  const list = data.lists.find((candidate) => candidate.kind === kind) ?? data.lists[0];
  if (!list) return <NoGaps />;
  const shown = shownGaps(list.gaps, verdicts, text);
  return (
    <div className={classes.page}>
      <KindTabs lists={data.lists} current={list.kind} />
      <div className={classes.list} ref={scroller} key={list.kind}>
        <GapDefinition list={list} />
        <RecordSummary kind={list.kind} parameters={list.parameters} />
        {list.gaps.length === 0 ? (
          <NothingFound considered={list.considered} excluded={list.excluded} />
        ) : (
          <>
            <GapFilters kind={list.kind} counts={countVerdicts(list.gaps)} shown={shown.length} />
            {shown.length === 0 ? (
              <p className={classes.none}>
                None of them {text.trim() ? `has “${text.trim()}” in it` : 'is kept yet'}.{' '}
                <button
                  type="button"
                  className={classes.inline}
                  onClick={() => {
                    search('');
                    filter('all');
                  }}
                >
                  Show all
                </button>
              </p>
            ) : (
              <GapTable gaps={shown} highest={list.gaps[0]!.score} scroller={scroller} />
            )}
          </>
        )}
      </div>
    </div>
  );
}

function NoGaps() {
  return (
    <div className={classes.empty}>
      <h2>No gaps yet</h2>
      <p>The analysis looks for them. It has not run on this store, or an older version made it:</p>
      <StoreCommand name="analyse" />
    </div>
  );
}

/** Says at once why there is none. */
function NothingFound({ considered, excluded }: Pick<Gaps['lists'][number], 'considered' | 'excluded'>) {
  return (
    <div className={classes.none}>
      <p>
        {considered === 0
          ? 'Nothing here could be such a gap.'
          : `None of the ${considered.toLocaleString('en')} that were considered is such a gap.`}
      </p>
      {excluded.length > 0 ? (
        <>
          <p>Left out:</p>
          <LeftOutList excluded={excluded} />
        </>
      ) : (
        considered === 0 && <p>There are too few papers for it, or none has what it needs.</p>
      )}
    </div>
  );
}
