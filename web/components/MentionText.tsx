import type { ConceptRef } from '../../graph/contract.ts';
import { openTarget } from '../navigation.ts';
import { useView } from '../state/view.ts';
import classes from './MentionText.module.css';
import { type Mark, segmentText } from './segments.ts';

interface Props {
  text: string;
  marks: readonly Mark<ConceptRef>[];
}

/** Text in which each concept is told by colour, by the style of its underline and by its title. */
export function MentionText({ text, marks }: Props) {
  const hover = useView((state) => state.hover);
  return segmentText(text, marks).map(({ start, text: part, payload: concept }) =>
    concept ? (
      <button
        key={start}
        type="button"
        className={classes.mention}
        data-kind={concept.kind}
        title={`${concept.kind}: ${concept.name}`}
        onClick={() => openTarget({ type: 'concept', id: concept.id })}
        onPointerEnter={() => hover(concept.id)}
        onPointerLeave={() => hover(null)}
      >
        {part}
      </button>
    ) : (
      part
    ),
  );
}
