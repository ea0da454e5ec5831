/** What to do about a damaged store. */
export const rebuildAdvice = (folder: string): string =>
  `Build it again from its journal: lacuna restore --journal --store file:${folder}`;
