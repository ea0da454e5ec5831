import { useEffect } from 'react';
import { CypherButton } from '../../components/CypherButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { FoldSection } from '../../components/FoldSection.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { count } from '../../components/words.ts';
import { useSources, useStatus } from '../../queries.ts';
import { useIngest } from '../../state/ingest.ts';
import { ChangeList } from './ChangeList.tsx';
import classes from './DataPage.module.css';
import DropZone from './DropZone.tsx';
import { IngestResult } from './IngestResult.tsx';
import { IngestStanding } from './IngestStanding.tsx';
import { QueryForm } from './QueryForm.tsx';
import { SourceTable } from './SourceTable.tsx';

/** What the graph is made from: adding papers, by file or by query, and removing them again. */
export default function DataPage() {
  const { data, error, refetch } = useSources();
  const { data: status } = useStatus();
  const look = useIngest((state) => state.look);
  const report = useIngest(({ job }) => job?.report ?? null);
  useEffect(() => void look(), [look]);
  if (error)
    return <Failure what="The sources could not be loaded." error={error} onRetry={() => void refetch()} />;
  if (!data) return <PanelSkeleton />;
  const { sources, changes, editable } = data;
  const papers = status?.counts.papers;
  return (
    <div className={classes.page}>
      <header className={classes.head}>
        <div>
          <h2>Sources</h2>
          <p>
            {papers !== undefined && `${count(papers, 'paper')} from `}
            {count(sources.length, 'source')}
          </p>
        </div>
        <CypherButton cypher={data.cypher} />
      </header>
      {editable ? (
        <div className={classes.add}>
          <DropZone />
          <IngestStanding />
          {report && <IngestResult report={report} />}
        </div>
      ) : (
        <p className={classes.note}>
          This server was started for reading only, so papers can be neither added nor removed here.
        </p>
      )}
      {sources.length > 0 && (
        <section className={classes.part} aria-label="What the papers were read from">
          <SourceTable sources={sources} editable={editable} />
        </section>
      )}
      {editable && (
        <FoldSection name="data query" title="Add papers by query">
          <QueryForm />
        </FoldSection>
      )}
      {changes.length > 0 && (
        <FoldSection
          name="data changes"
          title="Changes that can be taken back"
          aside={changes.length.toLocaleString('en')}
        >
          <ChangeList changes={changes} />
        </FoldSection>
      )}
    </div>
  );
}
