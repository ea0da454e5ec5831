import { useEffect } from 'react';
import type { LabelLayer } from '../label-layer.ts';
import type { Box } from '../label-placement.ts';
import type { MapScene } from '../map-scene.ts';

/** The event that asks the map what is on it; the answer is put into its detail. */
export const REPORT = 'lacuna:report';

export interface MapReport {
  /** 1 shows all of it, less is nearer. */
  ratio: number;
  /** Names that can be read, with their places in pixels from the left and top of the map. */
  labels: { kind: string; text: string; box: Box }[];
  /** Where nodes are, in pixels. */
  nodes: { id: string; kind: string; x: number; y: number; radius: number }[];
}

/** Tells what the map shows to who can't see a canvas: tests, and pages around an embedded map. */
export function ReportController({ scene, labels }: { scene: MapScene; labels: LabelLayer }) {
  useEffect(() => {
    const { sigma, graph } = scene;
    const container = sigma.getContainer();
    const report = (event: Event) => {
      if (!(event instanceof CustomEvent) || typeof event.detail !== 'object' || !event.detail) return;
      const standing = labels.labels();
      const answer: MapReport = {
        ratio: sigma.getCamera().ratio,
        labels: [
          ...standing.themes.map(({ lines, box }) => ({ kind: 'Land', text: lines.join(' '), box })),
          ...standing.nodes.map(({ kind, lines, box }) => ({ kind, text: lines.join(' '), box })),
        ],
        nodes: graph
          .filterNodes((id) => scene.emphasis.level(id) !== 'hidden')
          .map((id) => {
            const node = graph.getNodeAttributes(id);
            const radius = sigma.scaleSize(sigma.getNodeDisplayData(id)?.size ?? 0);
            return { id, kind: node.kind, ...sigma.graphToViewport(node), radius };
          }),
      };
      Object.assign(event.detail, answer);
    };
    container.addEventListener(REPORT, report);
    return () => container.removeEventListener(REPORT, report);
  }, [scene, labels]);
  return null;
}
