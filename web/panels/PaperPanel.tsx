import { lazy } from 'react';
import type { PaperDetail } from '../../graph/contract.ts';
import { ConceptRow } from '../components/ConceptRow.tsx';
import { CypherButton } from '../components/CypherButton.tsx';
import { KindTag } from '../components/KindTag.tsx';
import { MentionText } from '../components/MentionText.tsx';
import { Meter } from '../components/Meter.tsx';
import { PanelHead } from '../components/PanelHead.tsx';
import { PanelSkeleton } from '../components/PanelSkeleton.tsx';
import { paperLinks } from '../components/paper-links.ts';
import { Section } from '../components/Section.tsx';
import { ThemeLink } from '../components/ThemeLink.tsx';
import { authorLine, count } from '../components/words.ts';
import { useAnnotations, usePaper } from '../queries.ts';
import { useReader } from '../state/reader.ts';
import { marksIn } from './mention-marks.ts';
import type { Subject } from './notes/use-annotation.ts';
import { PanelFailure } from './PanelFailure.tsx';
import classes from './panel.module.css';
import { PaperStated } from './paper/PaperStated.tsx';
import { PaperText } from './paper/PaperText.tsx';
import { RelatedPapers } from './paper/RelatedPapers.tsx';

const Notes = lazy(() => import('./notes/Notes.tsx'));

/** A paper to be read: its text with its concepts, what it states, what is near to it, and one's own notes. */
export function PaperPanel({ id }: { id: string }) {
  const { data: paper, error, refetch } = usePaper(id);
  const notes = useAnnotations();
  if (error) return <PanelFailure type="paper" error={error} onRetry={() => void refetch()} />;
  // Notes that came later would push away what is being read.
  if (!paper || notes.isPending) return <PanelSkeleton />;
  const links = paperLinks(paper);
  return (
    <article>
      <PanelHead kind={<KindTag kind="Paper" />} name={paper.label} marked={<Title paper={paper} />}>
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
      <PaperText paper={paper} />
      <Notes subject={subjectOf(paper)} />
      <PaperStated stated={paper.stated} />
      <Concepts paper={paper} />
      <RelatedPapers related={paper.related} />
      <footer className={classes.foot}>
        <CypherButton cypher={paper.cypher} />
      </footer>
    </article>
  );
}

function subjectOf({ id, label, year, venue, themes }: PaperDetail): Subject {
  const colour = themes[0]?.theme.colour ?? null;
  return { node: { id, kind: 'Paper', label, colour }, paper: { id, label, year, venue } };
}

function Title({ paper }: { paper: PaperDetail }) {
  const unmarked = useReader((state) => state.unmarked);
  if (!paper.title) return paper.label;
  const marks = marksIn('title', paper.mentions).filter(({ payload }) => !unmarked.has(payload.kind));
  return <MentionText text={paper.title} marks={marks} />;
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
