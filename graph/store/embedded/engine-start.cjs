// What the engine's process starts with. By require, since the loader of modules takes a quarter of a second more, which every command would wait for.
require('tsx/cjs');
require('./engine-child.ts');
