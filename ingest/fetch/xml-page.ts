import { SaxesParser } from 'saxes';
import { notAsPromised } from './failure.ts';

const MAX_DEPTH = 100;
/** Said of single characters, which stay as they are; the reader copes with them. */
const HARMLESS = /disallowed character\.|undefined entity/;

export interface XmlPage {
  /** Name of the outermost element, without its namespace. */
  root: string;
  /** Its children of the name asked for, each as it stands in the text. */
  records: { text: string; id: string | null }[];
  /** The text of its other children that hold nothing but text. */
  fields: Readonly<Record<string, string>>;
}

/**
 * Cuts an answer into its records. `idPath` leads from a record to its id, by names. Nothing is expanded: a document
 * that defines entities of its own is refused. Throws `FetchFailure`.
 */
export function readXmlPage(text: string, recordName: string, idPath: readonly string[]): XmlPage {
  const parser = new SaxesParser();
  const path: string[] = [];
  const fields: Record<string, string> = Object.create(null);
  const records: { text: string; id: string | null }[] = [];
  let root = '';
  let start = 0;
  let id = '';
  let words = '';
  parser.on('error', (error) => {
    if (!HARMLESS.test(error.message)) throw notAsPromised('broken XML, or cut off');
  });
  parser.on('doctype', (doctype) => {
    if (/[[\]]|<!ENTITY/i.test(doctype)) throw notAsPromised('XML that defines entities of its own');
  });
  parser.on('opentag', ({ name }) => {
    path.push(local(name));
    if (path.length > MAX_DEPTH) throw notAsPromised('XML that is nested too deeply');
    if (path.length === 1) root = path[0]!;
    if (path.length === 2) {
      // NOTE: no tag has another `<` in it.
      start = text.lastIndexOf('<', parser.position - 1);
      id = '';
      words = '';
    }
  });
  const take = (piece: string): void => {
    if (path.length === 2) words += piece;
    if (idPath.length === path.length - 2 && idPath.every((name, at) => path[at + 2] === name)) id += piece;
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', ({ name }) => {
    if (path.length === 2 && local(name) === recordName) {
      records.push({ text: text.slice(start, parser.position), id: id.trim().slice(0, 500) || null });
    } else if (path.length === 2) fields[local(name)] = words.trim().slice(0, 500);
    path.pop();
  });
  parser.write(text).close();
  return { root, records, fields };
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1);
