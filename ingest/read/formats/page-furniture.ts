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
/** How the sentences begin in which a page or a publisher says where a text is from and what may be done with it. */
const NOTICES: readonly RegExp[] = [
  /^(?:this (?:file|document|list|page|pdf|content) (?:was|is|has been) )?(?:downloaded|exported|retrieved|accessed) (?:from|by|on|via)\b/i,
  /^this (?:file|list|page) (?:lists|contains|collects|shows|was (?:made|created|generated|written))\b/i,
  /^(?:copyrights? (?:\d|©|\(c\)|by\b|held|is held|owned|remains|notice|for components)|©|\(c\))/i,
  /^(?:for|not for) (?:[a-z-]{1,20},? ){1,4}(?:use|purposes?)(?: only)?[.!]?$/i,
  /^not for (?:re-?)?(?:distribution|sale|citation|publication)\b/i,
  /^(?:please )?do not (?:re-?)?(?:distribute|copy|share|quote|cite|circulate|publish|print)\b/i,
  /^permissions? (?:to|is|are) .{0,200}\b(?:cop(?:y|ies)|reprint|reproduce|reuse|use|granted)\b/i,
  /^to copy otherwise\b/i,
  /^(?:this|the) (?:work|article|paper|document|content|material|list|site|website|page) (?:is|are) (?:licen[cs]ed|made available|distributed|provided|protected|copyrighted)\b/i,
  /^(?:licen[cs]ed|distributed|published|released|(?:made )?available) (?:under|online|by)\b/i,
  /^(?:use|your use) of (?:this|these) .{0,80}\b(?:terms|licen[cs]e|conditions)\b/i,
  /^(?:we use|this (?:site|website|page) uses) cookies\b/i,
  /^(?:(?:in|from|appears in|to appear in|published in|part of)[: ] ?)?(?:the )?proc(?:eedings|\.)(?:$|[ ,:])/i,
  /^(?:accepted )?(?:papers|abstracts|posters|talks) (?:of|from|at|presented|accepted|collected)\b/i,
  /^(?:pages? \d|pp\. ?\d|vol(?:ume|\.) ?\d|issn\b|isbn\b)/i,
  /\ball rights (?:are )?reserved\b|\blicen[cs]ed under\b|\bcreative commons\b/i,
];

/** Whether a line is a page's own and no paper's. */
export function isFurniture(line: string): boolean {
  const text = line.trim();
  return text.length <= LONGEST_FURNITURE && FURNITURE.some((pattern) => pattern.test(text));
}

/** What is left of a text without the sentences that are a page's or a publisher's own and no paper's. */
export function withoutFurniture(text: string): string {
  const sentences = text.split(/(?<=[.!?]["'”’)\]]{0,3})\s+(?=[\p{Lu}©(])/u);
  return sentences.filter((sentence) => !NOTICES.some((notice) => notice.test(sentence))).join(' ');
}

/** The first title without a button's text glued before it: `SubscribeBuilding Bridges` is `Building Bridges`. */
export function withoutGluedButton(title: string): string {
  return title.replace(/^(?:Subscribe|Sign Up|Log In)(?=[A-Z0-9][A-Za-z0-9]*[\s:,-])/, '');
}
