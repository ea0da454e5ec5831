/** Milliseconds in which a release is followed by its click. */
const CLICK = 100;

/** The click that follows the end of a drag means nothing. */
export function swallowClick(): void {
  const swallow = (event: MouseEvent) => {
    event.stopImmediatePropagation();
    event.preventDefault();
  };
  window.addEventListener('click', swallow, { capture: true, once: true });
  window.setTimeout(() => window.removeEventListener('click', swallow, { capture: true }), CLICK);
}
