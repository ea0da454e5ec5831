/** Lines that a web page puts around its list of papers, each matched against the whole trimmed line. */
const FURNITURE: readonly RegExp[] = [
  /^get trending papers\b.{0,80}$/i,
  /^(?:subscribe|unsubscribe|sign (?:in|up)|log ?(?:in|out)|menu|search|home|about|next|previous|prev|load more|show more|show less|see more|read more|back to top|share|save|cite|copy|download|bookmark|follow|filter|sort by.{0,40})$/i,
  /^(?:view|download|open)? ?(?:pdf|html|arxiv|arxiv page|abstract|code|github|project page|paper page|bibtex|details)$/i,
  /^(?:submitted|posted|published|updated|uploaded) (?:by|on|at)\b.{0,80}$/i,
  /^(?:·|•|\|)?\s?\d{1,4} authors?$/i,
  /^(?:upvotes?|likes?|comments?|views?|downloads?|stars?|citations?)?:? ?[\d.,]{1,9}k?(?: (?:upvotes?|likes?|comments?|views?|downloads?|stars?|citations?))?$/i,
  /^(?:page )?\d{1,5}(?: (?:of|\/) \d{1,5})?$/i,
  /^(?:all rights reserved|copyright|©|\(c\)).{0,120}$/i,
  /^(?:we use|this (?:site|website) uses) cookies\b.{0,200}$/i,
  /^(?:terms|privacy|terms of (?:use|service)|privacy policy|contact(?: us)?|help|cookie settings)$/i,
];
const LONGEST_FURNITURE = 200;

/** Whether a line is a page's own and no paper's. */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  return text.length <= LONGEST_FURNITURE && FURNITURE.some((pattern) => pattern.test(text));
}

/** The first title without a button's text glued before it: `SubscribeBuilding Bridges` is `Building Bridges`. */
export function withoutGluedButton(title: string): string {
  return title.replace(/^(?:Subscribe|Sign Up|Log In)(?=[A-Z0-9][A-Za-z0-9]*[\s:,-])/, '');
}
