import { Popover } from '@mantine/core';
import { type ReactNode, Suspense } from 'react';

interface Props {
  /** What it holds, for those who don't see it. */
  label: string;
  open: boolean;
  setOpen(open: boolean): void;
  target: ReactNode;
  classes: { readonly dropdown?: string; readonly loading?: string };
  /** Comes over the wire when it is first opened. */
  children: ReactNode;
}

/** A sheet that hangs from a button over the map; it holds the focus, and gives it back. */
export function MapPopover({ label, open, setOpen, target, classes, children }: Props) {
  return (
    <Popover
      opened={open}
      onChange={setOpen}
      position="bottom-start"
      offset={6}
      trapFocus
      returnFocus
      withinPortal={false}
      shadow="md"
      transitionProps={{ duration: 0 }}
    >
      <Popover.Target>{target}</Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} aria-label={label}>
        <Suspense fallback={<div className={classes.loading} aria-busy="true" />}>
          {open && children}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
