/** A number or what else stands for itself: JSON's own, and what Python and JavaScript write in their place. */
const WORD = /^(?:[-+]?(?:[\d.]+(?:[eE][-+]?\d+)?|NaN|Infinity)|null|true|false|None|True|False|undefined)$/;
const WORD_CHARACTER = /[-+.\w]/;
/** A longer one is a number at best, of which no more need be known. */
const MAX_WORD_CHARACTERS = 40;
/** Around lists in a script: `papers = [ … ];`, `show([ … ])`. */
const HARMLESS = /[\s\p{Cc},;)]/u;

/**
 * Follows what stands directly in one object or list around the records. Commas too many or too few values are let
 * pass, as they cost no record.
 */
export class Syntax {
  private readonly isArray: boolean;
  private next: 'key' | 'colon' | 'value' | 'end';
  private word = '';

  constructor(isArray: boolean) {
    this.isArray = isArray;
    this.next = isArray ? 'value' : 'key';
  }

  /** Whether a character outside strings can stand here; of a string or a part in brackets the first one counts. */
  takes(character: string): boolean {
    if (WORD_CHARACTER.test(character)) return this.takesWord(character);
    const isFine = this.word === '' || this.word.length >= MAX_WORD_CHARACTERS || WORD.test(this.word);
    this.word = '';
    return this.takesMark(character) && isFine;
  }

  private takesWord(character: string): boolean {
    if (this.word === '' && this.next !== 'value') return false;
    if (this.word.length < MAX_WORD_CHARACTERS) this.word += character;
    this.next = 'end';
    return true;
  }

  private takesMark(character: string): boolean {
    const { next } = this;
    if (character === ',') this.next = this.isArray ? 'value' : 'key';
    else if (character === ':') {
      this.next = 'value';
      return next === 'colon';
    } else if (character === '"') {
      this.next = next === 'key' ? 'colon' : 'end';
      return next === 'key' || next === 'value';
    } else if (character === '{' || character === '[') {
      this.next = 'end';
      return next === 'value';
    }
    return ',}]'.includes(character);
  }
}

/** Follows what stands in no bracket at all: before, between and after the lists and objects of a file. */
export class TopSyntax {
  /** Whether what can't stand since the last list or object was told. */
  isTold = false;
  /** Whether a list of records, or an object around one, has ended. */
  hadList = false;

  /**
   * False once before each list or object. A quote is what a record has whose brackets are lost. Of other characters
   * there may be some around whole records (`papers =`), but behind a list its own bracket may have come too early.
   */
  takes(character: string): boolean {
    if ('{['.includes(character)) this.isTold = false;
    else if (!this.isTold && (character === '"' || (this.hadList && !HARMLESS.test(character)))) {
      this.isTold = true;
      return false;
    }
    return true;
  }
}
