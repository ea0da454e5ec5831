import { useEffect, useRef } from 'react';
import type { GraphView } from '../../../graph/contract.ts';
import { layNode } from '../../navigation.ts';
import { useCameraAddress } from '../../state/camera-address.ts';
import { type CameraRequest, useView } from '../../state/view.ts';
import {
  type CameraPlace,
  frameAround,
  frameNode,
  inFreePart,
  type Screen,
  seenWith,
} from '../camera-frame.ts';
import { extentsOf, framedIn } from '../map-frame.ts';
import type { MapScene } from '../map-scene.ts';
import { wantsRest } from '../motion.ts';

/** Milliseconds. */
const FLIGHT = 180;
const STEP = 1.5;

/** Flies where it is asked to; a node that is not on the map is fetched with its neighbours first. */
export function CameraController({ scene, view }: { scene: MapScene; view: GraphView }) {
  const request = useView((state) => state.camera);
  const served = useRef(0);

  useEffect(() => {
    if (request.turn === served.current || scene.view !== view || !scene.frame) return;
    const ids = idsOf(request, view);
    const present = ids.filter((id) => scene.graph.hasNode(id));
    if (request.to === 'nodes' && present.length === 0 && request.ids.length === 1) {
      const expanded = useView.getState().expansions.has(request.ids[0]!);
      // NOTE: the expansion makes a new view, which comes back here with the node in it.
      if (!expanded) {
        layNode(request.ids[0]!).catch(() => {
          // The panel says what is wrong; the camera stays where it is.
          served.current = request.turn;
        });
        return;
      }
    }
    served.current = request.turn;
    const place = placeFor(request, scene, present);
    if (!place) return;
    scene.byHand = request.to === 'nearer' || request.to === 'farther';
    if (!scene.byHand) useCameraAddress.getState().settle(null);
    fly(scene, place);
  }, [scene, view, request]);
  return null;
}

function idsOf(request: CameraRequest, view: GraphView): readonly string[] {
  if (request.to === 'theme') return membersOf(view, request.id) ?? [];
  if (request.to !== 'nodes') return [];
  const drawn = new Set(view.nodes.id);
  return request.ids.flatMap((id) => (drawn.has(id) ? [id] : (membersOf(view, id) ?? [id])));
}

/** Null for what is no theme. */
function membersOf(view: GraphView, id: string): readonly string[] | null {
  const theme = view.themes.findIndex((known) => known.id === id);
  return theme < 0 ? null : view.nodes.id.filter((_, i) => view.nodes.theme[i] === theme);
}

function placeFor(request: CameraRequest, scene: MapScene, ids: readonly string[]): CameraPlace | null {
  const camera = scene.sigma.getCamera().getState();
  if (request.to === 'all') return placeForAll(scene);
  if (request.to === 'nearer') return { ...camera, ratio: camera.ratio / STEP };
  if (request.to === 'farther') return { ...camera, ratio: camera.ratio * STEP };
  const points = ids.map((id) => framed(scene, id));
  const [only] = points;
  if (only && points.length === 1) {
    const neighbours = scene.graph.neighbors(ids[0]!).map((id) => framed(scene, id));
    const place = frameNode(only, neighbours, camera);
    return inFreePart(place, [only, ...seenWith(only, neighbours)], screenOf(scene));
  }
  const place = frameAround(points, camera);
  return place && inFreePart(place, points, screenOf(scene));
}

/** All that is drawn: the whole frame, or the part of it that the filters left. */
function placeForAll(scene: MapScene): CameraPlace {
  const whole = { x: 0.5, y: 0.5, ratio: 1 };
  const { graph, frame, emphasis } = scene;
  if (!frame || graph.order >= frame.view.nodes.id.length) return whole;
  const visible = graph.filterNodes((id) => emphasis.level(id) !== 'hidden');
  if (visible.length < 2) return whole;
  return frameAround(
    visible.map((id) => framed(scene, id)),
    whole,
  )!;
}

/** NOTE: Sigma itself learns only later that a panel beside the map came or went, so the page is asked. */
function screenOf({ sigma, frame }: MapScene): Screen {
  const { offsetWidth: width, offsetHeight: height } = sigma.getContainer();
  const override = {
    cameraState: { x: 0.5, y: 0.5, ratio: 1, angle: 0 },
    viewportDimensions: { width, height },
    graphDimensions: extentsOf(frame!.box),
  };
  const [left, right] = [0, 1].map((x) => sigma.framedGraphToViewport({ x, y: 0 }, override).x);
  return { width, height, unit: right! - left! };
}

/** NOTE: Sigma itself knows of a new graph only after the next frame, so the frame is asked. */
function framed({ frame, graph }: MapScene, id: string) {
  return framedIn(frame!.box, graph.getNodeAttributes(id));
}

function fly(scene: MapScene, place: CameraPlace): void {
  scene.held = null;
  const camera = scene.sigma.getCamera();
  if (wantsRest()) camera.setState(place);
  else camera.animate(place, { duration: FLIGHT, easing: 'quadraticInOut' });
}
