import { describe, expect, it } from 'vitest';
import { asksForPlan } from '../../../graph/server/asks-for-plan.ts';

describe('asksForPlan', () => {
  it.each([
    'EXPLAIN RETURN 1',
    'explain\nRETURN 1',
    '\ufeff  // why\n/* how */ EXPLAIN/**/RETURN 1',
    'CYPHER 5 EXPLAIN RETURN 1',
    'CYPHER runtime = slotted EXPLAIN RETURN 1',
    'PROFILE EXPLAIN RETURN 1',
  ])('sees it in %j', (statement) => expect(asksForPlan(statement)).toBe(true));

  it.each([
    'RETURN 1 AS explain',
    'PROFILE RETURN 1',
    "RETURN 'EXPLAIN'",
    '// EXPLAIN\nRETURN 1',
    '/* EXPLAIN',
    'EXPLAINED RETURN 1',
    '',
  ])('sees none in %j', (statement) => expect(asksForPlan(statement)).toBe(false));

  it('takes no time over what is only comments', () => {
    const startedAt = performance.now();
    expect(asksForPlan('/**/ '.repeat(20_000))).toBe(false);
    expect(performance.now() - startedAt).toBeLessThan(500);
  });
});
