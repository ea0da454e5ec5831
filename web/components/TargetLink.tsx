import type { MouseEvent, ReactNode } from 'react';
import { START, serialisePlace } from '../state/address.ts';
import type { Target } from '../state/selection.ts';

interface Props {
  target: Target;
  className?: string | undefined;
  kind?: string;
  title?: string;
  /** True while it is looked at elsewhere. */
  lit?: boolean;
  /** -1 where keys reach it in another way. */
  tabIndex?: number;
  /** `read` where it came by the keyboard, so that the focus goes along. */
  onOpen(target: Target, how: { read: boolean }): void;
  /** By pointer or focus. */
  onHover?(inside: boolean): void;
  children: ReactNode;
}

/** A link to something in the graph: a click opens it here, a new tab opens it there. */
export function TargetLink({
  target,
  className,
  kind,
  title,
  lit,
  tabIndex,
  onOpen,
  onHover,
  children,
}: Props) {
  function open(event: MouseEvent) {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(target, { read: event.detail === 0 });
  }
  return (
    <a
      className={className}
      data-kind={kind}
      data-lit={lit || undefined}
      title={title}
      tabIndex={tabIndex}
      href={serialisePlace({ ...START, target })}
      onClick={open}
      onPointerEnter={() => onHover?.(true)}
      onPointerLeave={() => onHover?.(false)}
      onFocus={() => onHover?.(true)}
      onBlur={() => onHover?.(false)}
    >
      {children}
    </a>
  );
}
