import type { ChangeEffect } from '../../../graph/contract.ts';
import { count } from '../../components/words.ts';
import classes from './ChangeDialog.module.css';

/** What one change would do, with sentences that it is about. */
export function EffectView({ effect }: { effect: ChangeEffect }) {
  return (
    <div className={classes.one}>
      <p>{inWords(effect)}</p>
      {effect.after.length > 0 && (
        <ul className="plain">
          {effect.after.map(({ name, kind, papers, forms }) => (
            <li key={name}>
              <strong>{name}</strong>, {kind}, {count(papers, 'paper')}
              {forms.length > 1 && (
                <span className={classes.quiet}> Also {otherThan(name, forms).join(', ')}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {effect.examples.length > 0 && (
        <ul className={classes.examples}>
          {effect.examples.map(({ sentence, start, end, paper, field }) => (
            <li key={`${paper.id} ${field} ${start} ${sentence.length}`}>
              {sentence.slice(0, start)}
              <mark>{sentence.slice(start, end)}</mark>
              {sentence.slice(end)}
              <span className={classes.quiet}>
                {' '}
                {paper.label}
                {paper.year !== null && `, ${paper.year}`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const MOST_FORMS = 12;

function otherThan(name: string, forms: readonly string[]): string[] {
  const others = forms.filter((form) => form !== name);
  const more = others.length - MOST_FORMS;
  return more > 0 ? [...others.slice(0, MOST_FORMS), `${more} more`] : others;
}

function inWords({ action, before, papers, mentions }: ChangeEffect): string {
  const where = `${count(mentions, 'mention')} in ${count(papers, 'paper')}`;
  switch (action) {
    case 'merge':
      return `${count(before.length, 'term')} become one; ${where} move to it:`;
    case 'split':
      return `One term becomes two; ${where} move to the second:`;
    case 'rename':
      return `A new name for ${where}:`;
    case 'retype':
      return `Another kind for ${where}:`;
    case 'stop':
      return `“${before[0]?.name}” is no term any more; ${where} are left without it.`;
  }
}
