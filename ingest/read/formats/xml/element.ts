/** One element of a record, without namespaces. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (XmlElement | string)[];
}

export function childrenOf(element: XmlElement | undefined, name: string): XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => typeof child !== 'string' && child.name === name,
  );
}

/** The first element down a path of names. */
export function childAt(element: XmlElement | undefined, ...path: readonly string[]): XmlElement | undefined {
  let inner = element;
  for (const name of path) inner = childrenOf(inner, name)[0];
  return inner;
}

/** All text inside, markup left out; null where there is none. */
export function textIn(element: XmlElement | undefined): string | null {
  if (!element) return null;
  const text = element.children
    .map((child) => (typeof child === 'string' ? child : (textIn(child) ?? '')))
    .join('');
  return text.replace(/\s+/g, ' ').trim() || null;
}
