import type { Extraction, ExtractorInput } from '../../../../ingest/extract/extractor.ts';
import { createLlmExtractor, type LlmExtractor } from '../../../../ingest/extract/llm/llm-extractor.ts';
import { type LlmSettings, parseLlmSettings } from '../../../../ingest/extract/llm/settings.ts';

export const SECRET = 'sk-loopback-0123456789';

export const PAPER: ExtractorInput = {
  id: 'heron',
  title: 'Heron: river stage forecasting with sparse gauges',
  abstract:
    'Flood warning needs river stage forecasting. We present HERON (Hydrological Ensemble from Remote ObservatioNs), ' +
    'which applies a Kalman filter to sparse gauges. HERON is evaluated on the Brook benchmark by root mean square ' +
    'error. The Kalman filter beats a recurrent network.',
};

/** What a careful model would say of `PAPER`. */
export const GOOD_ANSWER = {
  mentions: [
    { surface: 'river stage forecasting', kind: 'Task' },
    { surface: 'Flood warning', kind: 'Task' },
    { surface: 'Kalman filter', kind: 'Method' },
    { surface: 'recurrent network', kind: 'Method' },
    { surface: 'Brook benchmark', kind: 'Dataset' },
    { surface: 'root mean square error', kind: 'Metric' },
  ],
  introduces: [{ name: 'HERON', kind: 'Method', long: 'Hydrological Ensemble from Remote ObservatioNs' }],
  acronyms: [{ short: 'HERON', long: 'Hydrological Ensemble from Remote ObservatioNs' }],
  relations: [
    { from: 'HERON', type: 'EVALUATED_ON', to: 'Brook benchmark' },
    { from: 'Kalman filter', type: 'COMPARED_WITH', to: 'recurrent network' },
  ],
};

export const papers = (count: number): ExtractorInput[] =>
  Array.from({ length: count }, (_, at) => ({
    id: `p${at}`,
    title: null,
    abstract: `We study graph kernel number ${at} with a support vector machine.`,
  }));

/** Short waits; the rest as it comes. */
export const settingsFor = (url: string, more: Record<string, string> = {}): LlmSettings =>
  parseLlmSettings({
    LACUNA_LLM_URL: url,
    LACUNA_LLM_MODEL: 'stub-1',
    LACUNA_LLM_KEY: SECRET,
    LACUNA_LLM_BACKOFF_MS: '5',
    LACUNA_LLM_TIMEOUT_MS: '2000',
    ...more,
  });

export async function extractAll(
  inputs: readonly ExtractorInput[],
  settings: LlmSettings,
  signal?: AbortSignal,
): Promise<{ extractions: Extraction[]; extractor: LlmExtractor }> {
  const extractor = createLlmExtractor(settings);
  const extractions: Extraction[] = [];
  for await (const some of extractor.extract(inputs, signal)) extractions.push(...some);
  return { extractions, extractor };
}
