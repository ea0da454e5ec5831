import type { Gap } from '../analysis/gaps/gap.ts';
import { GAP_DEFINITIONS } from '../gap-definitions.ts';
import { GAP_KINDS, type GapKind, type GapProperties } from '../schema.ts';

interface GapListing extends Omit<Gap, 'kind' | 'part'> {
  id: string;
  rank: number;
  title: string;
  verdict: string | null;
  note: string;
}

/** Gaps as other programs may rely on them (docs/cli.md). */
export interface GapsDocument {
  lists: {
    kind: GapKind;
    definition: (typeof GAP_DEFINITIONS)[GapKind];
    parameters: Record<string, number | string>;
    considered: number;
    excluded: { reason: string; count: number }[];
    gaps: GapListing[];
  }[];
}

interface Facts {
  gaps: readonly GapProperties[];
  findings: readonly { id: string; json: string }[];
}

export const gapsFinding = (kind: GapKind): string => `gaps:${kind}`;

export function gapsDocument(
  { gaps, findings }: Facts,
  judgements: ReadonlyMap<string, { verdict: string | null; note: string }>,
): GapsDocument {
  const settings = new Map(findings.map(({ id, json }) => [id, json]));
  return {
    lists: GAP_KINDS.map((kind) => ({
      kind,
      definition: GAP_DEFINITIONS[kind],
      ...listSettings(settings.get(gapsFinding(kind))),
      gaps: gaps
        .filter((gap) => gap.kind === kind)
        .map(({ id, rank, title, evidence }) => {
          const { kind: _, part: __, ...gap } = JSON.parse(evidence) as Gap;
          const { verdict = null, note = '' } = judgements.get(id) ?? {};
          return { id, rank, title, ...gap, verdict, note };
        }),
    })),
  };
}

type ListSettings = Pick<GapsDocument['lists'][number], 'parameters' | 'considered' | 'excluded'>;

const listSettings = (json: string | undefined): ListSettings =>
  json === undefined ? { parameters: {}, considered: 0, excluded: [] } : (JSON.parse(json) as ListSettings);
