import type { Estimate } from '../extract/llm/estimate.ts';
import type { LlmReport } from '../extract/llm/llm-extractor.ts';
import type { LlmSettings } from '../extract/llm/settings.ts';

const number = (value: number): string => value.toLocaleString('en');
const price = (cost: number | null): string => (cost === null ? 'price unknown' : `cost ${cost.toFixed(4)}`);

/** What a run would ask, and what that would cost. */
export function estimateText(
  { requests, inputTokens, outputTokens, cost }: Estimate,
  settings: LlmSettings,
): string {
  const { model, url } = settings;
  return (
    `${number(requests)} abstracts to ask ${model} at ${new URL(url).host} about, the rest is known: ` +
    `about ${number(inputTokens)} tokens sent, ${number(outputTokens)} received, ${price(cost)}.`
  );
}

/** What became of the abstracts, in a few lines. */
export function modelReportLines({ answered, fellBack, dropped, spent, standIn }: LlmReport): string[] {
  const reasons = Object.entries(fellBack).map(([reason, count]) => `${reason} ${number(count)}`);
  const others = Object.values(fellBack).reduce((sum, count) => sum + count, 0);
  return [
    `The model answered for ${number(answered)} abstracts; ${standIn} read ${number(others)} instead` +
      `${reasons.length > 0 ? ` (${reasons.join(', ')})` : ''}.`,
    `Not used of its answers: ${number(dropped.invented)} invented, ${number(dropped.unknownKind)} of unknown kinds, ` +
      `${number(dropped.relations)} relations, ${number(dropped.malformed)} malformed.`,
    `${number(spent.requests)} requests, ${number(spent.inputTokens)} tokens sent, ` +
      `${number(spent.outputTokens)} received, ${price(spent.cost)}.`,
  ];
}
