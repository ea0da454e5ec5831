import { json, madePapers } from './papers.ts';
import type { AskedRequest, StubAnswer } from './stub-answer.ts';

const FIRST_ID = 30_000_000;

/** `esearch` and `efetch`; both want to know who asks. An article may be a book, which is no `PubmedArticle`. */
export function answerPubmed({ path, parameters }: AskedRequest, papers: number): StubAnswer {
  if (parameters.get('tool') !== 'lacuna' || !parameters.get('email'))
    return json({ error: 'who are you' }, 400);
  if (path === '/esearch.fcgi') return search(parameters, papers);
  if (path !== '/efetch.fcgi') return json({ error: 'no such tool' }, 404);
  const articles = (parameters.get('id') ?? '').split(',').map((id) => article(Number(id) - FIRST_ID));
  return {
    type: 'text/xml; charset=UTF-8',
    body: `<?xml version="1.0" ?>
<!DOCTYPE PubmedArticleSet PUBLIC "-//NLM//DTD PubMedArticle, 1st January 2025//EN" "https://dtd.nlm.nih.gov/x.dtd">
<PubmedArticleSet>
${articles.join('\n')}</PubmedArticleSet>`,
  };
}

function search(parameters: URLSearchParams, papers: number): StubAnswer {
  const at = Number(parameters.get('retstart'));
  if (at >= 9999) return json({ esearchresult: { ERROR: 'Search Backend failed: retstart' } });
  const idlist = madePapers(at, Math.min(at + Number(parameters.get('retmax')), papers)).map((paper) =>
    String(FIRST_ID + paper.at),
  );
  return json({
    header: { type: 'esearch' },
    esearchresult: { count: String(papers), retstart: String(at), idlist },
  });
}

function article(at: number): string {
  const [paper] = madePapers(at, at + 1);
  if (!paper) return '';
  if (at === 3)
    return '<PubmedBookArticle><BookDocument><PMID>30000003</PMID></BookDocument></PubmedBookArticle>';
  return `<PubmedArticle><MedlineCitation><PMID Version="1">${FIRST_ID + at}</PMID><Article><Journal><JournalIssue>
<PubDate><Year>${paper.year}</Year></PubDate></JournalIssue><Title>Journal of sway</Title></Journal>
<ArticleTitle>${paper.title}</ArticleTitle><Abstract><AbstractText>${paper.abstract}</AbstractText></Abstract>
<AuthorList><Author><LastName>Northfield</LastName><ForeName>Ada</ForeName></Author></AuthorList></Article></MedlineCitation>
<PubmedData><ArticleIdList><ArticleId IdType="doi">${paper.doi}</ArticleId></ArticleIdList></PubmedData></PubmedArticle>`;
}
