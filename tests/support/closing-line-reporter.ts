import { writeFileSync } from 'node:fs';
import type { Reporter, TestModule } from 'vitest/node';

export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

/** Where this names a file, the counts go there: another run adds them up. */
export const COUNTS_FILE = 'LACUNA_TEST_COUNTS';

export function closingLine({ passed, failed, skipped }: Counts): string {
  return `\n${passed} passed, ${failed} failed, ${skipped} skipped\n`;
}

/** Ends a run with `N passed, N failed, N skipped` on a line of its own, for whoever reads the log by machine. */
export default class ClosingLineReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const counts: Counts = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      let tests = 0;
      for (const test of module.children.allTests()) {
        tests += 1;
        const { state } = test.result();
        if (state !== 'pending') counts[state] += 1;
      }
      // A file that could not even be loaded has no tests to count.
      if (tests === 0 && !module.ok()) counts.failed += 1;
    }
    const file = process.env[COUNTS_FILE];
    if (file) writeFileSync(file, JSON.stringify(counts));
    else process.stdout.write(closingLine(counts));
  }
}
