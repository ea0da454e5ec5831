import { useEffect } from 'react';
import type { GraphView } from '../../../graph/contract.ts';
import { useCameraAddress } from '../../state/camera-address.ts';
import { toCamera, toLayout } from '../map-frame.ts';
import type { MapScene } from '../map-scene.ts';

/** Milliseconds without a move after which the camera has settled. */
const SETTLED = 350;

/** Keeps where the user moved the camera to for the address, and goes where an address wants it. */
export function SightController({ scene, view }: { scene: MapScene; view: GraphView }) {
  const wanted = useCameraAddress((state) => state.wanted);

  useEffect(() => {
    if (!wanted || !scene.frame || scene.view !== view) return;
    const camera = scene.sigma.getCamera();
    camera.setState(toCamera(wanted, scene.frame.box, scene.sigma.getDimensions()));
    useCameraAddress.getState().served();
  }, [scene, view, wanted]);

  useEffect(() => {
    const { sigma } = scene;
    const camera = sigma.getCamera();
    const container = sigma.getContainer();
    let timer = 0;
    const settle = () => {
      if (!scene.frame || !scene.byHand) return;
      const sight = toLayout(camera.getState(), scene.frame.box, sigma.getDimensions());
      useCameraAddress.getState().settle(sight);
    };
    const update = () => {
      window.clearTimeout(timer);
      if (scene.byHand) timer = window.setTimeout(settle, SETTLED);
    };
    const take = () => {
      scene.byHand = true;
    };
    const drag = ({ buttons }: MouseEvent) => {
      if (buttons !== 0) take();
    };
    container.addEventListener('wheel', take, { capture: true, passive: true });
    container.addEventListener('touchmove', take, { capture: true, passive: true });
    container.addEventListener('mousemove', drag, { capture: true });
    camera.on('updated', update);
    return () => {
      window.clearTimeout(timer);
      container.removeEventListener('wheel', take, { capture: true });
      container.removeEventListener('touchmove', take, { capture: true });
      container.removeEventListener('mousemove', drag, { capture: true });
      camera.off('updated', update);
    };
  }, [scene]);
  return null;
}
