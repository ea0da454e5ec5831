import { COLOURINGS, EDGE_COLOURINGS, SIZINGS, useView } from '../../state/view.ts';
import classes from './LooksForm.module.css';

const NAMES = {
  theme: 'Theme',
  kind: 'Kind',
  year: 'Year',
  count: 'Papers',
  degree: 'Links',
  betweenness: 'Betweenness',
  stability: 'Stability',
  same: 'All the same',
  relation: 'Relation',
} as const;
type Name = keyof typeof NAMES;

/** By what nodes and links are coloured and sized. */
export function LooksForm() {
  const { colouring, sizing, edgeColouring, choose } = useView();
  return (
    <div className={classes.form}>
      <Pick
        label="Colour"
        value={colouring}
        options={COLOURINGS}
        onPick={(value) => choose({ colouring: value })}
      />
      <Pick label="Size" value={sizing} options={SIZINGS} onPick={(value) => choose({ sizing: value })} />
      <Pick
        label="Links"
        value={edgeColouring}
        options={EDGE_COLOURINGS}
        onPick={(value) => choose({ edgeColouring: value })}
      />
    </div>
  );
}

interface PickProps<Value extends Name> {
  label: string;
  value: Value;
  options: readonly Value[];
  onPick(value: Value): void;
}

function Pick<Value extends Name>({ label, value, options, onPick }: PickProps<Value>) {
  return (
    <label>
      <span>{label}</span>
      <select
        aria-label={`${label} by`}
        value={value}
        onChange={({ target }) => onPick(target.value as Value)}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {NAMES[option]}
          </option>
        ))}
      </select>
    </label>
  );
}
