import { ActionIcon, Tooltip } from '@mantine/core';
import { useState } from 'react';
import { Icon, type IconName } from './icons.tsx';

interface Props {
  icon: IconName;
  /** Its name, on hover and for screen readers. */
  label: string;
  /** Keys that do the same, as shown to the user. */
  keys?: string;
  disabled?: boolean;
  pressed?: boolean;
  onClick(): void;
}

export function IconButton({ icon, label, keys, disabled = false, pressed, onClick }: Props) {
  // What is pressed is known; its tooltip would lie over what it changes.
  const [silent, setSilent] = useState(false);
  return (
    // Within its landmark, not at the end of the page; fixed, so that no panel cuts it off.
    <Tooltip
      label={keys ? `${label} (${keys})` : label}
      openDelay={400}
      disabled={silent}
      withinPortal={false}
      floatingStrategy="fixed"
    >
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={label}
        aria-pressed={pressed}
        data-pressed={pressed || undefined}
        disabled={disabled}
        onPointerDown={() => setSilent(true)}
        onPointerLeave={() => setSilent(false)}
        onBlur={() => setSilent(false)}
        onClick={onClick}
      >
        <Icon name={icon} />
      </ActionIcon>
    </Tooltip>
  );
}
