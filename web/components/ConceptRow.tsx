import type { ConceptRef } from '../../graph/contract.ts';
import { openTarget } from '../navigation.ts';
import { KindIcon } from './KindIcon.tsx';
import { RowButton } from './RowButton.tsx';

interface Props {
  concept: ConceptRef;
  note?: React.ReactNode;
  tail?: React.ReactNode;
}

/** One concept of a list, with its kind by shape, colour and, for screen readers, name. */
export function ConceptRow({ concept, note, tail }: Props) {
  return (
    <RowButton
      lead={
        <span data-kind={concept.kind} style={{ color: 'var(--kind)' }} title={concept.kind}>
          <KindIcon kind={concept.kind} />
          <span className="sr-only">{concept.kind}: </span>
        </span>
      }
      name={concept.name}
      {...(note === undefined ? {} : { note })}
      {...(tail === undefined ? {} : { tail })}
      onClick={({ detail }) => openTarget({ type: 'concept', id: concept.id }, { read: detail === 0 })}
    />
  );
}
