import { splitSentences } from './sentences.ts';
import { repairTags } from './tags.ts';
import { findNounPhrases } from './noun-phrases.ts';
import { isConcept } from './termhood.ts';
import type { Extraction, Extractor, Mention } from './extractor.ts';

export function createRuleExtractor(): Extractor {
  return { name: 'rules-1', async extract(documents) {
    return documents.map((d): Extraction => {
      const mentions: Mention[] = [];
      for (const field of ['title', 'abstract'] as const) {
        const text = d[field]; if (!text) continue;
        for (const s of splitSentences(text, field === 'title').map(repairTags))
          for (const p of findNounPhrases(s)) if (isConcept(p)) {
            const start = p[0]!.start, end = p.at(-1)!.end;
            mentions.push({ field, start, end, sentenceStart: s.start, sentenceEnd: s.end, surface: text.slice(start, end), kind: 'Term', role: 'background', confidence: 1 });
          }
      }
      return { id: d.id, mentions, acronyms: [], introductions: [] };
    });
  } };
}
