import { PanelHead } from '../../components/PanelHead.tsx';
import { PanelSkeleton } from '../../components/PanelSkeleton.tsx';
import { useGap } from '../../queries.ts';
import { PanelFailure } from '../PanelFailure.tsx';

export default function GapPanel({ id }: { id: string }) {
  const { data: gap, error, refetch } = useGap(id);
  if (error) return <PanelFailure type="gap" error={error} onRetry={() => void refetch()} />;
  if (!gap) return <PanelSkeleton />;
  return (
    <article>
      <PanelHead kind="Gap" name={gap.title} />
    </article>
  );
}
