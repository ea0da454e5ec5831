import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { licencePage } from './licences.ts';
import { lockedPackages, ROOT } from './packages.ts';

writeFileSync(join(ROOT, 'docs/licences.md'), licencePage(lockedPackages()));
