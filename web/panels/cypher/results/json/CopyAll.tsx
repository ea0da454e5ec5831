import { Button } from '@mantine/core';
import { useState } from 'react';
import { Icon } from '../../../../components/icons.tsx';

/** As `CopyButton`, for a text that is too long to be made before it is wanted. */
export function CopyAll({ textOf }: { textOf(): string }) {
  const [said, setSaid] = useState('Copy all');
  async function copy() {
    const done = await (navigator.clipboard?.writeText(textOf()) ?? Promise.reject()).then(
      () => true,
      () => false,
    );
    setSaid(done ? 'Copied' : 'Not allowed here; export it instead');
  }
  return (
    <Button
      size="compact-xs"
      variant="default"
      leftSection={<Icon name="copy" size={13} />}
      onClick={() => void copy()}
    >
      <span aria-live="polite">{said}</span>
    </Button>
  );
}
