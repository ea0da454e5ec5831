import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef, useState } from 'react';
import type { CypherResult } from '../../../../../graph/contract.ts';
import { count } from '../../../../components/words.ts';
import { FILE_KINDS } from '../result-files.ts';
import { CopyAll } from './CopyAll.tsx';
import classes from './JsonView.module.css';
import { JSON_BOUNDS, jsonLines } from './json-lines.ts';

/** Height of a line in pixels. */
const LINE = 18;
const AHEAD = 20;

/** A result as JSON; only the lines in sight are in the page. */
export default function JsonView({ result }: { result: CypherResult }) {
  const scroller = useRef<HTMLElement>(null);
  const [most, setMost] = useState<number>(JSON_BOUNDS.lines);
  const { lines, rows, cut } = useMemo(() => jsonLines(result, most), [result, most]);
  const longest = useMemo(() => lines.reduce((length, line) => Math.max(length, line.length), 0), [lines]);
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LINE,
    overscan: AHEAD,
  });
  return (
    <div className={classes.view}>
      <div className={classes.bar}>
        <CopyAll textOf={() => [...FILE_KINDS.json.parts(result)].join('')} />
        {rows < result.rows.length && (
          <span>
            The first {count(rows, 'row')} of {result.rows.length.toLocaleString('en')}.{' '}
            <button type="button" className={classes.more} onClick={() => setMost(most + JSON_BOUNDS.lines)}>
              Show more
            </button>
          </span>
        )}
        {cut > 0 && <span>{count(cut, 'long text')} cut here; copies and files have them whole.</span>}
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys. */}
      <section ref={scroller} className={classes.scroller} tabIndex={0} aria-label="Result as JSON">
        <pre className={classes.text} style={{ height: virtual.getTotalSize(), width: `${longest + 2}ch` }}>
          {virtual.getVirtualItems().map(({ index, start }) => (
            <code key={index} style={{ transform: `translateY(${start}px)` }}>
              {lines[index]}
            </code>
          ))}
        </pre>
      </section>
    </div>
  );
}
