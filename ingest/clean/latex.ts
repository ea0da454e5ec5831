import { findGroups, type Groups, silence } from './latex-groups.ts';
import { findMath } from './latex-math.ts';
import { accented, commandOf, isAccent } from './latex-symbols.ts';
import { isTie, typeset } from './latex-typography.ts';
import type { TextBuilder } from './tracked-text.ts';

const SPACE = 0x20;
const CONTROL_WORD = /[a-zA-Z]+/y;
const ESCAPED = new Set([...'%&$#_{}[]|*<>@+!']);
const NOTHING = new Set([...',;:/-()']);

export const hasLatex = (text: string): boolean => /[\\{}$~`]|--|''/.test(text);

/** Turns LaTeX into the text a reader would see. What isn't LaTeX stays: sums of money, sets, home folders. */
export function stripLatex(source: string, out: TextBuilder): void {
  const reader = new LatexReader(source, out);
  reader.run();
}

class LatexReader {
  readonly #source: string;
  readonly #out: TextBuilder;
  readonly #groups: Groups;
  /** 1 for each `$` that opens or closes mathematics. */
  readonly #math: Uint8Array;
  /** Closing braces of numerators. */
  readonly #numerators = new Set<number>();
  #inMath = false;

  constructor(source: string, out: TextBuilder) {
    this.#source = source;
    this.#out = out;
    this.#groups = findGroups(source);
    this.#math = findMath(source);
  }

  run(): void {
    const { length } = this.#source;
    let i = 0;
    while (i < length) i = this.#step(i);
  }

  #step(i: number): number {
    const char = this.#source[i]!;
    switch (char) {
      case '\\':
        return this.#command(i);
      case '{':
        if (this.#inMath && this.#groups.match[i]! >= 0) silence(this.#groups, i);
        return this.#brace(i);
      case '}':
        if (this.#numerators.has(i)) this.#out.pushText('/', i);
        return this.#brace(i);
      case '$':
        if (!this.#math[i]) break;
        this.#inMath = !this.#inMath;
        return this.#math[i + 1] ? i + 2 : i + 1;
      case '~':
        if (!this.#inMath && !isTie(this.#source, i)) break;
        this.#out.push(SPACE, i);
        return i + 1;
      case '`':
      case "'":
      case '-': {
        if (this.#inMath) break;
        const typeset_ = typeset(this.#source, i);
        this.#out.pushText(typeset_.text, i);
        return i + typeset_.length;
      }
    }
    this.#out.push(this.#source.charCodeAt(i), i);
    return i + 1;
  }

  #brace(i: number): number {
    if (!this.#groups.silent[i]) this.#out.push(this.#source.charCodeAt(i), i);
    return i + 1;
  }

  #command(i: number): number {
    const next = this.#source[i + 1];
    if (next === undefined) return i + 1;
    CONTROL_WORD.lastIndex = i + 1;
    const word = CONTROL_WORD.exec(this.#source)?.[0];
    if (word !== undefined) return this.#word(i, word);
    const accent = this.#accent(i, next);
    if (accent >= 0) return accent;
    if (ESCAPED.has(next)) {
      this.#out.push(next.charCodeAt(0), i + 1);
      return i + 2;
    }
    if (NOTHING.has(next)) return i + 2;
    if (next === '\\' || /\s/.test(next)) {
      if (this.#isEscapedTwice(i + 1)) return i + 1;
      this.#out.push(SPACE, i);
      return i + 2;
    }
    // `\"quoted\"`, `don\'t`: an escape of another language.
    if (next === '"' || next === "'" || next === '`' || next === '~') {
      this.#out.push(next.charCodeAt(0), i + 1);
      return i + 2;
    }
    if (next === '^' || next === '=' || next === '.') return i + 1;
    this.#out.push(this.#source.charCodeAt(i), i);
    return i + 1;
  }

  /** `\\alpha`, `\\%` where a program escaped what was escaped; else `\\` breaks the line. */
  #isEscapedTwice(i: number): boolean {
    if (this.#source[i] !== '\\') return false;
    CONTROL_WORD.lastIndex = i + 1;
    const word = CONTROL_WORD.exec(this.#source)?.[0];
    if (word === undefined) return '%&$#_'.includes(this.#source[i + 1] ?? ' ');
    return commandOf(word).kind !== 'unknown';
  }

  #word(i: number, word: string): number {
    if (word.length === 1 && isAccent(word)) {
      const accent = this.#accent(i, word);
      if (accent >= 0) return accent;
    }
    const command = commandOf(word);
    const end = i + 1 + command.length;
    switch (command.kind) {
      case 'symbol':
        this.#out.pushText(command.text, i);
        return this.#groups.match[end]! >= 0 ? this.#enter(end) : end;
      case 'operator':
        if (/[\p{L}\p{N}]/u.test(String.fromCharCode(this.#out.last))) this.#out.push(SPACE, i);
        this.#out.pushText(command.text, i);
        if (this.#source[end] === '{' || this.#source[end] === '\\') this.#out.push(SPACE, i);
        return this.#enter(end);
      case 'letter':
        this.#out.pushText(command.text, i);
        return this.#skipSpaces(this.#source.startsWith('{}', end) ? end + 2 : end);
      case 'style':
        return this.#enter(this.#skipSpaces(end));
      case 'fraction':
        return this.#fraction(end);
      case 'silent':
        return this.#skipArguments(end);
      case 'unknown': {
        if (word === 'sim') return this.#similar(i, end);
        const open = this.#groups.match[end] ?? -1;
        if (open < 0) this.#out.copy(this.#source, i + 1, end);
        return this.#enter(end);
      }
    }
  }

  /** `\sim 100` is "about 100"; between two things it is a relation. */
  #similar(i: number, end: number): number {
    const number = this.#skipSpaces(end);
    const before = this.#out.last;
    const about =
      /\d/.test(this.#source[number] ?? '') && (before === 0 || before === SPACE || before === 0x28);
    this.#out.pushText(about ? '~' : '∼', i);
    return about ? number : end;
  }

  /** Accents: `\'e`, `\'{e}`, `\"\i`, `\c{c}`, `\v s`. -1 when this is none. */
  #accent(i: number, name: string): number {
    const source = this.#source;
    let at = i + 2;
    if (/[a-zA-Z]/.test(name) && source[at] === ' ') at += 1;
    const braced = source[at] === '{';
    if (braced) at += 1;
    if (source[at] === '\\' && (source[at + 1] === 'i' || source[at + 1] === 'j')) at += 1;
    const base = source[at];
    if (base === undefined || (braced && source[at + 1] !== '}')) return -1;
    if (!braced && !looksAccented(source, i, name, at)) return -1;
    const letter = accented(name, base);
    if (letter === null) return -1;
    this.#out.pushText(letter, i);
    return braced ? at + 2 : at + 1;
  }

  #fraction(end: number): number {
    const { match } = this.#groups;
    const close = match[end] ?? -1;
    if (close >= 0 && this.#source[close + 1] === '{') this.#numerators.add(close);
    return this.#enter(end);
  }

  /** Past the opening brace of an argument, whose braces are then silent. */
  #enter(at: number): number {
    if ((this.#groups.match[at] ?? -1) >= 0) {
      silence(this.#groups, at);
      return at + 1;
    }
    return at;
  }

  #skipSpaces(at: number): number {
    return this.#source[at] === ' ' ? at + 1 : at;
  }

  /** Past `[option]` and `{argument}`; the space before a citation goes with it. */
  #skipArguments(end: number): number {
    let at = end;
    OPTION.lastIndex = at;
    at += OPTION.exec(this.#source)?.[0].length ?? 0;
    const close = this.#groups.match[at] ?? -1;
    if (close < 0) return at;
    while (this.#out.last === SPACE) this.#out.dropLast();
    return close + 1;
  }
}

const OPTION = /\*?(?:\[[^[\]]{0,200}\])?/y;

/**
 * Whether an accent command without braces is one, and not an escaped quotation mark: `na\"ive`, `\"Uber`,
 * but `\"every`, `model\'s`, `O\'Neil`.
 */
function looksAccented(source: string, i: number, name: string, base: number): boolean {
  const after = source[base + 1] ?? ' ';
  // `Gr{\"o}e`: a group of its own leaves no doubt.
  if (source[i - 1] === '{' && after === '}') return /[a-z]/i.test(source[base]!);
  const inWord = i > 0 && /\p{L}/u.test(source[i - 1]!);
  const char = source[base]!;
  if (inWord && /[A-Z]/.test(char) && /[a-z]/.test(after)) return false;
  if (name === "'") return /[aeiouycnz]/i.test(char) || (/s/i.test(char) && /[a-z]/.test(after));
  if (name === '"') return inWord ? /[aeiouy]/i.test(char) : /[aouAOU]/.test(char) && /[a-z]/.test(after);
  return /[a-z]/i.test(char);
}
