export const SOURCE_NAMES = ['openalex', 'arxiv', 'pubmed', 'semantic-scholar', 'crossref'] as const;
export type SourceName = (typeof SOURCE_NAMES)[number];
