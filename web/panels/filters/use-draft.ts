import { useDebouncedCallback } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';

/** Milliseconds of quiet before what is typed counts. */
const PAUSE = 350;

interface Draft {
  readonly text: string;
  write(text: string): void;
  /** Does not wait any longer. */
  settle(): void;
}

/** What stands in a field while it is typed; `keep` gets it after a pause, and what comes from elsewhere replaces it. */
export function useDraft(value: string, keep: (text: string) => void): Draft {
  const [text, setText] = useState(value);
  const written = useRef(value);
  useEffect(() => {
    // What the field itself has written may lack a space that is still being typed after.
    if (written.current.trim() !== value) setText(value);
    written.current = value;
  }, [value]);
  const later = useDebouncedCallback(keep, { delay: PAUSE, flushOnUnmount: true });
  return {
    text,
    write: (next) => {
      written.current = next;
      setText(next);
      later(next);
    },
    settle: () => later.flush(),
  };
}
