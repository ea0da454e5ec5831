/** Something the user can do from anywhere, by name or by keys. */
export interface Command {
  readonly id: string;
  /** As the palette lists it. */
  readonly name: string;
  readonly group: (typeof COMMAND_GROUPS)[number];
  /** Other words to find it by. */
  readonly words?: string;
  /** As shown: `Ctrl+Z`, `Alt+←`, `?`. */
  readonly keys?: string;
  /** Whether it can be done now; if left out, always. */
  available?(): boolean;
  run(): void | Promise<void>;
}

export const COMMAND_GROUPS = ['Go to', 'Look', 'Map', 'Selection', 'Change', 'Help'] as const;

/** Those whose name, group or words have every word that was typed, best first: names that begin with it. */
export function findCommands(commands: readonly Command[], typed: string): Command[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  const rankOf = ({ name, words = '', group }: Command): number => {
    const title = name.toLowerCase();
    const all = `${title} ${words} ${group}`.toLowerCase();
    if (!wanted.every((word) => all.includes(word))) return -1;
    if (wanted.length === 0) return 1;
    if (title.startsWith(wanted[0]!)) return 3;
    return wanted.every((word) => ` ${title}`.includes(` ${word}`)) ? 2 : 1;
  };
  return commands
    .map((command, index) => ({ command, index, rank: rankOf(command) }))
    .filter(({ rank }) => rank > 0)
    .sort((one, other) => other.rank - one.rank || one.index - other.index)
    .map(({ command }) => command);
}
