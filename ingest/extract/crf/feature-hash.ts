/** FNV-1a over UTF-16 units, 32 bits. */
export function hashText(text: string, seed = 0x811c9dc5): number {
  let hash = seed;
  for (let i = 0; i < text.length; i++) {
    hash ^= text.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  return hash | 0;
}

/** One 32-bit feature out of a template's number and two values, mixed as MurmurHash3 does. */
export function mixFeature(template: number, a: number, b = 0): number {
  let hash = Math.imul(template + 1, 0x9e3779b1);
  hash = Math.imul(hash ^ a, 0xcc9e2d51);
  hash ^= hash >>> 15;
  hash = Math.imul(hash ^ b, 0x1b873593);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 16)) | 0;
}
