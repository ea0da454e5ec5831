import { useEffect } from 'react';
import { cycleRegions } from './focus.ts';
import { back, forward, stepOut } from './navigation.ts';
import { useAsk } from './state/ask.ts';
import { useConsole } from './state/console.ts';
import { useHistory } from './state/history.ts';
import { useHost } from './state/host.ts';
import { useOverlay } from './state/overlay.ts';

/** The search box; `/` puts the focus there. */
export const SEARCH_ID = 'search';

/** Inputs that take no letters. */
const SWITCHES = new Set(['radio', 'checkbox', 'button', 'range']);

/** NOTE: of what comes out of a shadow, as of the editor, the target is only what casts it. */
function isTyping(event: KeyboardEvent): boolean {
  const [target] = event.composedPath();
  if (target instanceof HTMLInputElement) return !SWITCHES.has(target.type);
  if (target instanceof HTMLElement && target.isContentEditable) return true;
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

const isAlone = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent, letter: string): boolean =>
  key.toLowerCase() === letter && !ctrlKey && !metaKey && !altKey;

/** Undo, redo, or neither; a field has its own. */
function historyStep({ ctrlKey, metaKey, altKey, shiftKey, key }: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' ? 'redo' : null;
}

/** `/` searches, A asks a question, F6 goes from region to region, Alt and arrows go back and forward, Ctrl and backquote opens the Cypher drawer, Ctrl and K the commands, `?` lists the keys, Ctrl and Z undoes, Escape steps out. */
export function useShortcuts(): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      // What lies over the page has keys of its own.
      if (event.defaultPrevented || useOverlay.getState().overlay) return;
      // A file of its own has neither a console nor commands.
      const whole = useHost.getState().host === 'server';
      const { open, setOpen } = useConsole.getState();
      const step = historyStep(event);
      if (event.altKey && event.key === 'ArrowLeft') back();
      else if (event.altKey && event.key === 'ArrowRight') forward();
      else if (whole && event.ctrlKey && event.key === '`') setOpen(!open);
      else if (whole && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k')
        useOverlay.getState().open('palette');
      else if (event.key === 'F6') cycleRegions(event.shiftKey ? -1 : 1);
      else if (isTyping(event)) return;
      else if (step) void useHistory.getState()[step]();
      else if (event.key === '/') document.getElementById(SEARCH_ID)?.focus();
      else if (whole && isAlone(event, 'a')) useAsk.getState().call();
      else if (whole && event.key === '?') useOverlay.getState().open('keys');
      else if (event.key === 'Escape') stepOut();
      else return;
      event.preventDefault();
    }
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, []);
}
