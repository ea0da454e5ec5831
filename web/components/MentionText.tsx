import type { ConceptRef } from '../../graph/contract.ts';
import { openTarget } from '../navigation.ts';
import { useView } from '../state/view.ts';
import classes from './MentionText.module.css';
import { type Mark, segmentText } from './segments.ts';
import { TargetLink } from './TargetLink.tsx';

interface Props {
  text: string;
  marks: readonly Mark<ConceptRef>[];
}

/** Text in which each concept is told by colour, by the style of its underline and by its title. */
export function MentionText({ text, marks }: Props) {
  const hover = useView((state) => state.hover);
  return segmentText(text, marks).map(({ start, text: part, payload: concept }) =>
    concept ? (
      <TargetLink
        key={start}
        target={{ type: 'concept', id: concept.id }}
        className={classes.mention}
        kind={concept.kind}
        title={`${concept.kind}: ${concept.name}`}
        onOpen={openTarget}
        onHover={(inside) => hover(inside ? concept.id : null)}
      >
        {part}
      </TargetLink>
    ) : (
      part
    ),
  );
}
