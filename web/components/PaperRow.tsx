import type { PaperRef } from '../../graph/contract.ts';
import { openTarget } from '../navigation.ts';
import { RowButton } from './RowButton.tsx';

interface Props {
  paper: PaperRef;
  /** Its label with something marked in it. */
  name?: React.ReactNode;
  tail?: React.ReactNode;
}

/** One paper of a list. */
export function PaperRow({ paper, name, tail }: Props) {
  const note = [paper.year, paper.venue].filter(Boolean).join(' · ');
  return (
    <RowButton
      name={name ?? paper.label}
      {...(note ? { note } : {})}
      {...(tail === undefined ? {} : { tail })}
      onClick={({ detail }) => openTarget({ type: 'paper', id: paper.id }, { read: detail === 0 })}
    />
  );
}
