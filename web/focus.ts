/** Where the keyboard is: the regions of the page in turn, and the panel that is to be read. */

/** The heading of the panel of what is selected. */
export const HEADING_ID = 'selected';
const REGION = 'data-region';

/** Milliseconds that a panel may take to load and still get the focus. */
const PATIENCE = 4000;

let readUntil = 0;

/** Moves the focus to the panel's heading, now or once it has loaded. */
export function readPanel(): void {
  readUntil = performance.now() + PATIENCE;
  // The panel that is open may be the one meant; another one takes its place in the next frame.
  requestAnimationFrame(() => {
    const heading = document.getElementById(HEADING_ID);
    if (heading && takeReading()) heading.focus();
  });
}

/** True once after `readPanel`, unless too much time has gone by. */
export function takeReading(): boolean {
  const wanted = performance.now() < readUntil;
  readUntil = 0;
  return wanted;
}

/** `map`, `page`, `detail`, `legend` or `cypher`; nothing happens where it is not open. */
export function focusRegion(name: string): void {
  document.querySelector<HTMLElement>(`[${REGION}="${name}"]`)?.focus();
}

/** Moves the focus to the next region, or the one before, round and round. */
export function cycleRegions(step: 1 | -1): void {
  // The map stays in the document, out of sight, while another page is open.
  const regions = [...document.querySelectorAll<HTMLElement>(`[${REGION}]`)].filter((region) =>
    region.checkVisibility({ visibilityProperty: true }),
  );
  const at = regions.findIndex((region) => region.contains(document.activeElement));
  const next = at < 0 ? (step > 0 ? 0 : -1) : (at + step) % regions.length;
  regions.at(next)?.focus();
}
