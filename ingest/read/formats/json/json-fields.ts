import type { RecordFields } from '../../fields/record-fields.ts';
import type { ColumnMapping } from '../../reader.ts';
import { crossref } from './crossref.ts';
import type { JsonObject } from './json-object.ts';
import { openAlex } from './openalex.ts';
import { ownFields } from './own.ts';
import { semanticScholar } from './semantic-scholar.ts';

const SHAPES = [openAlex, semanticScholar, crossref];

/** The fields of one entry, whoever's shape it has; a mapping of columns means that it is nobody's. */
export function jsonFields(entry: JsonObject, columns: ColumnMapping): RecordFields {
  const shape = Object.keys(columns).length > 0 ? undefined : SHAPES.find(({ fits }) => fits(entry));
  return shape ? shape.fields(entry) : ownFields(entry, columns);
}
