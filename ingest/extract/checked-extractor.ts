import { z } from 'zod';
import { CONCEPT_KINDS, CONCEPT_RELATIONS, ROLES } from '../../graph/schema.ts';
import { failedExtraction } from './extract-batch.ts';
import type { Extraction, Extractor, ExtractorInput } from './extractor.ts';

const textSchema = z.string().min(1);
const offsetSchema = z.int().min(0);
const kindSchema = z.enum(CONCEPT_KINDS);
const confidenceSchema = z.number().min(0).max(1);

const spanShape = {
  field: z.enum(['title', 'abstract']),
  start: offsetSchema,
  end: offsetSchema,
  sentenceStart: offsetSchema,
  sentenceEnd: offsetSchema,
};
const spanSchema = z.object(spanShape);
const mentionSchema = z.object({
  ...spanShape,
  surface: textSchema,
  kind: kindSchema,
  role: z.enum(ROLES),
  confidence: confidenceSchema,
});

const answerSchema = z.object({
  id: z.string(),
  mentions: z.array(mentionSchema),
  acronyms: z.array(z.object({ short: textSchema, long: textSchema, span: spanSchema })),
  introductions: z.array(
    z.object({ name: textSchema, kind: kindSchema, long: textSchema.nullable(), span: spanSchema }),
  ),
  relations: z
    .array(
      z.object({
        type: z.enum(CONCEPT_RELATIONS),
        from: offsetSchema,
        to: offsetSchema,
        confidence: confidenceSchema,
      }),
    )
    .default([]),
});
type Answer = z.infer<typeof answerSchema>;
type AnsweredSpan = z.infer<typeof spanSchema>;

/** The fault of the first span that is not within its sentence, or whose sentence is not within the text. */
function faultOfSpans(spans: readonly AnsweredSpan[], document: ExtractorInput): string | undefined {
  const wrong = spans.find(({ field, start, end, sentenceStart, sentenceEnd }) => {
    const { length } = document[field] ?? '';
    return !(sentenceStart <= start && start < end && end <= sentenceEnd && sentenceEnd <= length);
  });
  return wrong && `no place in the ${wrong.field}: ${wrong.start} to ${wrong.end}`;
}

function faultOfMentions({ mentions }: Answer, document: ExtractorInput): string | undefined {
  const wrong = mentions.find(
    ({ field, start, end, surface }) => document[field]?.slice(start, end) !== surface,
  );
  return wrong && `'${wrong.surface}' is not at ${wrong.start} to ${wrong.end} of the ${wrong.field}`;
}

function faultOfRelations({ mentions, relations }: Answer): string | undefined {
  for (const { type, from, to } of relations) {
    const [one, other] = [mentions[from], mentions[to]];
    if (!one || !other || from === to) return `${type} from ${from} to ${to} is not between two mentions`;
    const isOneSentence = one.field === other.field && one.sentenceStart === other.sentenceStart;
    if (!isOneSentence) return `${type} from ${from} to ${to} is not within one sentence`;
  }
  return undefined;
}

/** One answer of a module that anybody may have written, as an extraction of this document; else a failed one that says why. */
function checkAnswer(document: ExtractorInput, answer: unknown): Extraction {
  const refused = (reason: string) =>
    failedExtraction(document.id, `the extractor answered wrongly: ${reason}`);
  const failed = z.object({ error: z.string() }).safeParse(answer);
  if (failed.success) return failedExtraction(document.id, failed.data.error);
  const parsed = answerSchema.safeParse(answer);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    return refused(`${issue?.message ?? 'unknown reason'} at ${issue?.path.join('.') || 'the answer'}`);
  }
  const found = parsed.data;
  if (found.id !== document.id) return refused(`it is about ${found.id}`);
  const spans = [...found.mentions, ...[...found.acronyms, ...found.introductions].map(({ span }) => span)];
  const fault = faultOfSpans(spans, document) ?? faultOfMentions(found, document) ?? faultOfRelations(found);
  return fault === undefined ? found : refused(fault);
}

/** An extractor whose answers are held to the form of `Extraction` before anything believes them. */
export const checkedExtractor = (extractor: Extractor): Extractor => ({
  name: extractor.name,
  extract: async (documents) => {
    const answers: unknown = await extractor.extract(documents);
    if (!Array.isArray(answers)) throw new Error('the extractor gave no list of answers');
    if (answers.length !== documents.length) return answers;
    return documents.map((document, i) => checkAnswer(document, answers[i]));
  },
});
