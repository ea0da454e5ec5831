import { type MouseEvent, useId } from 'react';
import type { Answer, AskedPaper } from '../../../graph/contract.ts';
import classes from './Answered.module.css';
import { PaperLink } from './PaperLink.tsx';

interface Props {
  summary: NonNullable<Answer['summary']>;
  model: string | null;
  papers: readonly AskedPaper[];
}

const NUMBER = /\[(\d+)\]/;

/** What a model makes of the cited sentences, each number leading to its sentence. */
export function ModelSummary({ summary: { text, citations }, model, papers }: Props) {
  const id = useId();
  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  const known = new Set(citations.map(({ number }) => String(number)));
  function follow(event: MouseEvent, number: string) {
    // NOTE: the address holds the view, so that a plain link would lose it.
    event.preventDefault();
    document.getElementById(`${id}-${number}`)?.focus();
  }
  return (
    <section className={classes.summary} aria-label={`Summary by ${model ?? 'a language model'}`}>
      <p>
        {text.split(NUMBER).map((part, i) =>
          i % 2 === 0 ? (
            part
          ) : known.has(part) ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: parts of a text stay where they are.
            <a key={i} href={`#${id}-${part}`} onClick={(event) => follow(event, part)}>
              [{part}]
            </a>
          ) : (
            `[${part}]`
          ),
        )}
      </p>
      <p className={classes.by}>
        Summed up by {model}. Every number stands for one of these sentences; check what matters there.
      </p>
      <ol className="plain">
        {citations.map(({ number, paper, sentence }) => (
          <li key={number} id={`${id}-${number}`} tabIndex={-1}>
            <span className={classes.number}>[{number}]</span> {sentence}{' '}
            {byId.has(paper) && <PaperLink paper={byId.get(paper)!} />}
          </li>
        ))}
      </ol>
    </section>
  );
}
