/** What was asked in plain words, with the way back and forward as in a browser, and who reads it. */
import { create } from 'zustand';
import { type Answer, ASK_BOUNDS } from '../../graph/contract.ts';
import { usePage } from './page.ts';

export type Planner = Answer['planner'];

/** Empty stands for no question. */
export interface QuestionTrail {
  readonly past: readonly string[];
  readonly current: string;
  readonly future: readonly string[];
}

/** How many questions back are kept. */
const TRAIL_LENGTH = 100;

export const NOTHING_ASKED: QuestionTrail = { past: [], current: '', future: [] };

/** One line, without spaces around it, no longer than a question may be. */
export function plainQuestion(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: an address may hold any.
  const line = text.replace(/[\s\u0000-\u001f\u007f]+/g, ' ').trim();
  return line.slice(0, ASK_BOUNDS.question).trim();
}

/** Asking what is asked changes nothing; anything else drops the way forward. */
export function askNext(trail: QuestionTrail, question: string): QuestionTrail {
  if (trail.current === question) return trail;
  const past = trail.current ? [...trail.past, trail.current].slice(-TRAIL_LENGTH) : trail.past;
  return { past, current: question, future: [] };
}

export function askBack(trail: QuestionTrail): QuestionTrail {
  const current = trail.past.at(-1);
  if (current === undefined) return trail;
  const future = trail.current ? [trail.current, ...trail.future] : trail.future;
  return { past: trail.past.slice(0, -1), current, future };
}

export function askForward(trail: QuestionTrail): QuestionTrail {
  const [current, ...future] = trail.future;
  if (current === undefined) return trail;
  const past = trail.current ? [...trail.past, trail.current] : trail.past;
  return { past, current, future };
}

/** To a question from elsewhere (the browser's own history): a step back or forward where it is one. */
export function askAgain(trail: QuestionTrail, question: string): QuestionTrail {
  if (question && trail.past.at(-1) === question) return askBack(trail);
  if (question && trail.future[0] === question) return askForward(trail);
  return askNext(trail, question);
}

/** All questions of the trail, each once, the latest first. */
export function askedBefore({ past, current, future }: QuestionTrail): string[] {
  return [...new Set([...past, current, ...future].reverse())].filter(Boolean);
}

const QUESTION_WORDS = /^(?:how|which|who|what|when|where|is there|are there|compare)\s+\S/i;

/** Whether a text in the search box is rather a question. */
export const looksLikeQuestion = (text: string): boolean =>
  /\S.*\?\s*$/.test(text) || QUESTION_WORDS.test(text.trim());

interface AskState extends QuestionTrail {
  readonly by: Planner;
  /** Raised when the box is to have the keyboard. */
  readonly calls: number;
  ask(question: string): void;
  back(): void;
  forward(): void;
  /** As `ask`, but knows the way back and forward. */
  restore(question: string): void;
  readBy(by: Planner): void;
  /** Opens the page with the keyboard in its box. */
  call(): void;
}

export const useAsk = create<AskState>()((set) => ({
  ...NOTHING_ASKED,
  by: 'words',
  calls: 0,
  ask: (question) => {
    set((state) => ({ ...askNext(state, plainQuestion(question)), calls: state.calls + 1 }));
    usePage.getState().show('ask');
  },
  back: () => set(askBack),
  forward: () => set(askForward),
  restore: (question) => set((trail) => askAgain(trail, question)),
  readBy: (by) => set({ by }),
  call: () => {
    set(({ calls }) => ({ calls: calls + 1 }));
    usePage.getState().show('ask');
  },
}));
