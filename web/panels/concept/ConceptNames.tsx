import type { ConceptDetail } from '../../../graph/contract.ts';
import { otherSpellings, reasonInWords } from '../../components/words.ts';
import panel from '../panel.module.css';
import classes from './Concept.module.css';

/** Names listed in the head; the others open on demand. */
const IN_HEAD = 4;

/** Other names of a concept, and why each is one. */
export function ConceptNames({ concept }: { concept: ConceptDetail }) {
  const names = otherSpellings(concept.name, concept.aliases);
  const reasonOf = new Map(
    concept.aliases.map((alias, i) => [alias, reasonInWords(concept.aliasReasons[i])]),
  );
  if (names.length === 0) return null;
  const more = names.length - IN_HEAD;
  return (
    <details className={classes.names}>
      <summary className={panel.meta}>
        Also {names.slice(0, IN_HEAD).join(', ')}
        {more > 0 && ` and ${more} more`}
      </summary>
      <ul className="plain">
        {names.map((name) => (
          <li key={name}>
            {name}
            <span className={panel.share}> {reasonOf.get(name) ?? ''}</span>
          </li>
        ))}
      </ul>
    </details>
  );
}
