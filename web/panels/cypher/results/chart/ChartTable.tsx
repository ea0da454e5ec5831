import type { ChartColumn, ChartPoint } from './chart-choice.ts';

/** Rows that are read out; the table has them all. */
const READ = 100;

/** The same as a chart, for those who don't see it. */
export function ChartTable({
  points,
  x,
  y,
}: {
  points: readonly ChartPoint[];
  x: ChartColumn;
  y: ChartColumn;
}) {
  return (
    <table className="sr-only">
      <caption>
        {points.length > READ ? `The first ${READ} values of the chart` : 'The values of the chart'}
      </caption>
      <thead>
        <tr>
          <th scope="col">{x.name}</th>
          <th scope="col">{y.name}</th>
        </tr>
      </thead>
      <tbody>
        {points.slice(0, READ).map(({ row, name, y: value }) => (
          <tr key={row}>
            <th scope="row">{name}</th>
            <td>{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
