import { Button } from '@mantine/core';
import { useRef } from 'react';

interface Props {
  label: string;
  accept: string;
  disabled: boolean;
  onChoose(file: File): void;
}

/** A button that opens the browser's own choice of a file. */
export function FileInput({ label, accept, disabled, onChoose }: Props) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button size="compact-sm" variant="default" disabled={disabled} onClick={() => input.current?.click()}>
        {label}…
      </Button>
      <input
        ref={input}
        type="file"
        accept={accept}
        hidden
        aria-label={label}
        onChange={(event) => {
          const [file] = event.currentTarget.files ?? [];
          // The same file again must be a change, too.
          event.currentTarget.value = '';
          if (file) onChoose(file);
        }}
      />
    </>
  );
}
