/** Script in every text of a graph stays text in the files with markup. The page and the file of its own: tests/e2e/hostile.test.ts. */
import { describe, expect, it } from 'vitest';
import { exportGexf } from '../../graph/export/gexf.ts';
import type { GraphSource } from '../../graph/export/graph-source.ts';
import { exportGraphml } from '../../graph/export/graphml.ts';
import { SvgSurface } from '../../web/sharing/picture/svg-surface.ts';

const EVIL = [
  '"><script>evil()</script>',
  "'/><img src=x onerror=evil()>",
  ']]><script>evil()</script><![CDATA[',
  '--><script>evil()</script><!--',
  '?><?xml-stylesheet href="javascript:evil()"?>',
  '&lt;script&gt; &#60;script> &evil;',
  'a\u0000\u0008\ufffe\ud800<script/>',
  'javascript:evil()',
];

/** A graph with it in each text. */
const graphOf = (x: string): GraphSource => ({
  title: x,
  nodes: () => [
    {
      id: x,
      labels: [x],
      properties: { title: x, venue: x, doi: x, url: x, abstract: x, authors: [x], aliases: [x], kind: x },
      theme: { id: x, label: x },
      look: { x: 1, y: 1, size: 1, colour: '#1a73d5' },
    },
  ],
  relations: () => [{ source: x, target: x, type: x, properties: {} }],
});

async function joined(parts: AsyncIterable<string>): Promise<string> {
  let text = '';
  for await (const part of parts) text += part;
  return text;
}

function pictureOf(text: string): string {
  const surface = new SvgSurface({} as CanvasRenderingContext2D);
  surface.font = `600 12px ${text}`;
  surface.fillText(text, 1, 2);
  surface.strokeText(text, 1, 2);
  return `<svg>${surface.parts.join('')}</svg>`;
}

const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z][\w:.-]*="[^"<]*")*)\s*(\/?)>/y;
const TEXT = /[^<&]+|&(?:amp|lt|gt|quot|apos|#\d+);/y;

/** Names of the elements; throws where it is no well-formed XML. */
function elementsOf(xml: string): string[] {
  if (/[^\P{Cc}\t\n\r]|\p{Cs}|[\ufffe\uffff]/u.test(xml))
    throw new Error('a character that XML can not hold');
  const names = new Set<string>();
  const open: string[] = [];
  const start = /^<\?xml version="1\.0" encoding="UTF-8"\?>/.exec(xml)?.[0].length ?? 0;
  for (let at = start; at < xml.length; ) {
    const pattern = xml[at] === '<' ? TAG : TEXT;
    pattern.lastIndex = at;
    const found = pattern.exec(xml);
    if (!found) throw new Error(`no XML: ${xml.slice(at, at + 80)}`);
    at = pattern.lastIndex;
    const [, closes, name, , isEmpty] = found;
    if (name === undefined) continue;
    names.add(name);
    if (closes && open.pop() !== name) throw new Error(`</${name}> closes nothing`);
    if (!closes && !isEmpty) open.push(name);
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)}> is not closed`);
  return [...names];
}

const WRITERS: Record<string, (text: string) => string | Promise<string>> = {
  GEXF: (text) => joined(exportGexf(graphOf(text))),
  GraphML: (text) => joined(exportGraphml(graphOf(text))),
  SVG: pictureOf,
};

describe.each(Object.entries(WRITERS))('%s', (_, write) => {
  it.each(EVIL)('has no other elements for %j', async (text) => {
    expect(elementsOf(await write(text))).toEqual(elementsOf(await write('plain')));
  });
});
