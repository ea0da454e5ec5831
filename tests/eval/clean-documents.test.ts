import { expect, it } from 'vitest';
import { createRuleExtractor } from '../../ingest/extract/rule-extractor.ts';
import { cleanDocument } from './clean-documents.ts';

it('cleans as the program does, and gives places in the text as it came', async () => {
  const abstract = 'We  use the eﬃcient <i>Kalman filter</i> for robot localization.';
  const document = cleanDocument({ id: 'a', title: null, abstract });
  expect(document.input.title).toBeNull();
  expect(document.input.abstract).not.toContain('<i>');
  const [extraction] = await createRuleExtractor().extract([document.input]);
  const surfaces = document.restore(extraction!).mentions.map(({ start, end }) => abstract.slice(start, end));
  expect(surfaces).toContain('Kalman filter');
  expect(surfaces).toContain('robot localization');
});
