import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PAGE = join(import.meta.dirname, '../../docs/extraction.md');

/** F1 in percent of our extractor of this name on SciERC, as docs/extraction.md tells it, which `npm run eval` writes. */
export function measuredQuality(extractor: string): { terms: number | null; links: number | null } {
  const [, section = ''] = readFileSync(PAGE, 'utf8').split('### scierc.test');
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  const cells = (line: string | undefined): string[] => (line ?? '').split('|').map((cell) => cell.trim());
  const column = cells(lines[0]).findIndex((head) => head.startsWith(`${extractor}-`));
  const f1 = (row: string): number | null => {
    const rates = cells(lines.find((line) => line.startsWith(`| ${row} |`)))[column] ?? '';
    return Number(rates.split(' / ')[2] ?? Number.NaN) || null;
  };
  return { terms: f1('terms of a document'), links: f1('links between papers') };
}
