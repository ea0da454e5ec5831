import type { GapDetail } from '../../../graph/contract.ts';
import { NodeRefLink } from '../../components/NodeRefLink.tsx';
import { Section } from '../../components/Section.tsx';
import classes from './GapPanel.module.css';

/** What speaks for a gap, or against it: sentences with the things they speak of. */
export function GapEvidence({ title, evidence }: { title: string; evidence: GapDetail['evidenceFor'] }) {
  return (
    <Section title={title} aside={evidence.length}>
      {evidence.length === 0 ? (
        <p className={classes.none}>Nothing was found.</p>
      ) : (
        <ul className={classes.evidence}>
          {evidence.map(({ text, refs }) => (
            <li key={text}>
              {text}
              {refs.length > 0 && (
                <ul className={classes.refs}>
                  {refs.map((ref) => (
                    <li key={ref.id}>
                      <NodeRefLink node={ref} />
                    </li>
                  ))}
                </ul>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
