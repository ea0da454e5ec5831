/** Neo4j's own parser, beside the page: it takes tenths of a second that typing has not. */
import {
  type CompletionItem,
  CypherLanguageService,
  type DbSchema,
  formatQuery,
} from '@neo4j-cypher/language-support';
import type { LanguageAnswers, LanguageQuestion, Problem, Proposal } from './language-messages.ts';

const service = new CypherLanguageService({ consoleCommandsEnabled: false });
let known: DbSchema = {};

/** What the library adds to a name that the graph doesn't have; the first half says it. */
const ADVICE = /\. Make sure you didn't misspell it or that it is available when.*$/s;
/** `DiagnosticSeverity` and `CompletionItemKind` of the language server protocol. */
const ERROR = 1;
const KINDS: Readonly<Record<number, string>> = {
  2: 'procedure',
  3: 'function',
  5: 'key',
  6: 'variable',
  7: 'label',
  10: 'key',
  12: 'value',
  14: 'keyword',
  15: 'pattern',
  18: 'type',
  23: 'type',
  25: 'label',
};

function problems(text: string): Problem[] {
  return service.lint(text, known).diagnostics.map(({ offsets, severity, message: told }): Problem => {
    const message = typeof told === 'string' ? told : told.value;
    const unknown = ADVICE.test(message);
    return {
      from: offsets.start,
      to: offsets.end,
      // A name that isn't there gives no rows, or the store knows better: it is not for the editor to refuse.
      severity: severity === ERROR && !unknown ? 'error' : 'warning',
      message: message.replace(ADVICE, '.').replace('present in the database', 'in this graph'),
    };
  });
}

function proposalOf(item: CompletionItem): Proposal {
  const { label, kind, insertText, signature, documentation, detail } = item;
  const about = typeof documentation === 'string' ? documentation : documentation?.value;
  return {
    label,
    kind: detail ?? KINDS[kind ?? 0] ?? '',
    ...(insertText && insertText !== label ? { text: insertText } : {}),
    ...(signature ? { signature } : {}),
    ...(about ? { about } : {}),
  };
}

function answer(question: LanguageQuestion): LanguageAnswers[LanguageQuestion['ask']] {
  const { text } = question;
  if (question.ask === 'lint') return problems(text);
  if (question.ask === 'complete') {
    const { position, explicit: manual } = question;
    return service.autocomplete(text, known, { caretPosition: position, manual }).map(proposalOf);
  }
  const { formattedQuery, newCursorPos } = formatQuery(text, { cursorPosition: question.position });
  return { text: formattedQuery, position: newCursorPos ?? formattedQuery.length };
}

interface Asked {
  id: number;
  question: LanguageQuestion;
  /** Where it is another than before. */
  schema?: DbSchema;
}

self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  const { id, question, schema } = data;
  known = schema ?? known;
  try {
    self.postMessage({ id, answer: answer(question) });
  } catch (cause) {
    self.postMessage({ id, failure: String(cause) });
  }
});
