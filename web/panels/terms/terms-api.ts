import {
  type ConceptChange,
  type Dismissal,
  decisionJobSchema,
  decisionsSchema,
  previewSchema,
  type RestoredDecision,
  savedSchema,
  suggestionsSchema,
  type TermsQuery,
  termsSchema,
  thesaurusPreviewSchema,
  thesaurusSchema,
} from '../../../graph/contract.ts';
import { call } from '../../api.ts';

const path = encodeURIComponent;

/** What the workbench asks the server for; it comes with the workbench. */
export const termsApi = {
  terms: ({ kind, alike, decided, order, ...rest }: TermsQuery, signal?: AbortSignal) =>
    call('/terms', termsSchema, {
      query: { ...(rest as Record<string, string | number>), kind, alike, decided, order },
      signal,
    }),
  suggestions: (signal?: AbortSignal) => call('/terms/suggestions', suggestionsSchema, { signal }),
  dismiss: (dismissal: Dismissal) =>
    call('/terms/suggestions', savedSchema, { method: 'PUT', body: dismissal }),
  decisions: (signal?: AbortSignal) => call('/decisions', decisionsSchema, { signal }),
  preview: (changes: readonly ConceptChange[], signal?: AbortSignal) =>
    call('/decisions/preview', previewSchema, { method: 'POST', body: { changes }, signal }),
  decide: (changes: readonly ConceptChange[]) =>
    call('/decisions', decisionJobSchema, { method: 'POST', body: { changes } }),
  restore: (decisions: readonly RestoredDecision[]) =>
    call('/decisions', decisionJobSchema, { method: 'PUT', body: { decisions } }),
  undecide: (id: string) => call(`/decisions/${path(id)}`, decisionJobSchema, { method: 'DELETE' }),
  job: () => call('/decisions/job', decisionJobSchema),
  thesaurus: (signal?: AbortSignal) => call('/thesaurus', thesaurusSchema, { signal }),
  previewThesaurus: (text: string) =>
    call('/thesaurus/preview', thesaurusPreviewSchema, { method: 'POST', body: { text } }),
  importThesaurus: (text: string) =>
    call('/thesaurus', decisionJobSchema, { method: 'POST', body: { text } }),
};
