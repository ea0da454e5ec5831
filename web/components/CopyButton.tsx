import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from './icons.tsx';

/** Puts a text on the clipboard, and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [outcome, setOutcome] = useState<'copied' | 'refused' | null>(null);
  async function copy() {
    // NOTE: browsers give no clipboard to pages that came over plain http from another machine.
    const done = await (navigator.clipboard?.writeText(text) ?? Promise.reject()).then(
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
