import { madePapers } from './papers.ts';
import type { AskedRequest, StubAnswer } from './stub-answer.ts';

/** An Atom feed. Complaints are an entry of it, with status 200. */
export function answerArxiv({ path, parameters }: AskedRequest, papers: number): StubAnswer {
  const search = parameters.get('search_query') ?? '';
  if (path !== '/query') return { status: 404, type: 'text/html', body: '<html></html>' };
  if (!/\w+:/.test(search)) return feed(1, complaint('incorrect query'));
  const start = Number(parameters.get('start'));
  const end = Math.min(start + Number(parameters.get('max_results')), papers);
  return feed(papers, madePapers(start, end).map(entry).join(''));
}

const entry = ({ at, title, abstract, year, doi, author }: ReturnType<typeof madePapers>[number]): string =>
  `<entry><id>http://arxiv.org/abs/${1900 + at}.00001v1</id><published>${year}-05-01T00:00:00Z</published>
    <title>${title} &amp; <![CDATA[<More>]]></title><summary>${abstract}</summary><author><name>${author}</name></author>
    <arxiv:doi>${doi}</arxiv:doi><link href="http://arxiv.org/abs/${1900 + at}.00001v1" rel="alternate"/></entry>\n`;

const complaint = (words: string): string =>
  `<entry><id>http://arxiv.org/api/errors#bad</id><title>Error</title><summary>${words}</summary></entry>`;

const feed = (total: number, entries: string): StubAnswer => ({
  type: 'application/atom+xml; charset=UTF-8',
  body: `<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xmlns:arxiv="http://arxiv.org/schemas/atom">
  <title type="html">ArXiv Query</title><id>http://arxiv.org/api/abc</id>
  <opensearch:totalResults xmlns:opensearch="http://a9.com/-/spec/opensearch/1.1/">${total}</opensearch:totalResults>
${entries}</feed>`,
});
