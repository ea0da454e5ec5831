import { type Ref, useEffect, useImperativeHandle, useLayoutEffect, useMemo, useRef } from 'react';
import { useGraphSchema } from '../../../queries.ts';
import { useConsole } from '../../../state/console.ts';
import { type CypherEditor, createEditor } from './create-editor.ts';
import { askLanguage } from './language.ts';
import type { Problem } from './language-messages.ts';
import classes from './StatementEditor.module.css';
import { languageSchema, namesOf } from './schema.ts';

interface Props {
  ref: Ref<CypherEditor | null>;
  onProblems(problems: readonly Problem[]): void;
  onProblem(at: number): void;
  onRun(which: 'here' | 'all'): void;
  onRecall(step: 1 | -1): void;
  onLeave(): void;
}

/** The statement as it stands in the console's state, in an editor that knows Cypher and this graph. */
export function StatementEditor({ ref, ...events }: Props) {
  const host = useRef<HTMLDivElement>(null);
  const editor = useRef<CypherEditor | null>(null);
  const schema = useGraphSchema().data;
  const parameters = useConsole(({ rows }) => rows.map(({ name }) => name).join('\n'));
  const known = useMemo(
    () => ({ schema: languageSchema(schema, parameters.split('\n')), names: namesOf(schema) }),
    [schema, parameters],
  );
  const latest = useRef({ events, known });
  latest.current = { events, known };

  // Before the handle is given away.
  useLayoutEffect(() => {
    const created = createEditor(host.current!, useConsole.getState().statement, {
      onChange: (text) => useConsole.getState().write(text),
      onProblems: (problems) => latest.current.events.onProblems(problems),
      onProblem: (at) => latest.current.events.onProblem(at),
      onRun: (which) => latest.current.events.onRun(which),
      onRecall: (step) => latest.current.events.onRecall(step),
      onLeave: () => latest.current.events.onLeave(),
      schema: () => latest.current.known.schema,
      names: () => latest.current.known.names,
    });
    editor.current = created;
    const unfollow = useConsole.subscribe(({ statement }) => created.write(statement));
    return () => {
      unfollow();
      created.destroy();
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is known is another, so what was found may be.
  useEffect(() => editor.current?.check(), [known]);
  useEffect(() => {
    // The parser learns its grammar at the first question, which is better not a key that waits.
    const text = 'MATCH (n:';
    void askLanguage(
      { ask: 'complete', text, position: text.length, explicit: true },
      latest.current.known.schema,
    ).catch(() => []);
  }, []);
  useImperativeHandle(ref, () => editor.current!, []);

  return <div ref={host} className={classes.editor} />;
}
