import type { NodeKind } from '../../graph/contract.ts';
import { KindIcon } from './KindIcon.tsx';
import classes from './KindTag.module.css';

/** A kind by shape, colour and name. */
export function KindTag({ kind, label = kind }: { kind: NodeKind | 'Theme'; label?: string }) {
  return (
    <span className={classes.tag} data-kind={kind}>
      {kind !== 'Theme' && <KindIcon kind={kind} />}
      {label}
    </span>
  );
}
