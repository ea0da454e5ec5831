import { Fragment } from 'react';
import type { ThemeSummary, Themes } from '../../../graph/contract.ts';
import type { ThemeEvent } from '../../../graph/schema.ts';
import { FoldSection } from '../../components/FoldSection.tsx';
import { ThemeLink } from '../../components/ThemeLink.tsx';
import classes from './ThemesPage.module.css';

type Change = Themes['changes'][number];

const EVENT_NAMES: Readonly<Record<ThemeEvent, string>> = {
  born: 'Born',
  died: 'Died',
  split: 'Split',
  merged: 'Merged',
  grew: 'Grew',
  shrank: 'Shrank',
};

/** What became of the themes that there were before. */
export function ThemeChanges({ themes }: { themes: Themes }) {
  const { changes } = themes;
  if (changes.length === 0) return null;
  const known = new Map(themes.themes.map((theme) => [theme.id, theme]));
  return (
    <FoldSection
      name="themes:changes"
      title="What changed since the analysis before"
      aside={changes.length}
      open
    >
      <ul className={classes.changes}>
        {changes.map((change) => (
          <li key={keyOf(change)}>
            <span className={classes.event}>{EVENT_NAMES[change.event]}</span>
            <span>
              <Sentence change={change} known={known} />
            </span>
          </li>
        ))}
      </ul>
    </FoldSection>
  );
}

const keyOf = ({ event, from, to }: Change) =>
  [event, ...from.map(({ id }) => id), '>', ...to.map(({ id }) => id)].join(' ');

type Known = ReadonlyMap<string, ThemeSummary>;

function Sentence({ change, known }: { change: Change; known: Known }) {
  const { event, from, to, kept, of } = change;
  const names = (themes: Change['from']) => <Names themes={themes} known={known} />;
  const share = of > 0 && (
    <span className={classes.quiet}>
      {' '}
      {kept} of {of} concepts stayed together.
    </span>
  );
  if (event === 'born') return names(to);
  if (event === 'died') return names(from);
  const others = from.filter(({ id }) => to.every((theme) => theme.id !== id));
  if (event === 'merged')
    return (
      <>
        {names(to)} {others.length < from.length ? 'took in' : 'is made of'} {names(others)}.{share}
      </>
    );
  if (event === 'split')
    return (
      <>
        {names(from)} is now {names(to)}.{share}
      </>
    );
  return (
    <>
      {names(to)}.{share}
    </>
  );
}

/** Links where the theme is still there. */
function Names({ themes, known }: { themes: Change['from']; known: Known }) {
  return themes.map(({ id, label }, i) => {
    const theme = known.get(id);
    return (
      <Fragment key={id}>
        {i > 0 && ' and '}
        {theme ? <ThemeLink theme={{ ...theme, label }} /> : <span className={classes.gone}>{label}</span>}
      </Fragment>
    );
  });
}
