import type { ThemeDetail } from '../../../graph/contract.ts';
import { FoldSection } from '../../components/FoldSection.tsx';
import { decimals } from '../../components/figures.ts';
import { KindTag } from '../../components/KindTag.tsx';
import { NodeRefLink } from '../../components/NodeRefLink.tsx';
import { isUnsure } from '../../components/trust.ts';
import { UnsureMark } from '../../components/UnsureMark.tsx';
import { count, pluralOf } from '../../components/words.ts';
import classes from './dossier.module.css';

/** The concepts that tell this theme from the others, by kind. */
export function DefiningConcepts({ theme }: { theme: ThemeDetail }) {
  const groups = theme.defining.filter(({ concepts }) => concepts.length > 0);
  if (groups.length === 0) return null;
  const ambiguity = new Map(theme.concepts.map((concept) => [concept.id, concept.ambiguity]));
  return (
    <FoldSection name="theme:defining" title="What defines it" open>
      <dl className={classes.kinds}>
        {groups.map(({ kind, concepts }) => (
          <div key={kind}>
            <dt>
              <KindTag kind={kind} label={pluralOf(kind)} />
            </dt>
            <dd>
              {concepts.map(({ concept, score }) => (
                <span
                  key={concept.id}
                  className={classes.concept}
                  title={`${count(concept.paperCount, 'paper')}; telling by ${decimals(score, 1)}`}
                >
                  <NodeRefLink node={{ id: concept.id, kind, label: concept.name, colour: null }} />
                  {isUnsure(ambiguity.get(concept.id) ?? null) && <UnsureMark />}
                </span>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </FoldSection>
  );
}
