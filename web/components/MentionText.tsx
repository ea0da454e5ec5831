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

/**
 * Text in which each concept is told by colour, by the style of its underline and by its title. What is hovered here
 * shines on the map, and the other way round.
 */
export function MentionText({ text, marks }: Props) {
  return segmentText(text, marks).map(({ start, text: part, payload: concept }) =>
    concept ? <Mention key={start} concept={concept} text={part} /> : part,
  );
}

function Mention({ concept, text }: { concept: ConceptRef; text: string }) {
  const hover = useView((state) => state.hover);
  const lit = useView((state) => state.hovered === concept.id);
  return (
    <TargetLink
      target={{ type: 'concept', id: concept.id }}
      className={classes.mention}
      kind={concept.kind}
      lit={lit}
      title={`${concept.kind}: ${concept.name}`}
      onOpen={openTarget}
      onHover={(inside) => hover(inside ? concept.id : null)}
    >
      {text}
    </TargetLink>
  );
}
