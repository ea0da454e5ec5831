import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import type { Dismissal, Suggestion } from '../../../graph/contract.ts';
import { CypherButton } from '../../components/CypherButton.tsx';
import { Failure } from '../../components/Failure.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { TargetLink } from '../../components/TargetLink.tsx';
import { count } from '../../components/words.ts';
import { openTarget } from '../../navigation.ts';
import { queryClient } from '../../queries.ts';
import { useHistory } from '../../state/history.ts';
import classes from './TermsPage.module.css';
import { useTermChanges } from './term-changes.ts';
import { REASON_NAMES } from './term-words.ts';
import { termsApi } from './terms-api.ts';
import { useSuggestions } from './use-terms.ts';

/** Pairs of terms that may be the same: merged, or said to be two. */
export function SuggestionList() {
  const { data, error, refetch } = useSuggestions();
  if (error) {
    return (
      <Failure what="The look-alikes could not be loaded." error={error} onRetry={() => void refetch()} />
    );
  }
  if (!data) return <PanelSkeleton />;
  const { suggestions, total, dismissed, editable } = data;
  return (
    <div className={classes.scroller}>
      <p className={classes.text}>
        {total === 0 ? 'No two terms look the same.' : `These may be the same: ${count(total, 'pair')}.`}
        {total > suggestions.length && ` The first ${suggestions.length} are listed.`}
        {dismissed > 0 && ` ${count(dismissed, 'pair')} said to be two.`}
      </p>
      <ul className={classes.rows}>
        {suggestions.map((pair) => (
          <Pair key={`${pair.into.id} ${pair.other.id}`} pair={pair} editable={editable} />
        ))}
      </ul>
      <footer className={classes.foot}>
        <CypherButton cypher={data.cypher} />
      </footer>
    </div>
  );
}

async function store(dismissal: Dismissal): Promise<void> {
  await termsApi.dismiss(dismissal);
  await queryClient.invalidateQueries({ queryKey: ['terms'] });
}

function Pair({ pair, editable }: { pair: Suggestion; editable: boolean }) {
  const { into, other, reason, because } = pair;
  const { running, decide } = useTermChanges();
  const names = `“${other.name}” and “${into.name}”`;
  const dismissing = useMutation({
    mutationFn: store,
    onSuccess: (_data, dismissal) => {
      useHistory.getState().record({
        label: `say that ${names} are two`,
        undo: () => store({ ...dismissal, dismissed: false }),
        redo: () => store(dismissal),
      });
    },
  });
  const merge = (from: Suggestion['into'], to: Suggestion['into']) =>
    // What fails is told at the head of the page.
    void decide(`merge “${from.name}” into “${to.name}”`, [
      { action: 'merge', concepts: [from.id], into: to.id },
    ]).catch(() => {});
  const disabled = !editable || running || dismissing.isPending;
  return (
    <li>
      <span className={classes.pair}>
        <TermLink term={other} /> <span className={classes.quiet}>and</span> <TermLink term={into} />
        <span className={classes.quiet} title={because}>
          {REASON_NAMES[reason]}
        </span>
      </span>
      <span className={classes.actions}>
        <Button
          size="compact-xs"
          variant="default"
          disabled={disabled}
          aria-label={`Merge “${other.name}” into “${into.name}”`}
          onClick={() => merge(other, into)}
        >
          Merge into “{into.name}”
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          disabled={disabled}
          aria-label={`Merge “${into.name}” into “${other.name}”`}
          onClick={() => merge(into, other)}
        >
          The other way
        </Button>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          disabled={disabled}
          aria-label={`${names} are two terms`}
          onClick={() => dismissing.mutate({ one: into.id, other: other.id, dismissed: true })}
        >
          They are two
        </Button>
      </span>
      {dismissing.isError && <span role="alert">Not kept: {dismissing.error.message}</span>}
    </li>
  );
}

function TermLink({ term: { id, name, kind, paperCount } }: { term: Suggestion['into'] }) {
  return (
    <TargetLink
      target={{ type: 'concept', id }}
      kind={kind}
      title={`${kind}, ${count(paperCount, 'paper')}`}
      onOpen={openTarget}
    >
      {name}
    </TargetLink>
  );
}
