import { SaxesParser } from 'saxes';

interface SvgElement {
  readonly name: string;
  readonly attributes: Record<string, string>;
  /** Ids of the groups that it is in. */
  readonly groups: readonly string[];
  text: string;
}

/** Every element in its order. Throws where the text is not well-formed XML. */
export function readSvg(text: string): SvgElement[] {
  const elements: SvgElement[] = [];
  const open: SvgElement[] = [];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const groups = open.flatMap((parent) => parent.attributes.id ?? []);
    const element = { name, attributes: attributes as Record<string, string>, groups, text: '' };
    elements.push(element);
    open.push(element);
  });
  parser.on('text', (part) => {
    const top = open.at(-1);
    if (top) top.text += part;
  });
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  return elements;
}
