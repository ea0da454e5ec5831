import { useState } from 'react';
import type { CypherResult } from '../../../../../graph/contract.ts';
import { CopyButton } from '../../../../components/CopyButton.tsx';
import { ModalDialog } from '../../../../components/ModalDialog.tsx';
import { count } from '../../../../components/words.ts';
import { CellView } from '../../CellView.tsx';
import { formOf } from '../../cell.ts';
import classes from './CellDialog.module.css';
import { cellText, rowText } from './cell-text.ts';

interface Props {
  result: CypherResult;
  /** Index in the order in which the rows came. */
  row: number;
  column: number;
  onClose(): void;
}

const FORM_NAMES = {
  null: 'null',
  number: 'Number',
  boolean: 'Boolean',
  text: 'Text',
  date: 'Date',
  list: 'List',
  map: 'Map',
  node: 'Node',
  relation: 'Relation',
  path: 'Path',
} as const;

/** Letters that are shown at first: a browser stalls over a text of many megabytes. */
const SHOWN = 100_000;

/** The whole of one cell. */
export function CellDialog({ result, row, column, onClose }: Props) {
  const [whole, setWhole] = useState(false);
  const cells = result.rows[row]!;
  const form = formOf(cells[column]);
  const text = cellText(cells[column]);
  const shown = whole ? text : text.slice(0, SHOWN);
  return (
    <ModalDialog
      title={`${result.columns[column]}, row ${(row + 1).toLocaleString('en')}`}
      wide
      onClose={onClose}
    >
      <div className={classes.content}>
        <p className={classes.form}>
          {FORM_NAMES[form.form]}
          {form.form === 'text' && `, ${count(text.length, 'letter')}`}
          {form.form === 'list' && `, ${count(form.items.length, 'item')}`}
        </p>
        {(form.form === 'node' || form.form === 'path') && (
          // biome-ignore lint/a11y/useKeyWithClickEvents: a link that is followed by Enter clicks too.
          <p
            className={classes.opens}
            onClick={(event) => (event.target as HTMLElement).closest('a') && onClose()}
          >
            <CellView cell={form} />
          </p>
        )}
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
        <pre className={classes.text} data-plain={form.form === 'text' || undefined} tabIndex={0}>
          {shown}
        </pre>
        {shown.length < text.length && (
          <button type="button" className={classes.more} onClick={() => setWhole(true)}>
            Show the other {count(text.length - shown.length, 'letter')}
          </button>
        )}
        <footer className={classes.foot}>
          <CopyButton text={text} label="Copy cell" />
          <CopyButton text={rowText(cells)} label="Copy row" />
        </footer>
      </div>
    </ModalDialog>
  );
}
