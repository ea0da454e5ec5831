import { Button } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { ASK_BOUNDS } from '../../../graph/contract.ts';
import { Icon } from '../../components/icons.tsx';
import { useAsk } from '../../state/ask.ts';
import { useCompletions } from './ask-queries.ts';
import { CompletionKind } from './CompletionKind.tsx';
import { type Completion, fittingCompletions, isWhole, partsOfCompletion } from './completion-list.ts';
import classes from './QuestionBox.module.css';

/** Milliseconds of quiet before the server is asked how to go on. */
const PAUSE = 60;
const NONE = -1;

/** The question, with ways to go on as it is typed. What is typed stands there at once, whatever the server does. */
export function QuestionBox() {
  const { current, calls, ask } = useAsk();
  const [text, setText] = useState(current);
  const [shown, setShown] = useState(current);
  const [isOpen, setOpen] = useState(false);
  const [at, setAt] = useState(NONE);
  const list = useId();
  const input = useRef<HTMLInputElement>(null);
  const rows = useRef<HTMLDivElement>(null);
  // Another question, from an example, the trail or the address, takes the place of what was typed.
  if (shown !== current) {
    setShown(current);
    setText(current);
    setOpen(false);
  }
  const [asked] = useDebouncedValue(text, PAUSE);
  const { data } = useCompletions(asked, isOpen);
  const found = isOpen ? fittingCompletions(data?.completions ?? [], text) : [];
  const active = Math.min(at, found.length - 1);
  const chosen = found[active];

  // biome-ignore lint/correctness/useExhaustiveDependencies: each call counts.
  useEffect(() => input.current?.focus(), [calls]);

  function close() {
    setOpen(false);
    setAt(NONE);
  }

  function submit(question: string) {
    if (!question.trim()) return;
    ask(question);
    setText(question);
    close();
  }

  /** Puts a completion in; a whole question may be asked at once. */
  function take(completion: Completion, askIt: boolean) {
    if (askIt && isWhole(completion)) return submit(completion.question);
    setText(completion.question);
    setAt(NONE);
    input.current?.focus();
  }

  function go(to: number) {
    const next = to < NONE ? found.length - 1 : to >= found.length ? NONE : to;
    setAt(next);
    rows.current?.children[next]?.scrollIntoView({ block: 'nearest' });
  }

  function press(event: KeyboardEvent) {
    const plain = !event.altKey && !event.ctrlKey && !event.metaKey;
    if (event.key === 'ArrowDown' && plain && !isOpen) setOpen(true);
    else if (event.key === 'ArrowDown' && plain) go(active + 1);
    else if (event.key === 'ArrowUp' && plain && isOpen) go(active - 1);
    else if (event.key === 'Enter' && chosen) take(chosen, true);
    else if (event.key === 'Enter') submit(text);
    else if (event.key === 'Tab' && !event.shiftKey && plain && found[0] && text.trim())
      take(chosen ?? found[0], false);
    else if (event.key === 'Escape' && isOpen) close();
    else return;
    event.preventDefault();
  }

  return (
    <div className={classes.box}>
      <div className={classes.line}>
        <Icon name="question" size={20} />
        <input
          ref={input}
          className={classes.input}
          role="combobox"
          aria-label="Your question"
          aria-autocomplete="list"
          aria-expanded={found.length > 0}
          aria-controls={list}
          aria-activedescendant={chosen ? `${list}-${active}` : undefined}
          aria-describedby={`${list}-keys`}
          placeholder="Ask about the papers, concepts and themes here"
          autoComplete="off"
          spellCheck={false}
          enterKeyHint="search"
          maxLength={ASK_BOUNDS.question}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value);
            setAt(NONE);
            setOpen(true);
          }}
          onKeyDown={press}
          onBlur={close}
        />
        <Button size="sm" variant="default" disabled={!text.trim()} onClick={() => submit(text)}>
          Ask
        </Button>
      </div>
      <div
        id={list}
        ref={rows}
        role="listbox"
        aria-label="Ways to go on"
        className={classes.list}
        hidden={found.length === 0}
      >
        {found.map((completion, index) => {
          const { before, added } = partsOfCompletion(completion);
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys work in the box, which keeps the focus.
            // biome-ignore lint/a11y/useFocusableInteractive: the box names the active option.
            <div
              key={completion.question}
              id={`${list}-${index}`}
              role="option"
              aria-selected={index === active}
              className={classes.option}
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(completion, true)}
            >
              <span className={classes.text}>
                {before && <span className={classes.before}>{before}</span>}
                {added}
              </span>
              <CompletionKind kind={completion.kind} />
            </div>
          );
        })}
      </div>
      <p id={`${list}-keys`} className={classes.keys}>
        <kbd>↓</kbd> ways to go on <kbd>Tab</kbd> takes one <kbd>Enter</kbd> asks
      </p>
    </div>
  );
}
