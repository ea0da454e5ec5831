import { LOOK_NAMES, type Look } from '../../components/look-names.ts';
import { COLOURINGS, EDGE_COLOURINGS, SIZINGS, useView } from '../../state/view.ts';
import classes from './LooksForm.module.css';

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

interface PickProps<Value extends Look> {
  label: string;
  value: Value;
  options: readonly Value[];
  onPick(value: Value): void;
}

function Pick<Value extends Look>({ label, value, options, onPick }: PickProps<Value>) {
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
            {LOOK_NAMES[option]}
          </option>
        ))}
      </select>
    </label>
  );
}
