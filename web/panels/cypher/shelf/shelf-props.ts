import type { LinkedStatement } from '../../../state/console.ts';

export interface ShelfProps {
  /** Puts a statement into the editor. */
  onTake(linked: LinkedStatement): void;
  /** The same, and runs it. */
  onRun(linked: LinkedStatement): void;
}
