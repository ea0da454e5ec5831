import { EVAL_SETS } from '../eval-sets.ts';
import { markdownTable, NONE, percent, round } from './markdown-table.ts';
import { type Measurement, measuredIn } from './measurements.ts';

/** The same whichever extractor is measured, so these have a table of their own. */
const OF_NO_EXTRACTOR = 'relations';

/** One table a set: measures down, extractors across, precision / recall / F1 in each cell. */
export function setTables(measurements: readonly Measurement[]): string {
  const sections = EVAL_SETS.flatMap(({ name, about }) => {
    const measured = measurements.filter(({ results }) => (results.get(name)?.measured.length ?? 0) > 0);
    const [first] = measured;
    if (!first) return [];
    const labels = new Map(
      measured
        .flatMap(({ results }) => results.get(name)!.measured)
        .filter(({ measure }) => measure !== OF_NO_EXTRACTOR)
        .map(({ measure, label }) => [measure, label]),
    );
    const rows = [...labels].map(([measure, label]) => [
      label,
      ...measured.map((measurement) => {
        const found = measuredIn(measurement, name, measure);
        return found
          ? [found.precision, found.recall, found.f1].map((rate) => percent(rate)).join(' / ')
          : NONE;
      }),
    ]);
    return [
      `### ${name}`,
      `${first.results.get(name)!.documents} documents: ${about}.`,
      markdownTable(['', ...measured.map(({ extractor }) => extractor)], rows),
    ];
  });
  return sections.join('\n\n');
}

export function relationTable(measurements: readonly Measurement[]): string {
  const rows = EVAL_SETS.flatMap(({ name }) => {
    const found = measurements.map((one) => measuredIn(one, name, OF_NO_EXTRACTOR)).find(Boolean);
    return found ? [[name, percent(found.precision), percent(found.recall), percent(found.f1)]] : [];
  });
  return rows.length === 0 ? 'Not measured.' : markdownTable(['set', 'precision', 'recall', 'F1'], rows);
}

export function speedTable(measurements: readonly Measurement[]): string {
  const rows = measurements.flatMap(({ extractor, speed }) =>
    speed ? [[extractor, round(speed.perCpuSecond), `${speed.passes} × ${speed.documents}`]] : [],
  );
  return rows.length === 0
    ? 'Not measured.'
    : markdownTable(['extractor', 'abstracts per CPU second', 'abstracts read'], rows);
}

/** Which run each extractor's figures come from. */
export function runTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({ extractor, facts }) => [
    extractor,
    facts.date,
    `${facts.version}${facts.commit ? `, ${facts.commit}` : ''}${facts.changed ? ' and changes since' : ''}`,
    facts.node,
    `${facts.cores} cores, ${facts.cpu}`,
  ]);
  return markdownTable(['extractor', 'measured on', 'Lacuna', 'Node', 'machine'], rows);
}
