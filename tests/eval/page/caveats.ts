import { EXTRACTORS } from '../../../ingest/extract/extractor-module.ts';
import { BASELINE } from '../contenders.ts';
import { percent } from './markdown-table.ts';
import { type Measurement, measuredIn } from './measurements.ts';

/** Where the share of heads is told: a set to choose on, so that nothing of a test set is said but its scores. */
const HEADS_SET = 'scierc.dev';

/** How far SciERC's scheme and ours part over heads, in figures of the extractors that were measured on it. */
function headCaveat(measurements: readonly Measurement[]): string[] {
  const studied = measurements.filter(
    ({ extractor, results }) => extractor !== BASELINE.extractor.name && results.get(HEADS_SET)?.heads,
  );
  const first = studied[0]?.results.get(HEADS_SET)?.heads;
  if (!first) return [];
  const share = (part: number): string => `${percent((100 * part) / first.marked)} %`;
  const each = studied.map((measurement) => {
    const heads = measurement.results.get(HEADS_SET)!.heads!;
    const exact = measuredIn(measurement, HEADS_SET, 'exact')?.f1;
    return `${measurement.extractor} finds ${share(heads.foundWithout)} of all marked spans but for such a head; without heads on either side its exact F1 is ${percent(heads.withoutHeads.f1)} in place of ${percent(exact)}`;
  });
  return [
    `SciERC's annotators keep generic heads that our guidelines leave off ("X algorithm", "X task"). On ${HEADS_SET} ${share(first.headed)} of the marked spans (${first.headed} of ${first.marked}) end in one. ${each.join('. ')}. An extractor that follows our guidelines can't score full marks there.`,
  ];
}

/** What the figures don't say, as a list. */
export function caveats(measurements: readonly Measurement[]): string {
  const points = [
    `\`spans.dev\` was read when the rules were written (${EXTRACTORS.rules.name}), and settings of the models were chosen on it: figures on the \`dev\` sets flatter. Nothing was chosen on the \`test\` sets; look there first.`,
    'The marks that the models learn from are of abstracts from machine-learning venues. Expect less elsewhere: of medicine only abbreviations are measured here, of history nothing.',
    ...headCaveat(measurements),
    'The sets are small, figures have no intervals, and each model is of one seed: small differences mean little.',
    'Readers differ too: what two of them agree on is the most that any extractor can be asked for.',
    'Key terms have a recall only: a paper has more terms than its key ones, so finding everything would score full marks.',
    'Relations are looked for between the spans that are marked by hand: this measures the wordings, not the whole way from text to relation. Found spans that miss a concept lose its relations too.',
    'Keyphrases are measured against what indexers chose, of which many do not stand in the text: no extractor finds those.',
    'Speed is CPU time of one process with all its threads, warm, for extraction alone: no reading and cleaning of files, no joining into canonical concepts, no store. A machine that does other work as well makes it lower.',
    'Figures of others are cited from one measurement with the same scorer, except those of `baseline`, which are measured beside ours. Peers that need more than this command can install were not measured on our own sets.',
  ];
  return points.map((point) => `- ${point}`).join('\n');
}
