import { type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from './IconButton.tsx';
import classes from './ModalDialog.module.css';

interface Props {
  title: string;
  /** Shown to no eye; for dialogs whose content says it. */
  untitled?: boolean;
  wide?: boolean;
  onClose(): void;
  children: ReactNode;
}

/** The browser's own dialog: it holds the focus, closes on Escape, and gives the focus back to where it was. */
export function ModalDialog({ title, untitled = false, wide = false, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement;
    dialog.current?.showModal();
    return () => {
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.dialog}
      data-wide={wide || undefined}
      aria-label={title}
      onClose={onClose}
      // What lies over the page has keys of its own: Escape closes it alone.
      onKeyDown={(event) => event.stopPropagation()}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={classes.content}>
        {!untitled && (
          <header className={classes.head}>
            <h2>{title}</h2>
            <IconButton icon="close" label="Close" keys="Esc" onClick={onClose} />
          </header>
        )}
        {children}
      </div>
    </dialog>
  );
}
