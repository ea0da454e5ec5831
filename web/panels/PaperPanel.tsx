import type { PaperDetail } from '../../graph/contract.ts';
import { ConceptRow } from '../components/ConceptRow.tsx';
import { CypherButton } from '../components/CypherButton.tsx';
import { KindTag } from '../components/KindTag.tsx';
import { MentionText } from '../components/MentionText.tsx';
import { Meter } from '../components/Meter.tsx';
import { PanelHead } from '../components/PanelHead.tsx';
import { PanelSkeleton } from '../components/PanelSkeleton.tsx';
import { PaperRow } from '../components/PaperRow.tsx';
import { paperLinks } from '../components/paper-links.ts';
import { Section } from '../components/Section.tsx';
import { ThemeLink } from '../components/ThemeLink.tsx';
import { authorLine, count } from '../components/words.ts';
import { usePaper } from '../queries.ts';
import { marksIn } from './mention-marks.ts';
import { PanelFailure } from './PanelFailure.tsx';
import classes from './panel.module.css';

export function PaperPanel({ id }: { id: string }) {
  const { data: paper, error, refetch } = usePaper(id);
  if (error) return <PanelFailure type="paper" error={error} onRetry={() => void refetch()} />;
  if (!paper) return <PanelSkeleton />;
  const links = paperLinks(paper);
  return (
    <article>
      <PanelHead kind={<KindTag kind="Paper" />} name={paper.label}>
        {paper.authors.length > 0 && <p className={classes.meta}>{authorLine(paper.authors)}</p>}
        <p className={classes.meta}>
          {[paper.venue, paper.year].filter(Boolean).join(', ') || paper.sources.join(', ')}
        </p>
        {links.length > 0 && (
          <p className={classes.links}>
            {links.map(({ name, href }) => (
              <a key={href} href={href} target="_blank" rel="noreferrer">
                {name}
              </a>
            ))}
          </p>
        )}
        {paper.themes.length > 0 && (
          <p className={classes.themes}>
            {paper.themes.map(({ theme, share }) => (
              <ThemeLink key={theme.id} theme={theme} share={share} />
            ))}
          </p>
        )}
      </PanelHead>
      <Abstract paper={paper} />
      <Concepts paper={paper} />
      {paper.related.length > 0 && (
        <Section title="Related papers" aside={paper.related.length}>
          <ul className="plain">
            {paper.related.map(({ paper: other, concepts }) => (
              <li key={other.id}>
                <PaperRow paper={other} tail={`${concepts} shared`} />
              </li>
            ))}
          </ul>
        </Section>
      )}
      <footer className={classes.foot}>
        <CypherButton cypher={paper.cypher} />
      </footer>
    </article>
  );
}

function Abstract({ paper }: { paper: PaperDetail }) {
  if (!paper.abstract) return null;
  const marks = marksIn('abstract', paper.mentions);
  const kinds = [...new Set(marks.map(({ payload }) => payload.kind))];
  return (
    <Section title="Abstract">
      <p className={classes.abstract}>
        <MentionText text={paper.abstract} marks={marks} />
      </p>
      <p className={classes.key}>
        {kinds.map((kind) => (
          <KindTag key={kind} kind={kind} />
        ))}
      </p>
    </Section>
  );
}

function Concepts({ paper }: { paper: PaperDetail }) {
  const mentions = [...paper.mentions].sort((one, other) => other.salience - one.salience);
  return (
    <Section title="Concepts" aside={mentions.length}>
      <ul className="plain">
        {mentions.map(({ concept, salience, introduces, count: times }) => (
          <li key={concept.id}>
            <ConceptRow
              concept={concept}
              tail={
                <>
                  {introduces && <span className={classes.badge}>introduced here</span>}
                  <span title="Mentions here">{count(times, 'time')}</span>
                  <Meter value={salience} label="Salience" />
                </>
              }
            />
          </li>
        ))}
      </ul>
    </Section>
  );
}
