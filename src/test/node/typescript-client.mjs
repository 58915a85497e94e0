// Compiles the lines of the guide for TypeScript beside the client that they use, and runs them.
// Usage: node typescript-client.mjs GUIDE FOLDER_OF_THE_CLIENT BASE_URL
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [guide, folder, base] = process.argv.slice(2);
const tsc = createRequire(import.meta.url).resolve('typescript/bin/tsc');
const shown = [...readFileSync(guide, 'utf8').matchAll(/```ts\n([^]*?)```/g)].map(([, lines]) => lines).join('\n');
const program = join(folder, 'newcomers.ts');

writeFileSync(program, shown.replace('http://localhost:8080', base));
const compiled = join(folder, 'compiled');
const options = ['--outDir', compiled, '--strict', '--target', 'es2022', '--module', 'commonjs'];
execFileSync(process.execPath, [tsc, program, ...options], { stdio: 'inherit' });
const said = execFileSync(process.execPath, [join(compiled, 'newcomers.js')], { encoding: 'utf8' });
assert.match(said, /^You care about .*\nACTIVE\n$/);
console.log(`The TypeScript client: ${said}`);
