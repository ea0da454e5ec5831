import type { Bench } from '../../bench/support/bench.ts';
import { HOSTILE_FILES, tryHostile } from '../fuzz/hostile-files.ts';

const GIGABYTE = 1024 ** 3;
const QUICK = 64 * 1024 ** 2;
const MOST_MEGABYTES = 1_500;

export const bench: Bench = {
  name: 'hostile-files',
  title: 'Hostile files',
  about:
    'Bombs, entities that expand, and a single line, value or cell of a gigabyte, each between papers that are whole.',
  async run({ folder, quick, say }) {
    const rows: (string | number | null)[][] = [];
    let wrong = 0;
    for (const file of HOSTILE_FILES) {
      const start = performance.now();
      const { papers, told } = await tryHostile(file, folder, quick ? QUICK : GIGABYTE);
      const isRight = papers === file.papers && file.told.test(told);
      if (!isRight) wrong += 1;
      say(`${file.name}: ${papers} papers, ${told.slice(0, 100)}`);
      rows.push([
        file.name,
        (performance.now() - start) / 1000,
        String(papers),
        told.slice(-120) || 'read as it is',
      ]);
    }
    const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
    return {
      tables: [
        {
          caption: `Written and read; peak memory ${megabytes} MB`,
          columns: ['file', 'seconds', 'papers read', 'told'],
          rows,
        },
      ],
      verdicts: [
        {
          asked: 'each is stopped by a limit that is named, and costs only itself',
          measured: `${HOSTILE_FILES.length - wrong} of ${HOSTILE_FILES.length}`,
          met: wrong === 0,
        },
        {
          asked: `memory stays below ${MOST_MEGABYTES} MB`,
          measured: `${megabytes} MB`,
          met: megabytes < MOST_MEGABYTES,
        },
      ],
    };
  },
};
