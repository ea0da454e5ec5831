import { TextInput } from '@mantine/core';
import { CONCEPT_KINDS, type ConceptKind } from '../../../graph/schema.ts';
import { useTermBench } from '../../state/term-bench.ts';
import classes from './TermsPage.module.css';

/** Which terms are listed. */
export function TermFilters() {
  const { q, kind, minPapers, alike, decided, choose } = useTermBench();
  return (
    <search className={classes.filters}>
      <TextInput
        size="xs"
        type="search"
        aria-label="Filter terms by any of their forms"
        placeholder="Filter by any form"
        maxLength={200}
        value={q}
        onChange={(event) => choose({ q: event.currentTarget.value })}
      />
      <label className={classes.field}>
        Kind
        <select
          value={kind ?? ''}
          onChange={(event) => choose({ kind: (event.currentTarget.value || null) as ConceptKind | null })}
        >
          <option value="">any</option>
          {CONCEPT_KINDS.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label className={classes.field}>
        At least
        <input
          type="number"
          min={0}
          max={1_000_000}
          value={minPapers}
          onChange={(event) =>
            choose({ minPapers: Math.max(0, Math.round(Number(event.currentTarget.value) || 0)) })
          }
        />
        papers
      </label>
      <label className={classes.field}>
        <input
          type="checkbox"
          checked={alike}
          onChange={(event) => choose({ alike: event.currentTarget.checked })}
        />
        Has look-alikes
      </label>
      <label className={classes.field}>
        <input
          type="checkbox"
          checked={decided}
          onChange={(event) => choose({ decided: event.currentTarget.checked })}
        />
        Decided on
      </label>
    </search>
  );
}
