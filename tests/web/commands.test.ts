import { describe, expect, it } from 'vitest';
import { findCommands } from '../../web/commands/command.ts';
import { COMMANDS } from '../../web/commands/commands.ts';
import { TOUR_STEPS } from '../../web/panels/shell/tour-steps.ts';

describe('commands', () => {
  it('have each a name and an id of their own, and no two the same keys', () => {
    for (const part of ['id', 'name', 'keys'] as const) {
      const values = COMMANDS.flatMap((command) => command[part] ?? []);
      expect(new Set(values).size).toBe(values.length);
    }
  });

  it('are found by their words in any order, names that begin with them first', () => {
    const names = (typed: string) => findCommands(COMMANDS, typed).map(({ name }) => name);
    expect(names('only conc')[0]).toBe('Show concepts only');
    expect(names('dark')).toContain('Appearance: dark');
    expect(names('betweenness colour')[0]).toBe('Colour by betweenness');
    expect(names('no such thing')).toEqual([]);
    expect(names('')).toHaveLength(COMMANDS.length);
  });

  it('the tour has at most five steps', () => {
    expect(TOUR_STEPS.length).toBeLessThanOrEqual(5);
  });
});
