import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeShared } from '../support/shared.ts';

const ROOT = join(import.meta.dirname, '../..');

function runEval(args: readonly string[], env: Record<string, string> = {}) {
  return spawnSync(process.execPath, ['--import', 'tsx', 'tests/eval/run.ts', ...args], {
    cwd: ROOT,
    env: { ...process.env, ...env },
    encoding: 'utf8',
  });
}

it('says which sets it skips where there is no measuring data, and succeeds', () => {
  const { status, stderr } = runEval([], { LACUNA_SHARED: join(ROOT, 'no-such-folder') });
  expect(status).toBe(0);
  expect(stderr).toContain('SKIPPED: scierc.test');
  expect(stderr.match(/SKIPPED/g)).toHaveLength(10);
});

it('refuses a set that it does not know', () => {
  const { status, stderr } = runEval(['--set', 'nothing.test']);
  expect(status).toBe(2);
  expect(stderr).toContain('No such set: nothing.test');
});

describeShared('npm run eval', () => {
  it('measures the default extractor and writes JSON', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lacuna-eval-'));
    try {
      const file = join(folder, 'eval.json');
      const { status, stdout } = runEval(['--set', 'named-system.test', '--json', file]);
      expect(status).toBe(0);
      expect(stdout).toContain('plain pattern');
      const { results } = JSON.parse(readFileSync(file, 'utf8'));
      expect(results).toHaveLength(1);
      expect(results[0]).toMatchObject({ set: 'named-system.test', documents: 150 });
      expect(results[0].perCpuSecond).toBeGreaterThan(0);
      expect(results[0].measured[0].f1).toBeGreaterThan(0);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
