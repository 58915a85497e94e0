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

// what optic does not look at, or takes for no break: see compatibility.md
const before = read(released);
const after = read(now);
const broken = [];

/** For each limit what counts where there is none, and whether a change of it leaves less. */
const LIMITS = {
  maxLength: [Infinity, (was, is) => is < was],
  maxItems: [Infinity, (was, is) => is < was],
  maximum: [Infinity, (was, is) => is < was],
  minLength: [0, (was, is) => is > was],
  minItems: [0, (was, is) => is > was],
  minimum: [-Infinity, (was, is) => is > was],
  pattern: [undefined, (was, is) => is !== undefined && whole(is) !== whole(was)],
};

/** A pattern is meant of the whole text, whether or not it says so. */
function whole(pattern) {
  return pattern?.replace(/^\^\(\?:(.*)\)\$$/, '$1').replace(/^\^(.*)\$$/, '$1');
}

function resolved(contract, part) {
  return part?.$ref ? resolved(contract, part.$ref.slice(2).split('/').reduce((at, key) => at[key], contract)) : part;
}

function compareTaken(where, was, is, above = []) {
  const [old, young] = [resolved(before, was), resolved(after, is)];
  if (!old || !young || above.includes(old)) {
    return;
  }
  for (const [limit, [none, leavesLess]] of Object.entries(LIMITS)) {
    if (leavesLess(old[limit] ?? none, young[limit] ?? none)) {
      broken.push(`${where}: ${limit} was ${old[limit]} and is ${young[limit]}`);
    }
  }
  const below = [...above, old];
  for (const [name, property] of Object.entries(old.properties ?? {})) {
    if (young.properties?.[name]) {
      compareTaken(`${where}/${name}`, property, young.properties[name], below);
    } else {
      broken.push(`${where}/${name} is no longer taken`);
    }
  }
  compareTaken(`${where}/items`, old.items, young.items, below);
  for (const choice of ['anyOf', 'oneOf', 'allOf']) {
    old[choice]?.forEach((one, i) => compareTaken(where, one, young[choice]?.[i], below));
  }
}

const operationsNow = Object.fromEntries(operations(after).map((operation) => [operation.operationId, operation]));
for (const { operationId, parameters = [], requestBody, responses } of operations(before)) {
  const its = operationsNow[operationId] ?? {};
  for (const parameter of parameters.map((each) => resolved(before, each))) {
    const same = (its.parameters ?? [])
      .map((each) => resolved(after, each))
      .find((each) => each.in === parameter.in && each.name === parameter.name);
    if (same) {
      compareTaken(`${operationId} ${parameter.name}`, parameter.schema, same.schema);
    } else {
      broken.push(`${operationId} no longer takes ${parameter.name}`);
    }
  }
  for (const [format, { schema }] of Object.entries(requestBody?.content ?? {})) {
    const taken = its.requestBody?.content?.[format];
    if (taken) {
      compareTaken(operationId, schema, taken.schema);
    } else {
      broken.push(`${operationId} no longer takes ${format}`);
    }
  }
  for (const [status, { headers = {} }] of Object.entries(responses)) {
    const sent = resolved(after, its.responses?.[status])?.headers ?? {};
    broken.push(
      ...Object.keys(headers)
        .filter((header) => !(header in sent))
        .map((header) => `${operationId} ${status} no longer has ${header}`),
    );
  }
}
broken.push(
  ...Object.keys(before.webhooks ?? {})
    .filter((event) => !(event in (after.webhooks ?? {})))
    .map((event) => `the event ${event} is gone`),
);
if (broken.length > 0) {
  console.log(broken.join('\n'));
  process.exit(1);
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
