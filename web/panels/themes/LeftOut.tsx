import type { Themes } from '../../../graph/contract.ts';
import { FoldSection } from '../../components/FoldSection.tsx';
import { NodeRefLink } from '../../components/NodeRefLink.tsx';
import { count } from '../../components/words.ts';
import classes from './ThemesPage.module.css';

/** What did not shape the themes, and why. */
export function LeftOut({ leftOut }: { leftOut: NonNullable<Themes['leftOut']> }) {
  const { rare, fewestPapers, common, mostPapers, mentionsBeyondCap } = leftOut;
  return (
    <FoldSection
      name="themes:leftOut"
      title="What was left out"
      aside={(rare + common.length).toLocaleString('en')}
      open
    >
      <p className={classes.text}>
        {count(rare, 'concept')} in fewer than {count(fewestPapers, 'paper')}: what stands together once says
        nothing of what belongs together. {rare > 0 && 'Their papers still have their themes.'}
      </p>
      {common.length > 0 ? (
        <>
          <p className={classes.text}>
            {count(common.length, 'concept')} in more than {count(Math.floor(mostPapers), 'paper')}: what
            stands nearly everywhere ties everything to everything.
          </p>
          <ul className={classes.common}>
            {common.map(({ concept, name, papers }) => (
              <li key={concept?.id ?? name}>
                {concept ? (
                  <NodeRefLink node={{ id: concept.id, kind: concept.kind, label: name, colour: null }} />
                ) : (
                  name
                )}{' '}
                <span className={classes.quiet}>{count(papers, 'paper')}</span>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className={classes.text}>
          No concept stands in more than {count(Math.floor(mostPapers), 'paper')}, which would be too many.
        </p>
      )}
      {mentionsBeyondCap > 0 && (
        <p className={classes.text}>
          {count(mentionsBeyondCap, 'mention')} of papers that name very many concepts: only the most salient
          of each count.
        </p>
      )}
    </FoldSection>
  );
}
