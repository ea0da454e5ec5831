import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from './icons.tsx';

interface Props {
  /** Or what makes it once it is wanted. */
  text: string | (() => string);
  label: string;
}

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, label }: Props) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  async function copy() {
    const copied = typeof text === 'string' ? text : text();
    // NOTE: browsers give no clipboard to pages that came over plain http from another machine.
    const done = await (navigator.clipboard?.writeText(copied) ?? Promise.reject()).then(
      () => 'copied' as const,
      () => 'refused' as const,
    );
    setOutcome(done);
  }
  const said =
    outcome === 'copied' ? 'Copied' : outcome === 'refused' ? 'Not allowed here; select it instead' : label;
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<Icon name={outcome === 'copied' ? 'check' : 'copy'} size={13} />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{said}</span>
    </Button>
  );
}
