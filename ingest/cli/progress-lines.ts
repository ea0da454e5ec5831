import { SingleBar } from 'cli-progress';
import type { Progress } from '../progress.ts';

const DRAW_EVERY_MS = 100;
const PLAIN_LINE_EVERY_MS = 5000;
const EVERY_VARIABLE = 'LACUNA_PROGRESS_MS';

interface StageState {
  name: string;
  started: number;
  first: number;
  done: number;
  total: number | null;
  drawn: number;
  /** When done reached total: what comes after belongs to no stage. */
  finished: number | null;
}

/**
 * A line per stage on standard error: done / total, rate, time left. On a terminal the line is redrawn in
 * place; elsewhere (a log, CI) one is written when the stage ends and every few seconds before (`LACUNA_PROGRESS_MS`).
 */
export class ProgressLines {
  #stage: StageState | null = null;
  #bar: SingleBar | null = null;
  readonly #stream: NodeJS.WriteStream;
  readonly #everyMs: number;

  constructor(stream: NodeJS.WriteStream = process.stderr, env: NodeJS.ProcessEnv = process.env) {
    this.#stream = stream;
    const asked = env[EVERY_VARIABLE];
    this.#everyMs = asked !== undefined && /^\d{1,7}$/.test(asked) ? Number(asked) : PLAIN_LINE_EVERY_MS;
  }

  readonly report: Progress = (name, done, total) => {
    const now = performance.now();
    if (this.#stage?.name !== name) {
      this.end();
      this.#stage = { name, started: now, first: done, done, total, drawn: now, finished: null };
    }
    const stage = this.#stage!;
    stage.done = done;
    stage.total = total;
    const finished = total !== null && done >= total;
    stage.finished = finished ? now : null;
    const every = this.#stream.isTTY ? DRAW_EVERY_MS : this.#everyMs;
    if (!finished && now - stage.drawn < every) return;
    stage.drawn = now;
    if (this.#stream.isTTY) this.#draw(stage);
    else if (!finished) this.#stream.write(`${plainLine(stage, now)}\n`);
  };

  /** Closes the line of the current stage. */
  end(): void {
    const stage = this.#stage;
    if (!stage) return;
    this.#stage = null;
    if (this.#stream.isTTY) {
      this.#draw(stage);
      this.#bar?.stop();
      this.#bar = null;
    } else this.#stream.write(`${plainLine(stage, performance.now())}\n`);
  }

  #draw(stage: StageState): void {
    const total = stage.total ?? Math.max(stage.done, 1);
    const fields = { rest: summary(stage, performance.now()) };
    if (!this.#bar) {
      this.#bar = new SingleBar({
        format: `${stage.name.padEnd(13)} {bar} {rest}`,
        barCompleteChar: '█',
        barIncompleteChar: '·',
        barsize: 24,
        stream: this.#stream,
        hideCursor: true,
        clearOnComplete: false,
      });
      this.#bar.start(total, stage.done, fields);
    } else {
      this.#bar.setTotal(total);
      this.#bar.update(stage.done, fields);
    }
  }
}

const plainLine = (stage: StageState, now: number): string =>
  `${stage.name.padEnd(13)} ${summary(stage, now)}`;

function summary(stage: StageState, now: number): string {
  const seconds = ((stage.finished ?? now) - stage.started) / 1000;
  const worked = stage.done - stage.first;
  const rate = seconds > 0 && worked > 0 ? worked / seconds : 0;
  const count =
    stage.total === null ? `${number(stage.done)}` : `${number(stage.done)} / ${number(stage.total)}`;
  const left = stage.total !== null && rate > 0 ? (stage.total - stage.done) / rate : 0;
  const time = left > 0 ? `${duration(left)} left` : `in ${duration(seconds)}`;
  return rate > 0 ? `${count}, ${number(Math.round(rate))}/s, ${time}` : `${count}, ${time}`;
}

const number = (value: number): string => value.toLocaleString('en');

export function duration(seconds: number): string {
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}
