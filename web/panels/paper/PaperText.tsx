import type { PaperDetail } from '../../../graph/contract.ts';
import { CONCEPT_KINDS } from '../../../graph/schema.ts';
import { IconButton } from '../../components/IconButton.tsx';
import { KindTag } from '../../components/KindTag.tsx';
import { MentionText } from '../../components/MentionText.tsx';
import { Section } from '../../components/Section.tsx';
import { useReader } from '../../state/reader.ts';
import { marksIn } from '../mention-marks.ts';
import classes from './Paper.module.css';

/** The abstract with its concepts, and a legend that marks a kind or leaves it be. */
export function PaperText({ paper }: { paper: PaperDetail }) {
  const { unmarked, before, toggleMarks, toggleWide } = useReader();
  if (!paper.abstract) return null;
  const marks = marksIn('abstract', paper.mentions);
  const kinds = CONCEPT_KINDS.map((kind) => ({
    kind,
    marked: marks.filter(({ payload }) => payload.kind === kind).length,
  })).filter(({ marked }) => marked > 0);
  const isWide = before !== null;
  return (
    <Section
      title="Abstract"
      aside={
        <span className={classes.wide}>
          <IconButton
            icon="fit"
            label={isWide ? 'Make the panel narrow again' : 'Make the panel wide, to read'}
            pressed={isWide}
            onClick={toggleWide}
          />
        </span>
      }
    >
      <p className={classes.text} data-wide={isWide || undefined}>
        <MentionText
          text={paper.abstract}
          marks={marks.filter(({ payload }) => !unmarked.has(payload.kind))}
        />
      </p>
      {kinds.length > 0 && (
        <fieldset className={classes.kinds} aria-label="Kinds that are marked in the text">
          {kinds.map(({ kind, marked }) => (
            <button
              key={kind}
              type="button"
              className={classes.kind}
              aria-pressed={!unmarked.has(kind)}
              title={unmarked.has(kind) ? 'Not marked in the text' : 'Marked in the text'}
              onClick={() => toggleMarks(kind)}
            >
              <KindTag kind={kind} />
              <span className={classes.times}>{marked}</span>
            </button>
          ))}
        </fieldset>
      )}
    </Section>
  );
}
