import { useEffect } from 'react';
import { cycleRegions } from './focus.ts';
import { back, forward, stepOut } from './navigation.ts';
import { useConsole } from './state/console.ts';

/** The search box; `/` puts the focus there. */
export const SEARCH_ID = 'search';

/** Inputs that take no letters. */
const SWITCHES = new Set(['radio', 'checkbox', 'button', 'range']);

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !SWITCHES.has(target.type);
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** `/` searches, F6 goes from region to region, Alt and arrows go back and forward, Ctrl and backquote opens the Cypher drawer, Escape steps out. */
export function useShortcuts(): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented) return;
      const { open, setOpen } = useConsole.getState();
      if (event.altKey && event.key === 'ArrowLeft') back();
      else if (event.altKey && event.key === 'ArrowRight') forward();
      else if (event.ctrlKey && event.key === '`') setOpen(!open);
      else if (event.key === 'F6') cycleRegions(event.shiftKey ? -1 : 1);
      else if (isTyping(event.target)) return;
      else if (event.key === '/') document.getElementById(SEARCH_ID)?.focus();
      else if (event.key === 'Escape') stepOut();
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
