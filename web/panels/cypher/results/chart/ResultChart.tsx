import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import type { CypherResult } from '../../../../../graph/contract.ts';
import { Choice } from '../../../../components/Choice.tsx';
import { Icon } from '../../../../components/icons.tsx';
import { count } from '../../../../components/words.ts';
import { fileName, saveBlob } from '../../../../sharing/save-blob.ts';
import { BarChart } from './BarChart.tsx';
import { ChartTable } from './ChartTable.tsx';
import {
  acrossFor,
  CHART_FORMS,
  type ChartChoice,
  type ChartColumn,
  type ChartForm,
  chartColumns,
  chartPoints,
  firstChoice,
  formsFor,
} from './chart-choice.ts';
import { svgText } from './chart-svg.ts';
import { PointChart } from './PointChart.tsx';
import classes from './ResultChart.module.css';
import { useSize } from './use-size.ts';

const FORM_NAMES = { bar: 'Bars', line: 'Line', scatter: 'Points' } as const;
/** Rows that a chart can show. */
const DRAWN = { bar: 300, line: 5000, scatter: 5000 } as const;

/** A quick look at two columns. */
export default function ResultChart({ result }: { result: CypherResult }) {
  const columns = useMemo(() => chartColumns(result), [result]);
  const [chosen, setChosen] = useState<ChartChoice | null>(() => firstChoice(columns));
  const stage = useRef<HTMLElement>(null);
  const size = useSize(stage);
  const { points, left } = useMemo(
    () => (chosen ? chartPoints(result.rows, chosen) : { points: [], left: 0 }),
    [result, chosen],
  );
  if (!chosen) return null;
  const { x, y, form } = chosen;
  const drawn = points.slice(0, DRAWN[form]);
  const forms = formsFor(x);
  const repeated = form === 'bar' && new Set(points.map(({ name }) => name)).size < points.length;
  const title = `${y.name} by ${x.name}`;

  function save() {
    const svg = stage.current?.querySelector('svg');
    if (svg) saveBlob(new Blob([svgText(svg)], { type: 'image/svg+xml' }), fileName(title, 'svg'));
  }

  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <ColumnChoice
          label={form === 'bar' ? 'Bars' : 'Across'}
          columns={acrossFor(columns.x, y)}
          chosen={x}
          onChoose={(column) => setChosen({ x: column, y, form: fitting(column, form) })}
        />
        <ColumnChoice
          label={form === 'bar' ? 'Length' : 'Up'}
          columns={columns.y.filter(({ index }) => index !== x.index)}
          chosen={y}
          onChoose={(column) => {
            const open = acrossFor(columns.x, column);
            const across = open.find(({ index }) => index === x.index) ?? open[0];
            if (across) setChosen({ x: across, y: column, form: fitting(across, form) });
          }}
        />
        {forms.length > 1 && (
          <Choice
            label="Form of the chart"
            value={form}
            options={CHART_FORMS.filter((name) => forms.includes(name)).map((value) => ({
              value,
              label: FORM_NAMES[value],
            }))}
            onChange={(value) => setChosen({ x, y, form: value })}
          />
        )}
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<Icon name="download" size={13} />}
          onClick={save}
        >
          SVG
        </Button>
        <span role="status">
          {drawn.length < points.length &&
            `The first ${drawn.length.toLocaleString('en')} of ${count(points.length, 'row')}. `}
          {repeated && `Several rows have the same ${x.name}. `}
          {left > 0 && `${count(left, 'row')} without both values left out.`}
        </span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <section ref={stage} className={classes.stage} tabIndex={0} aria-label="Chart">
        {size &&
          (form === 'bar' ? (
            <BarChart points={drawn} x={x} y={y} title={title} width={size.width} />
          ) : (
            <PointChart points={drawn} x={x} y={y} form={form} title={title} size={size} />
          ))}
        <ChartTable points={drawn} x={x} y={y} />
      </section>
    </div>
  );
}

const fitting = (across: ChartColumn, form: ChartForm): ChartForm =>
  formsFor(across).includes(form) ? form : formsFor(across)[0]!;

interface ColumnChoiceProps {
  label: string;
  columns: readonly ChartColumn[];
  chosen: ChartColumn;
  onChoose(column: ChartColumn): void;
}

function ColumnChoice({ label, columns, chosen, onChoose }: ColumnChoiceProps) {
  return (
    <label className={classes.choice}>
      {label}
      <select
        value={chosen.index}
        onChange={(event) => {
          const column = columns.find(({ index }) => index === Number(event.currentTarget.value));
          if (column) onChoose(column);
        }}
      >
        {columns.map(({ index, name }) => (
          <option key={index} value={index}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}
