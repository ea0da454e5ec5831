import type { ThemeDetail } from '../../../graph/contract.ts';
import { FoldSection } from '../../components/FoldSection.tsx';
import { Meter } from '../../components/Meter.tsx';
import { NodeRefLink } from '../../components/NodeRefLink.tsx';
import { RowButton } from '../../components/RowButton.tsx';
import { ThemeDot } from '../../components/ThemeDot.tsx';
import { openTarget } from '../../navigation.ts';
import classes from './dossier.module.css';

/** Other themes by how strongly they are tied to this one, and by what. */
export function ThemeLinks({ links }: { links: ThemeDetail['links'] }) {
  if (links.length === 0) return null;
  const strongest = Math.max(...links.map(({ weight }) => weight), Number.MIN_VALUE);
  return (
    <FoldSection name="theme:links" title="Linked themes" aside={links.length}>
      <ul className="plain">
        {links.map(({ theme, weight, papers, concepts }) => (
          <li key={theme.id} className={classes.item}>
            <RowButton
              lead={<ThemeDot colour={theme.colour} />}
              name={theme.label}
              tail={<Meter value={weight / strongest} label="Strength beside the strongest link" />}
              onClick={() => openTarget({ type: 'theme', id: theme.id })}
            />
            {concepts.length > 0 && (
              <p className={classes.between}>
                <span>Through </span>
                {concepts.map(({ id, kind, name }) => (
                  <span key={id} className={classes.concept}>
                    <NodeRefLink node={{ id, kind, label: name, colour: null }} />
                  </span>
                ))}
              </p>
            )}
            {papers.length > 0 && (
              <ul className={classes.bridges} aria-label="Papers in both">
                {papers.map(({ id, label }) => (
                  <li key={id}>
                    <NodeRefLink node={{ id, kind: 'Paper', label, colour: null }} />
                  </li>
                ))}
              </ul>
            )}
          </li>
        ))}
      </ul>
    </FoldSection>
  );
}
