import { type RefObject, useLayoutEffect } from 'react';

/** Where the keyboard goes that was in what is closed: to what had it before, else to the button that opens it. */
export function useFocusReturn(region: RefObject<HTMLElement | null>, opener: string): void {
  useLayoutEffect(() => {
    const closed = region.current;
    const before = document.activeElement;
    return () => {
      if (!closed?.contains(document.activeElement)) return;
      // NOTE: later, since strict mode takes every component down once and puts it up again.
      queueMicrotask(() => {
        if (closed.isConnected) return;
        const back = before instanceof HTMLElement && before !== document.body && before.isConnected;
        (back ? before : document.querySelector<HTMLElement>(opener))?.focus();
      });
    };
  }, [region, opener]);
}
