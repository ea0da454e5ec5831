import { Choice } from '../../components/Choice.tsx';
import { type Planner, useAsk } from '../../state/ask.ts';
import classes from './AskPage.module.css';

/** Whether questions go to a language model, which is said and is never so by itself. */
export function PlannerChoice({ model }: { model: string }) {
  const { by, readBy } = useAsk();
  return (
    <div className={classes.planner}>
      <Choice<Planner>
        label="Who reads the question"
        value={by}
        onChange={readBy}
        options={[
          { value: 'words', label: 'Read by words' },
          { value: 'model', label: `Read by model ${model}` },
        ]}
      />
      {by === 'model' && <p>Questions, and the sentences found for them, go to {model}.</p>}
    </div>
  );
}
