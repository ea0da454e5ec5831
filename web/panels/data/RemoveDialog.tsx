import { Button } from '@mantine/core';
import { CypherButton } from '../../components/CypherButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { ModalDialog } from '../../components/ModalDialog.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { count } from '../../components/words.ts';
import { useRemovalEffect } from '../../queries.ts';
import { useIngest } from '../../state/ingest.ts';
import classes from './RemoveDialog.module.css';

/** Says what goes with a source before it is removed. */
export function RemoveDialog({ source, onClose }: { source: string; onClose(): void }) {
  const { data, error, refetch } = useRemovalEffect(source);
  const remove = useIngest((state) => state.remove);
  return (
    <ModalDialog title={`Remove ${source}?`} onClose={onClose}>
      <div className={classes.content}>
        {error && (
          <Failure what="What would go could not be counted." error={error} onRetry={() => void refetch()} />
        )}
        {!error && !data && <PanelSkeleton />}
        {data && (
          <>
            <p>
              <strong>{count(data.goes, 'paper')} will go</strong>, with {count(data.mentions, 'mention')} and
              about {count(data.concepts, 'concept')} that no other paper names.
            </p>
            {data.stays > 0 && (
              <p>
                {data.stays === 1 ? '1 paper stays' : `${data.stays.toLocaleString('en')} papers stay`}, since
                other sources tell of {data.stays === 1 ? 'it' : 'them'} too; their text stays as it was
                joined.
              </p>
            )}
            <p className={classes.quiet}>
              Themes, gaps and the map are found anew afterwards. It can be undone: the papers are kept beside
              the store, for the last 20 changes.
            </p>
            <div className={classes.actions}>
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  onClose();
                  void remove(source);
                }}
              >
                Remove
              </Button>
              <Button size="compact-sm" variant="default" onClick={onClose}>
                Keep it
              </Button>
              <CypherButton cypher={data.cypher} />
            </div>
          </>
        )}
      </div>
    </ModalDialog>
  );
}
