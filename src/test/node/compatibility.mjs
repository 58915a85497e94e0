// Compares a contract with the released one: what would break a client of the latter is a failure. What an operation
// answers when it fails is the same everywhere (another test holds it), so its form is compared at the first operation
// of the released one only: to compare it at all of them takes three times as long.
// Usage: node compatibility.mjs RELEASED_YAML NOW_YAML FOLDER_TO_WORK_IN
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import yaml from 'js-yaml';

const [released, now, folder] = process.argv.slice(2);

function operations({ paths }) {
  return Object.values(paths)
    .flatMap((item) => Object.values(item))
    .filter(({ responses }) => responses);
}

const read = (file) => yaml.load(readFileSync(file, 'utf8'));
const [first] = operations(read(released));

function condensed(file, name) {
  const contract = read(file);
  const others = operations(contract).filter(({ operationId }) => operationId !== first.operationId);
  for (const { responses } of others) {
    for (const status of Object.keys(responses).filter((each) => each >= '400')) {
      responses[status] = { description: 'a problem' };
    }
  }
  const written = join(folder, name);
  writeFileSync(written, yaml.dump(contract));
  return written;
}

// what optic does not look at: the formats in which a body is taken
const takenNow = Object.fromEntries(
  operations(read(now)).map(({ operationId, requestBody }) => [operationId, requestBody?.content ?? {}]),
);
for (const { operationId, requestBody } of operations(read(released))) {
  for (const format of Object.keys(requestBody?.content ?? {})) {
    if (!(format in (takenNow[operationId] ?? {}))) {
      console.log(`${operationId} no longer takes ${format}`);
      process.exit(1);
    }
  }
}

mkdirSync(folder, { recursive: true });
const optic = createRequire(import.meta.url).resolve('@useoptic/optic/build/index.js');
const { status, error } = spawnSync(
  process.execPath,
  [optic, 'diff', condensed(released, 'released.yaml'), condensed(now, 'now.yaml'), '--check'],
  { stdio: 'inherit' },
);
if (error) {
  throw error;
}
process.exit(status);
