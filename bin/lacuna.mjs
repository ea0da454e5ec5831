#!/usr/bin/env node
// Runs the TypeScript sources as they are: no build step between a change and the program.
import { register } from 'tsx/esm/api';

register();
const { main } = await import('../ingest/cli/main.ts');
process.exitCode = await main(process.argv.slice(2));
