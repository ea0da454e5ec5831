import type { PaperDetail } from '../../../graph/contract.ts';
import { PaperRow } from '../../components/PaperRow.tsx';
import { Section } from '../../components/Section.tsx';
import classes from './Paper.module.css';

/** Papers that share the most telling concepts with this one, and some of those. */
export function RelatedPapers({ related }: Pick<PaperDetail, 'related'>) {
  if (related.length === 0) return null;
  return (
    <Section title="Related papers" aside={related.length}>
      <ul className="plain">
        {related.map(({ paper, concepts, shared }) => (
          <li key={paper.id}>
            <PaperRow paper={paper} tail={`${concepts} shared`} />
            {shared.length > 0 && (
              <p className={classes.why}>
                Both on {shared.map(({ name }) => name).join(', ')}
                {concepts > shared.length && ` and ${concepts - shared.length} more`}
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
