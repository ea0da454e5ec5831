/** What a made-up paper says, by its number. */
export interface MadePaper {
  at: number;
  title: string;
  abstract: string;
  year: number;
  doi: string;
  author: string;
}

const BASE = {
  title: 'Swaying Footbridges',
  abstract: 'Bridges sway when many people walk over them in step',
};

export function madePapers(from: number, to: number): MadePaper[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, step) => {
    const at = from + step;
    return {
      at,
      title: `${BASE.title}, Part ${at}`,
      abstract: `${BASE.abstract}; this is report ${at} on bridge ${at * 7}.`,
      year: 2000 + (at % 20),
      doi: `10.5555/bridge.${at}`,
      author: 'Ada Northfield',
    };
  });
}

export const json = (value: unknown, status = 200) => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});
