import type { ConceptKind } from '../../../graph/schema.ts';
import { type Dice, KINDS, type World, type WorldPaper } from './world.ts';

/** A question with the answer that set operations over the world give. */
export interface MadeQuestion {
  question: string;
  /** Ids of all papers that must be cited; null where rows are what counts. */
  papers: string[] | null;
  value?: number | string | boolean | null;
  /** First cell of each row with the number of papers. */
  rows?: [string | number, number][];
}

type Make = () => MadeQuestion;

/** Questions in ways of speaking that the parser's examples don't have. */
export function makeQuestions(world: World, roll: Dice, number: number): MadeQuestion[] {
  const { concepts, papers, authors, venues } = world;
  const pick = <T>(items: readonly T[]): T => items[roll(items.length)]!;
  const any = (): number => Math.min(roll(concepts.length), roll(concepts.length));
  const other = (...than: number[]): number => {
    for (;;) {
      const n = any();
      if (!than.includes(n)) return n;
    }
  };
  const called = (n: number): string => (roll(3) === 0 ? concepts[n]!.alias : concepts[n]!.name);
  const names = (n: number) => (p: WorldPaper) => p.mentions.has(n) || p.wordsOnly.has(n);
  const uses = (n: number) => (p: WorldPaper) => {
    const mention = p.mentions.get(n);
    return mention ? mention.role !== 'background' || mention.count >= 2 : p.wordsOnly.has(n);
  };
  const introduces = (n: number) => (p: WorldPaper) => p.mentions.get(n)?.role === 'introduces';
  const those = (test: (p: WorldPaper) => boolean): string[] => papers.filter(test).map(({ id }) => id);
  const list = (question: string, test: (p: WorldPaper) => boolean): MadeQuestion => {
    const found = those(test);
    return { question, papers: found, value: found.length };
  };
  const kindsOf = (
    kind: ConceptKind,
    test: (p: WorldPaper) => boolean,
    but: readonly number[] = [],
  ): [string, number][] =>
    concepts.flatMap((concept, n): [string, number][] => {
      const count = papers.filter((p) => test(p) && p.mentions.has(n)).length;
      return concept.kind === kind && !but.includes(n) && count > 0 ? [[concept.name, count]] : [];
    });
  const tally = (
    keysOf: (p: WorldPaper) => readonly (string | number)[],
    test: (p: WorldPaper) => boolean,
  ): [string | number, number][] => {
    const counts = new Map<string | number, number>();
    for (const p of papers.filter(test))
      for (const key of keysOf(p)) counts.set(key, (counts.get(key) ?? 0) + 1);
    return [...counts];
  };
  const yearOf = (p: WorldPaper): number[] => (p.year === null ? [] : [p.year]);

  const makes: Make[] = [
    () => {
      const a = any();
      return list(`List all articles that discuss ${called(a)}.`, names(a));
    },
    () => {
      const a = any();
      return list(`In how many publications is ${called(a)} mentioned?`, names(a));
    },
    () => {
      const a = any();
      const b = other(a);
      return list(
        `Show me papers about ${called(a)} that also mention ${called(b)}`,
        (p) => names(a)(p) && names(b)(p),
      );
    },
    () => {
      const a = any();
      const b = other(a);
      return list(`What papers discuss ${called(a)} or ${called(b)}?`, (p) => names(a)(p) || names(b)(p));
    },
    () => {
      const a = any();
      const b = other(a);
      return list(
        `Which works employ ${called(a)} but never mention ${called(b)}?`,
        (p) => uses(a)(p) && !names(b)(p),
      );
    },
    () => {
      const a = any();
      return list(`Count the studies that apply ${called(a)}.`, uses(a));
    },
    () => {
      const a = any();
      return list(`Which papers propose ${called(a)}?`, introduces(a));
    },
    () => {
      const a = any();
      const y = 2002 + roll(10);
      return list(
        `How many papers since ${y} mention ${called(a)}?`,
        (p) => names(a)(p) && p.year !== null && p.year >= y,
      );
    },
    () => {
      const a = any();
      const y = 2002 + roll(5);
      const z = y + roll(5);
      return list(
        `Papers on ${called(a)} published between ${y} and ${z}`,
        (p) => names(a)(p) && p.year !== null && p.year >= y && p.year <= z,
      );
    },
    () => {
      const y = 2003 + roll(9);
      return list(`How many papers appeared before ${y}?`, (p) => p.year !== null && p.year < y);
    },
    () => {
      const a = any();
      const v = pick(venues);
      return list(`Which papers in ${v} mention ${called(a)}?`, (p) => names(a)(p) && p.venue === v);
    },
    () => {
      const n = roll(authors.length);
      return list(`How many papers were written by ${authors[n]}?`, (p) => p.authors.includes(n));
    },
    () => {
      const a = any();
      const n = roll(authors.length);
      return list(
        `Which papers by ${authors[n]} mention ${called(a)}?`,
        (p) => names(a)(p) && p.authors.includes(n),
      );
    },
    () => {
      const a = any();
      const b = other(a);
      const some = those((p) => uses(a)(p) && uses(b)(p));
      return {
        question: `Does any paper use both ${called(a)} and ${called(b)}?`,
        papers: some,
        value: some.length > 0,
      };
    },
    () => {
      const a = any();
      const b = other(a);
      return list(
        `Which papers mention neither ${called(a)} nor ${called(b)}?`,
        (p) => !names(a)(p) && !names(b)(p),
      );
    },
    () => {
      const a = any();
      const b = other(a);
      const c = other(a, b);
      return list(
        `Which papers mention ${called(a)}, ${called(b)} and ${called(c)}?`,
        (p) => names(a)(p) && names(b)(p) && names(c)(p),
      );
    },
    () => {
      const a = any();
      const b = other(a);
      const c = other(a, b);
      return list(
        `Find papers with ${called(a)} or ${called(b)}, but without ${called(c)}`,
        (p) => (names(a)(p) || names(b)(p)) && !names(c)(p),
      );
    },
    () => {
      const a = any();
      const [word, kind] = pick(KINDS);
      return {
        question: `What ${word} occur together with ${called(a)}?`,
        papers: null,
        rows: kindsOf(kind, names(a), [a]),
      };
    },
    () => {
      const n = 2 + roll(4);
      const [word, kind] = pick(KINDS);
      return {
        question: `Which ${word} are named in at least ${n} papers?`,
        papers: null,
        rows: kindsOf(kind, () => true).filter(([, count]) => count >= n),
      };
    },
    () => {
      const [word, kind] = pick(KINDS);
      const all = kindsOf(kind, () => true);
      const most = Math.max(...all.map(([, count]) => count));
      return {
        question: `What are the most frequently mentioned ${word}?`,
        papers: null,
        rows: all.filter(([, count]) => count === most),
      };
    },
    () => {
      const a = any();
      const [word, kind] = pick(KINDS);
      const seen = new Set(kindsOf(kind, names(a)).map(([name]) => name));
      return {
        question: `Which ${word} have never been combined with ${called(a)}?`,
        papers: null,
        rows: kindsOf(kind, () => true, [a]).filter(([name]) => !seen.has(name)),
      };
    },
    () => {
      const a = any();
      return {
        question: `How many papers on ${called(a)} are there per year?`,
        papers: null,
        rows: tally(yearOf, names(a)),
      };
    },
    () => {
      const a = any();
      const years = papers.filter(names(a)).flatMap(yearOf);
      const first = Math.min(...years);
      return years.length === 0
        ? list(`Which papers treat ${called(a)}?`, names(a))
        : {
            question: `When was ${called(a)} mentioned for the first time?`,
            papers: null,
            value: first,
            rows: [[first, years.filter((y) => y === first).length]],
          };
    },
    () => {
      const a = any();
      return {
        question: `Who has written about ${called(a)}?`,
        papers: null,
        rows: tally((p) => p.authors.map((n) => authors[n]!), names(a)),
      };
    },
    () => {
      const all = tally(
        (p) => (p.venue ? [p.venue] : []),
        () => true,
      );
      const most = Math.max(...all.map(([, count]) => count));
      return {
        question: `Which ${pick(['journal', 'venue'])} has the most papers?`,
        papers: null,
        rows: all.filter(([, count]) => count === most),
      };
    },
    () => {
      const a = any();
      const b = other(a);
      const [x, y] = [a, b].map((n) => those(names(n)).length) as [number, number];
      return {
        question: `Are there more papers on ${concepts[a]!.name} or on ${concepts[b]!.name}?`,
        papers: null,
        value: x === y ? null : concepts[x > y ? a : b]!.name,
      };
    },
    () => {
      const n = 1 + roll(4);
      return list(
        `Which papers mention more than ${n} methods?`,
        (p) => [...p.mentions.keys()].filter((m) => concepts[m]!.kind === 'Method').length > n,
      );
    },
    () => {
      const a = any();
      const b = other(a);
      return list(
        `Papers that use ${called(a)} and introduce ${called(b)}`,
        (p) => uses(a)(p) && introduces(b)(p),
      );
    },
    () => {
      const a = any();
      const b = other(a);
      const y = 2003 + roll(8);
      return list(
        `Which papers after ${y} use neither ${called(a)} nor ${called(b)}?`,
        (p) => !uses(a)(p) && !uses(b)(p) && p.year !== null && p.year > y,
      );
    },
    () => {
      const a = any();
      const v = pick(venues);
      const y = 2003 + roll(8);
      return list(
        `Papers not mentioning ${called(a)} that appeared in ${v} until ${y}`,
        (p) => !names(a)(p) && p.venue === v && p.year !== null && p.year <= y,
      );
    },
  ];
  return Array.from({ length: number }, (_, i) => makes[i % makes.length]!());
}
