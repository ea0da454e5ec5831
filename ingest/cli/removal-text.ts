import type { RemovalEffect } from '../../graph/contract.ts';

const count = (number: number, noun: string): string =>
  `${number.toLocaleString('en')} ${noun}${number === 1 ? '' : 's'}`;

/** What removing a source does, in words. */
export function removalText({
  source,
  goes,
  stays,
  concepts,
  mentions,
}: Omit<RemovalEffect, 'cypher'>): string {
  const parts = [
    `Removing ${source}: ${count(goes, 'paper')} will go, with ${count(mentions, 'mention')} and about ` +
      `${count(concepts, 'concept')} that no other paper names.`,
    ...(stays > 0 ? [`${count(stays, 'paper')} stay, since other sources tell of them too.`] : []),
  ];
  return parts.join(' ');
}
