/** Every change of the view's choice becomes one step of the history, however many settings it touches. */
import { type Change, useHistory } from './history.ts';
import { FIRST_CHOICE, useView, type ViewChoice } from './view.ts';

/** Milliseconds: settings of the same name that follow each other faster (a dragged brush) are one step. */
const ONE_STEP_MS = 700;

const NAMES: Readonly<Record<keyof ViewChoice, string>> = {
  lens: 'change of the lens',
  theme: 'theme shown alone',
  centre: 'look around',
  depth: 'depth',
  query: 'lens of a statement',
  limit: 'number of nodes',
  narrowing: 'filter',
  hidden: 'hidden nodes',
  pins: 'pinned nodes',
  expansions: 'expansion',
  colouring: 'colours',
  sizing: 'sizes',
  edgeColouring: 'colours of links',
};
const PARTS = Object.keys(FIRST_CHOICE) as (keyof ViewChoice)[];

/** True while a step is taken back or done again, or an address is followed: such a change is none of its own. */
let silent = false;

/** Runs `change` without a step in the history. */
export function unrecorded(change: () => void): void {
  const before = silent;
  silent = true;
  try {
    change();
  } finally {
    silent = before;
  }
}

/** True while the view changes without a step of its own. */
export const isUnrecorded = (): boolean => silent;

export function choiceOf(state: ViewChoice): ViewChoice {
  return Object.fromEntries(PARTS.map((part) => [part, state[part]])) as unknown as ViewChoice;
}

/** Keeps the history from now on; the function returned ends it. */
export function followView(now: () => number = () => performance.now()): () => void {
  let last: { at: number; parts: string; step: Change & { after: ViewChoice } } | null = null;
  return useView.subscribe((state, before) => {
    if (silent) return;
    const changed = PARTS.filter((part) => state[part] !== before[part]);
    if (changed.length === 0) return;
    const parts = changed.join();
    const top = useHistory.getState().past.at(-1);
    if (last && top === last.step && last.parts === parts && now() - last.at < ONE_STEP_MS) {
      last.step.after = choiceOf(state);
      last.at = now();
      return;
    }
    const first = choiceOf(before);
    const show = (choice: ViewChoice) => unrecorded(() => useView.getState().choose(choice));
    const step = {
      label: NAMES[changed[0]!],
      after: choiceOf(state),
      undo: () => show(first),
      redo: () => show(step.after),
    };
    useHistory.getState().record(step);
    last = { at: now(), parts, step };
  });
}
