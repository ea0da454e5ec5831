import {
  acceptCompletion,
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  closeCompletion,
  completionKeymap,
} from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { bracketMatching, indentUnit } from '@codemirror/language';
import { type Diagnostic, forceLinting, linter, lintKeymap } from '@codemirror/lint';
import { EditorState, Prec, StateEffect } from '@codemirror/state';
import {
  drawSelection,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  placeholder,
} from '@codemirror/view';
import type { DbSchema } from '@neo4j-cypher/language-support';
import { type StatementPart, splitStatements, statementAt } from '../text/statements.ts';
import { cypherColours } from './colours.ts';
import { completionSource, hasKeyboard } from './completion.ts';
import { askLanguage } from './language.ts';
import type { Problem } from './language-messages.ts';
import { EDITOR_LOOK } from './look.ts';
import type { Names } from './schema.ts';
import { typedOver } from './typed-over.ts';

/** Milliseconds of rest before the text is checked, and how long a text may be to be checked at all. */
const LINT = { delay: 350, length: 20_000 };
/** How many proposals are drawn at a time; the keys reach the others. */
const PROPOSALS = 30;

export interface EditorEvents {
  onChange(text: string): void;
  onProblems(problems: readonly Problem[]): void;
  /** The problem that was gone to, of those that were told last. */
  onProblem(at: number): void;
  onRun(which: 'here' | 'all'): void;
  /** -1 for the statement that was run before, +1 for the one after it. */
  onRecall(step: 1 | -1): void;
  /** Escape, where it closes nothing in the editor. */
  onLeave(): void;
  schema(): DbSchema;
  names(): Names;
}

export interface CypherEditor {
  focus(): void;
  /** Puts another text in, as a step that its own undo takes back. */
  write(text: string): void;
  /** `here`: those of the selection, or the one at the cursor. */
  parts(which: 'here' | 'all'): StatementPart[];
  /** False where it could not be read. */
  format(): Promise<boolean>;
  /** Underlines what the server found, until the text is another. */
  mark(problems: readonly Problem[]): void;
  /** Checks again: the schema or the parameters are others. */
  check(): void;
  destroy(): void;
}

const OF_CYPHER = EditorState.languageData.of(() => [
  {
    commentTokens: { line: '//', block: { open: '/*', close: '*/' } },
    closeBrackets: { brackets: ['(', '[', '{', "'", '"', '`'] },
  },
]);

const recheck = StateEffect.define<null>();

/** Alt and arrows go back and forward on the whole page; Escape leaves what is marked as it is, so that it can be run. */
const OWN_KEYS = defaultKeymap.filter(({ key }) => !/^(?:Alt-Arrow(?:Left|Right)|Escape)$/.test(key ?? ''));

/** An editor in the shadow of an element, whose styles the content policy allows: they are no `<style>`. */
export function createEditor(host: HTMLElement, text: string, events: EditorEvents): CypherEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: 'open' });
  let marked: readonly Problem[] = [];
  let told: readonly Problem[] = [];
  let toldAt = -1;

  async function check(view: EditorView): Promise<Diagnostic[]> {
    const checked = view.state.doc.toString();
    const found =
      checked.trim() === '' || checked.length > LINT.length
        ? []
        : await askLanguage({ ask: 'lint', text: checked }, events.schema()).catch(() => []);
    const most = checked.length;
    const problems = [...marked, ...found].map((problem) => ({
      ...problem,
      from: Math.min(Math.max(problem.from, 0), most),
      to: Math.min(Math.max(problem.to, problem.from), most),
    }));
    problems.sort(
      (one, other) =>
        Number(one.severity !== 'error') - Number(other.severity !== 'error') || one.from - other.from,
    );
    if (view.state.doc.toString() === checked) {
      told = problems;
      toldAt = -1;
      events.onProblems(problems);
    }
    return problems;
  }

  const run = (which: 'here' | 'all') => () => {
    closeCompletion(view);
    events.onRun(which);
    return true;
  };
  const goTo = (step: 1 | -1) => () => {
    if (told.length === 0) return false;
    toldAt = toldAt < 0 && step < 0 ? told.length - 1 : (toldAt + step + told.length) % told.length;
    const { from, to } = told[toldAt]!;
    const most = view.state.doc.length;
    view.dispatch({
      selection: { anchor: Math.min(from, most), head: Math.min(to, most) },
      scrollIntoView: true,
    });
    events.onProblem(toldAt);
    return true;
  };
  const recall = (step: 1 | -1) => () => {
    events.onRecall(step);
    return true;
  };
  const format = async (): Promise<boolean> => {
    const { state } = view;
    const asked = { text: state.doc.toString(), position: state.selection.main.head };
    const formatted = await askLanguage({ ask: 'format', ...asked }, events.schema()).catch(() => null);
    if (!formatted || view.state.doc.toString() !== asked.text) return false;
    if (formatted.text !== asked.text)
      view.dispatch({
        changes: { from: 0, to: asked.text.length, insert: formatted.text },
        selection: { anchor: Math.min(formatted.position, formatted.text.length) },
        userEvent: 'format',
      });
    return true;
  };

  const view = new EditorView({
    root,
    parent: root,
    state: EditorState.create({
      doc: text,
      extensions: [
        Prec.highest(
          keymap.of([
            { key: 'Mod-Enter', run: run('here') },
            { key: 'Mod-Shift-Enter', run: run('all') },
            { key: 'F8', run: goTo(1), shift: goTo(-1) },
            { key: 'Ctrl-ArrowUp', run: recall(-1) },
            { key: 'Ctrl-ArrowDown', run: recall(1) },
            {
              key: 'Mod-Shift-f',
              run: () => {
                void format();
                return true;
              },
            },
            // Where nothing is proposed, Tab leaves the editor.
            { key: 'Tab', run: acceptCompletion },
          ]),
        ),
        lineNumbers(),
        highlightActiveLineGutter(),
        history(),
        drawSelection(),
        bracketMatching(),
        closeBrackets(),
        autocompletion({
          override: [completionSource(events.schema, events.names)],
          icons: false,
          defaultKeymap: true,
          maxRenderedOptions: PROPOSALS,
        }),
        linter(check, {
          delay: LINT.delay,
          needsRefresh: ({ transactions }) =>
            transactions.some(({ effects }) => effects.some((effect) => effect.is(recheck))),
        }),
        keymap.of([
          ...closeBracketsKeymap,
          ...OWN_KEYS,
          ...historyKeymap,
          ...completionKeymap,
          ...lintKeymap,
          {
            key: 'Escape',
            run: () => {
              events.onLeave();
              return true;
            },
          },
        ]),
        EditorState.tabSize.of(2),
        indentUnit.of('  '),
        OF_CYPHER,
        EditorView.lineWrapping,
        placeholder('MATCH (p:Paper) RETURN p LIMIT 10'),
        cypherColours,
        typedOver,
        EditorView.domEventHandlers({
          // What was asked for and has not come yet is given up with it.
          blur: (_, left) => {
            setTimeout(() => hasKeyboard(left) || closeCompletion(left));
          },
        }),
        EDITOR_LOOK,
        EditorView.contentAttributes.of({
          'aria-label': 'Cypher statement',
          'aria-description':
            'Ctrl and Enter runs it, Ctrl and Space proposes names, Tab takes the one that is marked. ' +
            'Where none is proposed, Tab goes on to what follows and Escape to the buttons above.',
          autocapitalize: 'off',
          translate: 'no',
        }),
        EditorView.updateListener.of((update) => {
          if (!update.docChanged) return;
          marked = [];
          events.onChange(update.state.doc.toString());
        }),
      ],
    }),
  });

  return {
    focus: () => view.focus(),
    write: (other) => {
      if (other === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: other },
        selection: { anchor: other.length },
      });
    },
    parts: (which) => {
      const whole = view.state.doc.toString();
      const all = splitStatements(whole);
      if (which === 'all') return all;
      const { from, to, head, empty } = view.state.selection.main;
      if (!empty)
        return splitStatements(whole.slice(from, to)).map((part) => ({
          ...part,
          from: part.from + from,
          to: part.to + from,
        }));
      const here = statementAt(all, head);
      return here ? [here] : [];
    },
    format,
    mark: (problems) => {
      marked = problems;
      view.dispatch({ effects: recheck.of(null) });
      forceLinting(view);
    },
    check: () => view.dispatch({ effects: recheck.of(null) }),
    destroy: () => view.destroy(),
  };
}
