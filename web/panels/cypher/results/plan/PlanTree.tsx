import { type KeyboardEvent, useMemo, useRef, useState } from 'react';
import type { CypherMode, PlanStep } from '../../../../../graph/contract.ts';
import { Icon } from '../../../../components/icons.tsx';
import { count, duration } from '../../../../components/words.ts';
import { FigureCell } from './FigureCell.tsx';
import classes from './PlanTree.module.css';
import { openRows, PLAN_FIGURES, type PlanFigure, type PlanRow, planOf } from './plan-rows.ts';

const TITLES: Readonly<Record<PlanFigure, string>> = {
  estimatedRows: 'Estimated rows',
  rows: 'Rows',
  dbHits: 'Db hits',
  milliseconds: 'Time',
};
/** Pixels a level. */
const INDENT = 16;

/** The steps of a statement, the one that gives the result on top; each takes its rows from those within it. */
export default function PlanTree({ plan: steps, mode }: { plan: readonly PlanStep[]; mode: CypherMode }) {
  const plan = useMemo(() => planOf(steps), [steps]);
  const [folded, setFolded] = useState<ReadonlySet<number>>(new Set());
  const [at, setAt] = useState(0);
  const grid = useRef<HTMLTableElement>(null);
  const rows = openRows(plan, folded);
  const figures = PLAN_FIGURES.filter((name) => plan.figures.has(name));

  function fold(index: number, fold: boolean) {
    const next = new Set(folded);
    if (fold) next.add(index);
    else next.delete(index);
    setFolded(next);
  }

  function go(index: number) {
    setAt(index);
    grid.current?.querySelector<HTMLElement>(`[data-step="${index}"]`)?.focus();
  }

  function press(event: KeyboardEvent) {
    const place = rows.findIndex(({ index }) => index === at);
    const row = rows[place];
    if (!row) return;
    const isFolded = folded.has(row.index);
    const parent = row.step.parent;
    if (event.key === 'ArrowRight' && row.children > 0) {
      if (isFolded) fold(row.index, false);
      else go(rows[place + 1]!.index);
    } else if (event.key === 'ArrowLeft') {
      if (row.children > 0 && !isFolded) fold(row.index, true);
      else if (parent !== null) go(parent);
    } else {
      const to = { ArrowDown: place + 1, ArrowUp: place - 1, Home: 0, End: rows.length - 1 }[event.key];
      if (to === undefined) return;
      go(rows[Math.max(0, Math.min(rows.length - 1, to))]!.index);
    }
    event.preventDefault();
  }

  return (
    <section className={classes.view} aria-label="Plan">
      <p className={classes.note}>
        {mode === 'explain'
          ? `EXPLAIN: how the statement would be run. It was not run${figures.length > 0 ? ', so its figures are guesses' : ''}.`
          : 'PROFILE: the statement was run, and each step tells what it did.'}{' '}
        Read it from the innermost step outward: each step takes the rows of those indented under it.
      </p>
      <div className={classes.scroller}>
        <table
          ref={grid}
          className={classes.tree}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: arrow keys lead through its steps.
          role="treegrid"
          aria-label="Steps of the plan"
          onKeyDown={press}
        >
          <thead>
            <tr>
              <th scope="col">Step</th>
              <th scope="col">Works on</th>
              {figures.map((name) => (
                <th key={name} scope="col" data-figures>
                  {TITLES[name]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Step
                key={row.index}
                row={row}
                plan={plan}
                figures={figures}
                folded={folded.has(row.index)}
                tabbable={row.index === at || (isFoldedAway(rows, at) && row === rows[0])}
                onFocus={() => setAt(row.index)}
                onFold={() => fold(row.index, !folded.has(row.index))}
              />
            ))}
          </tbody>
        </table>
      </div>
      <p className={classes.total}>
        {count(steps.length, 'step')}
        {plan.figures.has('dbHits') && `, ${count(plan.figures.get('dbHits')!.sum, 'db hit')}`}
        {plan.figures.has('milliseconds') &&
          `, ${duration(plan.figures.get('milliseconds')!.sum)} in the engine`}
        {missing(mode, figures)}
      </p>
    </section>
  );
}

/** Whether the step that had the focus is folded away. */
const isFoldedAway = (rows: readonly PlanRow[], at: number): boolean =>
  rows.every(({ index }) => index !== at);

function missing(mode: CypherMode, figures: readonly PlanFigure[]): string {
  if (figures.length === 0) return '. This engine gives no figures with its plan.';
  if (mode !== 'profile') return '';
  const absent = (['rows', 'dbHits', 'milliseconds'] as const).filter((name) => !figures.includes(name));
  if (absent.length === 0) return '';
  return `. This engine does not measure ${absent.map((name) => TITLES[name].toLowerCase()).join(' or ')} by step.`;
}

interface StepProps {
  row: PlanRow;
  plan: ReturnType<typeof planOf>;
  figures: readonly PlanFigure[];
  folded: boolean;
  tabbable: boolean;
  onFocus(): void;
  onFold(): void;
}

function Step({ row, plan, figures, folded, tabbable, onFocus, onFold }: StepProps) {
  const { step, level, children, index, place, siblings } = row;
  return (
    <tr
      data-step={index}
      tabIndex={tabbable ? 0 : -1}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={siblings}
      aria-expanded={children > 0 ? !folded : undefined}
      onFocus={onFocus}
    >
      <th scope="row">
        <span className={classes.step} style={{ paddingLeft: (level - 1) * INDENT }}>
          {children > 0 ? (
            <button
              type="button"
              className={classes.fold}
              tabIndex={-1}
              aria-hidden="true"
              data-folded={folded || undefined}
              onClick={onFold}
            >
              <Icon name="chevron" size={11} />
            </button>
          ) : (
            <span className={classes.leaf} />
          )}
          {step.operator}
        </span>
      </th>
      <td className={classes.details}>{step.details}</td>
      {figures.map((name) => (
        <FigureCell key={name} name={name} value={step[name]} most={plan.figures.get(name)!.most} />
      ))}
    </tr>
  );
}
