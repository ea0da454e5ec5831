import { authorName } from '../../clean/author-name.ts';
import { doiOf, pubmedIdOf } from '../fields/identifiers.ts';
import { recordFields } from '../fields/record-fields.ts';
import { yearOf } from '../fields/year.ts';
import type { Reader } from '../reader.ts';
import { allOf, firstOf, readTagged, type TagRules } from './tagged.ts';

const RULES: TagRules = {
  line: /^([A-Z]{2,4})\s{0,2}-(?:\s(.*))?$/s,
  starts: (tag) => tag === 'PMID',
  ends: () => false,
  blankEnds: true,
};

/** PubMed's MEDLINE form (.nbib): `PMID- 1`, continued lines indented, entries apart by a blank line. */
export const readNbib: Reader = async function* (source, { limits }) {
  for await (const entry of readTagged(source, RULES, limits)) {
    if (!entry.tags) {
      yield entry;
      continue;
    }
    const { tags } = entry;
    const pubmedId = pubmedIdOf(firstOf(tags, 'PMID'));
    const full = allOf(tags, 'FAU');
    yield {
      line: entry.line,
      fields: recordFields({
        title: firstOf(tags, 'TI', 'BTI', 'TT'),
        abstract: firstOf(tags, 'AB', 'OAB'),
        year: yearOf(firstOf(tags, 'DP', 'DEP', 'EDAT')),
        venue: firstOf(tags, 'JT', 'TA', 'CTI'),
        authors: (full.length > 0 ? full : allOf(tags, 'AU')).map(authorName),
        doi: allOf(tags, 'LID', 'AID')
          .filter((id) => id.includes('[doi]'))
          .map(doiOf)
          .find((each) => each),
        pubmedId,
        url: pubmedId ? `https://pubmed.ncbi.nlm.nih.gov/${pubmedId}/` : null,
        keywords: [...allOf(tags, 'OT'), ...allOf(tags, 'MH')].map((term) => term.replace(/\*/g, '')),
      }),
    };
  }
};
