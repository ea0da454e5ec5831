import { NativeSelect } from '@mantine/core';
import { BOUNDS, EDGE_TYPES, LENS_EDGES, nodeKindSchema } from '../../../graph/contract.ts';
import { KindIcon } from '../../components/KindIcon.tsx';
import { relationInWords } from '../../components/relation-words.ts';
import { count, pluralOf } from '../../components/words.ts';
import { isolateTheme } from '../../navigation.ts';
import { useAnnotations, useThemes } from '../../queries.ts';
import { useServer } from '../../state/host.ts';
import { useView } from '../../state/view.ts';
import { NumberField, TextField } from './DraftField.tsx';
import classes from './FilterSheet.module.css';
import { LENS_NAMES } from './lens-names.ts';
import { ToggleGroup } from './ToggleGroup.tsx';
import { useLastIngest } from './use-last-ingest.ts';

const YEARS = { least: 1000, most: 3000 };

/** All that can narrow the map; each works as soon as it is set. */
export default function FilterSheet() {
  const { narrowing, narrow, toggleKind, toggleRelation, lens } = useView();
  const { first } = LENS_EDGES[lens];
  const last = useLastIngest();
  const whole = useServer();
  const tags = useAnnotations().data?.tags ?? [];
  return (
    <div className={classes.sheet}>
      <ToggleGroup
        label="Kinds"
        options={nodeKindSchema.options.map((kind) => ({
          value: kind,
          name: pluralOf(kind),
          lead: <KindIcon kind={kind} size={10} />,
          kind,
        }))}
        off={narrowing.hiddenKinds}
        onToggle={toggleKind}
      />
      <ThemeField />
      <div className={classes.row}>
        <NumberField
          label="From year"
          value={narrowing.from}
          {...YEARS}
          onChange={(from) => narrow({ from })}
        />
        <NumberField label="To year" value={narrowing.to} {...YEARS} onChange={(to) => narrow({ to })} />
      </div>
      <div className={classes.row}>
        <NumberField
          label="Minimum papers"
          value={narrowing.minPapers}
          least={1}
          most={BOUNDS.minPapers}
          onChange={(minPapers) => narrow({ minPapers })}
        />
        <NumberField
          label="Minimum links"
          value={narrowing.minDegree}
          least={1}
          most={BOUNDS.mapNodes}
          onChange={(minDegree) => narrow({ minDegree })}
        />
        <NumberField
          label="k-core"
          value={narrowing.core}
          least={1}
          most={BOUNDS.core}
          onChange={(core) => narrow({ core })}
        />
      </div>
      <div className={classes.row}>
        <TextField
          label="Text in name or title"
          value={narrowing.text}
          most={BOUNDS.queryLength}
          onChange={(text) => narrow({ text })}
        />
        {whole && (
          <TextField
            label="Tag"
            value={narrowing.tag}
            most={BOUNDS.idLength}
            known={tags.map(({ tag }) => tag)}
            onChange={(tag) => narrow({ tag })}
          />
        )}
      </div>
      <label className={classes.check}>
        <input
          type="checkbox"
          checked={narrowing.largest}
          onChange={(event) => narrow({ largest: event.currentTarget.checked })}
        />
        Only the largest component
      </label>
      {whole && (
        <label className={classes.check}>
          <input
            type="checkbox"
            checked={narrowing.fresh}
            disabled={last === null && !narrowing.fresh}
            onChange={(event) => narrow({ fresh: event.currentTarget.checked })}
          />
          {last
            ? `Only what is new since ${last.day} (${count(last.papers, 'paper')})`
            : 'Only what is new since the last ingest'}
        </label>
      )}
      <ToggleGroup
        label="Links"
        options={EDGE_TYPES.filter((type) => first.includes(type)).map((type) => ({
          value: type,
          name: relationInWords(type),
        }))}
        off={narrowing.hiddenRelations}
        onToggle={toggleRelation}
        note={
          lens === 'ego' || lens === 'query'
            ? undefined
            : `The lens “${LENS_NAMES[lens]}” draws these; others draw other links.`
        }
      />
    </div>
  );
}

function ThemeField() {
  const theme = useView((state) => state.theme);
  const { data } = useThemes();
  const tops = data?.themes.filter(({ level }) => level === 0) ?? [];
  if (tops.length === 0) return null;
  return (
    <NativeSelect
      size="xs"
      label="Theme"
      value={theme ?? ''}
      onChange={(event) => isolateTheme(event.currentTarget.value || null)}
      data={[{ value: '', label: 'All themes' }, ...tops.map(({ id, label }) => ({ value: id, label }))]}
    />
  );
}
