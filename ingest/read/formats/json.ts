import type { Draft, Reader, ReaderSettings } from '../reader.ts';
import { JsonScanner, type ScannedEntry } from './json/json-scanner.ts';
import { jsonDraft } from './jsonl.ts';

/** JSON: a list of objects, an object with such a list inside, an object of objects, or one object. */
export const readJson: Reader = async function* (source, settings) {
  const scanner = new JsonScanner(settings.limits);
  for await (const chunk of source.text()) {
    for (const entry of scanner.push(chunk)) yield draft(entry, settings);
  }
  for (const entry of scanner.end()) yield draft(entry, settings);
};

const draft = (entry: ScannedEntry, settings: ReaderSettings): Draft =>
  entry.text === undefined
    ? { line: entry.line, reason: entry.reason }
    : jsonDraft(entry.text, entry.line, settings);
