import type { ReadLimits } from '../../limits.ts';

/** Names used bare as a value, or joined by `#`. */
const USE = /(?:=|#)\s{0,20}([A-Za-z][\w:.+/-]{0,100})(?=\s{0,20}(?:[,#})\n]|$))/g;

/** The `@string` macros of a file so far. Bounded: macros that double each other would fill memory. */
export class Macros {
  private readonly values = new Map<string, string>();
  private readonly limits: ReadLimits;

  constructor(limits: ReadLimits) {
    this.limits = limits;
  }

  /** Gives why it was refused; null if it was taken. */
  define(name: string, value: string): string | null {
    if (value.length > this.limits.macroCharacters) {
      return `the macro is longer than ${this.limits.macroCharacters} characters (limit macroCharacters)`;
    }
    if (this.values.size >= this.limits.macros)
      return `more than ${this.limits.macros} macros (limit macros)`;
    this.values.set(name.toLowerCase(), value);
    return null;
  }

  /** Those that an entry uses; null when it uses so many that it can only mean harm. */
  usedBy(text: string): Record<string, string> | null {
    const used: Record<string, string> = Object.create(null);
    let uses = 0;
    for (const [, name] of text.matchAll(USE)) {
      const value = this.values.get(name!.toLowerCase());
      if (value === undefined) continue;
      uses += 1;
      if (uses > this.limits.macroUses) return null;
      used[name!.toLowerCase()] = value;
    }
    return used;
  }
}
