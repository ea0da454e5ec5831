/**
 * Runs one benchmark in a process of its own, so that its memory is its own: `bench-process.ts FILE FOLDER RESULT full|quick`.
 * The runner starts it with `--expose-gc`.
 */
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Bench } from './bench.ts';

const [file, folder, resultPath, size] = process.argv.slice(2) as [string, string, string, string];
const { bench } = (await import(pathToFileURL(file).href)) as { bench: Bench };
console.log(`  ${bench.title}`);
const result = await bench.run({ folder, quick: size === 'quick', say: (line) => console.log(`  ${line}`) });
const { title, about } = bench;
writeFileSync(resultPath, JSON.stringify({ title, about, result }));
// A store or a server that a bench left open would keep the process, and with it the runner, for ever.
process.exit(0);
