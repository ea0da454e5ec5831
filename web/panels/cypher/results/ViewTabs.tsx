import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { RESULT_VIEWS, type ResultView } from '../../../state/result-view.ts';
import classes from './ViewTabs.module.css';
import { VIEW_NAMES, type ViewReasons } from './views.ts';

interface Props {
  view: ResultView;
  reasons: ViewReasons;
  /** The id of what the tabs show. */
  panel: string;
  onChoose(view: ResultView): void;
}

/** The forms of a result. Arrow keys lead through all of them; those that have nothing to show say why. */
export function ViewTabs({ view, reasons, panel, onChoose }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<ResultView | null>(null);
  const id = useId();

  function go(to: ResultView) {
    list.current?.querySelector<HTMLElement>(`[data-view="${to}"]`)?.focus();
    if (reasons[to] === null) onChoose(to);
  }

  function press(event: KeyboardEvent) {
    const at = RESULT_VIEWS.indexOf(focused ?? view);
    const last = RESULT_VIEWS.length - 1;
    const to = {
      ArrowRight: at === last ? 0 : at + 1,
      ArrowLeft: at === 0 ? last : at - 1,
      Home: 0,
      End: last,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    go(RESULT_VIEWS[to]!);
  }

  return (
    <div ref={list} className={classes.tabs} role="tablist" aria-label="Form of the result" onKeyDown={press}>
      {RESULT_VIEWS.map((name) => {
        const reason = reasons[name];
        return (
          <div key={name} role="presentation" className={classes.place}>
            <button
              type="button"
              role="tab"
              className={classes.tab}
              data-view={name}
              aria-selected={name === view}
              aria-disabled={reason !== null || undefined}
              aria-controls={panel}
              aria-describedby={reason === null ? undefined : `${id}-${name}`}
              tabIndex={name === view ? 0 : -1}
              onFocus={() => setFocused(name)}
              onBlur={() => setFocused(null)}
              onClick={() => reason === null && onChoose(name)}
            >
              {VIEW_NAMES[name]}
            </button>
            {reason !== null && (
              <span id={`${id}-${name}`} role="tooltip" className={classes.reason}>
                {reason}
              </span>
            )}
          </div>
        );
      })}
    </div>
  );
}
