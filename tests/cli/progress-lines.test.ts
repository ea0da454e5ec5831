import { Writable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { ProgressLines } from '../../ingest/cli/progress-lines.ts';

/** Longer than a terminal's line is left as it is. */
const PAUSE_MS = 150;

/** Standard error as the program sees it, and what was written to it. */
class Screen extends Writable {
  readonly isTTY: boolean;
  readonly columns = 120;
  text = '';

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.text += chunk.toString();
    done();
  }

  cursorTo(): boolean {
    return true;
  }
  moveCursor(): boolean {
    return true;
  }
  clearLine(): boolean {
    return true;
  }
}

const linesOn = (screen: Screen): ProgressLines => new ProgressLines(screen as unknown as NodeJS.WriteStream);

describe('progress in a log', () => {
  it('is a line a stage: name, done and total, rate, time', async () => {
    const screen = new Screen(false);
    const lines = linesOn(screen);
    lines.report('read', 0, null);
    await sleep(PAUSE_MS);
    lines.report('read', 1234, null);
    lines.report('extract', 0, 2000);
    await sleep(PAUSE_MS);
    lines.report('extract', 1000, 2000);
    await sleep(PAUSE_MS);
    lines.report('extract', 2000, 2000);
    lines.end();
    const written = screen.text.trimEnd().split('\n');
    expect(written).toHaveLength(2);
    expect(written[0]).toMatch(/^read +1,234, [\d,]+\/s, in \d/);
    expect(written[1]).toMatch(/^extract +2,000 \/ 2,000, [\d,]+\/s, in \d/);
  });

  it('says what is left where a stage does not get to its end', async () => {
    const screen = new Screen(false);
    const lines = linesOn(screen);
    lines.report('load', 0, 100);
    await sleep(PAUSE_MS);
    lines.report('load', 50, 100);
    lines.end();
    expect(screen.text).toMatch(/^load +50 \/ 100, [\d,]+\/s, .* left\n$/);
  });

  it('writes nothing for no stage, and ends a stage once', () => {
    const screen = new Screen(false);
    const lines = linesOn(screen);
    lines.end();
    expect(screen.text).toBe('');
    lines.report('load', 0, 0);
    lines.end();
    const once = screen.text;
    lines.end();
    expect(once).toMatch(/^load +0 \/ 0/);
    expect(screen.text).toBe(once);
  });
});

describe('progress on a terminal', () => {
  it('is drawn again in place, with a bar, and what is left', async () => {
    const screen = new Screen(true);
    const lines = linesOn(screen);
    lines.report('extract', 0, 200);
    for (const done of [50, 100]) {
      await sleep(PAUSE_MS);
      lines.report('extract', done, 200);
    }
    // The bar draws by a timer of its own.
    await vi.waitFor(() => expect(screen.text).toMatch(/extract +█+·+ 100 \/ 200, [\d,]+\/s, [^\n]* left/));
    expect(screen.text).not.toContain('\n');
    await sleep(PAUSE_MS);
    lines.report('extract', 200, 200);
    lines.report('load', 0, 10);
    lines.report('load', 10, 10);
    lines.end();
    expect(screen.text).toMatch(/extract +█+ 200 \/ 200/);
    expect(screen.text).toMatch(/load +█+ 10 \/ 10/);
    expect(screen.text.split('\n')).toHaveLength(3);
  });
});
