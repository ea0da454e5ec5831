import { authorName } from '../../clean/author-name.ts';
import { arxivIdOf, doiOf, namedArxivIdOf, ownIdentifier, pubmedIdOf } from '../fields/identifiers.ts';
import { recordFields } from '../fields/record-fields.ts';
import { keywordsOf } from '../fields/text-fields.ts';
import { yearOf } from '../fields/year.ts';
import type { Reader } from '../reader.ts';
import { allOf, firstOf, readTagged, type TagRules } from './tagged.ts';

const RULES: TagRules = {
  line: /^([A-Z][A-Z0-9])\s{1,2}-(?:\s(.*))?$/s,
  starts: (tag) => tag === 'TY',
  ends: (tag) => tag === 'ER',
  blankEnds: false,
};

/** RIS, as EndNote, Zotero, Scopus and publishers write it: `TY  - JOUR` to `ER  -`. */
export const readRis: Reader = async function* (source, { limits }) {
  for await (const entry of readTagged(source, RULES, limits)) {
    if (!entry.tags) {
      yield entry;
      continue;
    }
    const { tags } = entry;
    const url = firstOf(tags, 'UR', 'L2', 'LK', 'L1');
    const doi = [firstOf(tags, 'DO'), firstOf(tags, 'M3'), /doi\.org/.test(url ?? '') ? url : null];
    const medline = /pubmed|medline/i.test(firstOf(tags, 'DB', 'DP') ?? '');
    yield {
      line: entry.line,
      fields: recordFields({
        id: ownIdentifier(firstOf(tags, 'ID')),
        title: firstOf(tags, 'TI', 'T1', 'CT', 'BT'),
        abstract: firstOf(tags, 'AB', 'N2'),
        year: yearOf(firstOf(tags, 'PY', 'Y1', 'DA', 'Y2')),
        venue: firstOf(tags, 'JO', 'JF', 'T2', 'JA', 'J2', 'BT', 'C3'),
        authors: allOf(tags, 'AU', 'A1').map(authorName),
        doi: doi.map(doiOf).find((each) => each),
        arxivId:
          allOf(tags, 'UR', 'AN', 'DO', 'N1', 'JO', 'M1')
            .map(namedArxivIdOf)
            .find((each) => each) ??
          (/arxiv/i.test(firstOf(tags, 'DB', 'DP', 'PB') ?? '')
            ? arxivIdOf(firstOf(tags, 'AN', 'M1'))
            : null),
        pubmedId: pubmedIdOf(firstOf(tags, 'C2')) ?? (medline ? pubmedIdOf(firstOf(tags, 'AN')) : null),
        url,
        keywords: allOf(tags, 'KW').flatMap((text) => (/[;|]/.test(text) ? keywordsOf(text) : [text])),
      }),
    };
  }
};
