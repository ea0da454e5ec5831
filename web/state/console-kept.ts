/** What the console keeps in the browser from visit to visit. */
import type { z } from 'zod';

/** What is kept may be of another version, or anybody's: `otherwise` stands for what isn't what it should be. */
export function readKept<Shape extends z.ZodType>(
  key: string,
  shape: Shape,
  otherwise: z.output<Shape>,
): z.output<Shape> {
  try {
    const parsed = shape.safeParse(JSON.parse(globalThis.localStorage?.getItem(key) ?? 'null'));
    return parsed.success ? parsed.data : otherwise;
  } catch {
    return otherwise;
  }
}

/** Where the browser keeps nothing, or has no room, it holds until the page is closed. */
export function writeKept(key: string, value: unknown): void {
  try {
    globalThis.localStorage?.setItem(key, JSON.stringify(value));
  } catch {}
}

let made = 0;

/** For what is kept: unlike any other of this browser. NOTE: `crypto.randomUUID` is not there over plain http. */
export const newId = (): string => `${Date.now().toString(36)}-${(made++).toString(36)}-${random()}`;

const random = (): string => crypto.getRandomValues(new Uint32Array(1))[0]!.toString(36);
