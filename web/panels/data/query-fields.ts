/** What is written into the form for papers by query. Pure. */
import type { FetchRequest, FetchSource } from '../../../graph/contract.ts';

export interface QueryFields {
  readonly text: string;
  readonly from: string;
  readonly to: string;
  readonly max: string;
  readonly contact: string;
  readonly withAbstract: boolean;
}

const YEAR = /^(?:1[5-9]|20)\d\d$|^2100$/;
const ADDRESS = /^[^\s@]+@[^\s@]+$/;

/** Whether it can be asked for. */
export function isRequest(
  { text, from, to, max, contact }: QueryFields,
  { needsContact, most }: { needsContact: boolean; most: number },
): boolean {
  const years = [from, to].map((year) => year.trim());
  const whole = Number(max);
  return (
    text.trim() !== '' &&
    years.every((year) => year === '' || YEAR.test(year)) &&
    (years.includes('') || Number(from) <= Number(to)) &&
    Number.isInteger(whole) &&
    whole >= 1 &&
    whole <= most &&
    (contact.trim() === '' ? !needsContact : ADDRESS.test(contact.trim()))
  );
}

export function requestOf(source: FetchSource, fields: QueryFields): FetchRequest {
  const { text, from, to, max, contact, withAbstract } = fields;
  const year = (written: string) => (written.trim() === '' ? null : Number(written));
  return {
    source,
    text: text.trim(),
    from: year(from),
    to: year(to),
    withAbstract,
    max: Number(max),
    contact: contact.trim() || null,
  };
}
