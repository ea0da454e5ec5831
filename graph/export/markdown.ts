import { DIRECTION_MARKS } from '../schema.ts';

/** Direction marks, what takes no room (soft hyphen, joiners, word joiners, byte order mark), and half characters. */
const UNSEEN = new RegExp(`[${DIRECTION_MARKS}\\u00ad\\u200b-\\u200d\\u2060-\\u2065\\ufeff]|\\p{Cs}`, 'gu');
/** What may stand in a text that is put into Markdown and mean nothing there. */
const MEANS_SOMETHING = /[\\`*_[\]|~$@{}]/g;
/** At the start of a line they make headings, lists, quotes and rules. */
const STARTS_SOMETHING = /^(?:[-+=#>:]|\d+(?=[.)](?:\s|$)))/;

/**
 * Text as one line of Markdown (CommonMark and GitHub's) that shows just these words: no link, picture, HTML, code or
 * mathematics, and nothing that only looks like an address becomes one. Direction marks and control characters go.
 */
export function escapeMarkdown(text: string): string {
  const line = text
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .replace(UNSEEN, '')
    .trim();
  return line
    .replace(MEANS_SOMETHING, '\\$&')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/:(?=\/\/)/g, '\\:')
    .replace(/\bwww\./gi, (start) => `${start.slice(0, -1)}\\.`)
    .replace(STARTS_SOMETHING, (start) => (/^\d/.test(start) ? `${start}\\` : `\\${start}`));
}

/** A link to an address of the web; null for any other address. */
export function markdownAddress(address: string): string | null {
  if (!/^https?:\/\//i.test(address) || !URL.canParse(address)) return null;
  return `<${new URL(address).href.replace(/[<>\s`|\\]/g, encodeURIComponent)}>`;
}

/** A block of code that its content can't end. */
export function markdownCode(content: string, language = ''): string {
  const longest = Math.max(2, ...(content.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${content.replace(/\n?$/, '\n')}${fence}\n`;
}
