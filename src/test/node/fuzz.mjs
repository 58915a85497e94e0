// Sends requests that the document describes, and spoilt ones, to every operation with each kind of token, and expects
// that each is answered in time with what the document knows of: no 5xx, no other status, no other code, no other format.
// Usage: [FUZZ_SEED=1 FUZZ_RUNS=20000] node fuzz.mjs BASE_URL OPENAPI_YAML OPERATOR_KEY
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import yaml from 'js-yaml';
import { requests, resolved } from './fuzz/requests.mjs';
import { Server } from './fuzz/server.mjs';
import { WORDS, World } from './fuzz/world.mjs';

const [base, contract, operatorKey] = process.argv.slice(2);
const seed = Number(process.env.FUZZ_SEED ?? 1);
const runs = Number(process.env.FUZZ_RUNS ?? 20_000);
const SECONDS = 5;
const AT_ONCE = 8;
/** So many operations may never succeed: there is hardly ever a formation left to cancel, and no two runs are alike. */
const OUT_OF_LUCK = 3;
const began = Date.now();

// nobody outside is to be told what happens here
const described = readFileSync(contract, 'utf8').replaceAll('https://example.org', 'https://localhost:1');
const document = yaml.load(described, { schema: yaml.JSON_SCHEMA });
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  Object.entries(item)
    .filter(([method]) => ['get', 'put', 'post', 'delete', 'patch'].includes(method))
    .map(([method, one]) => ({ path, method: method.toUpperCase(), ...one })),
);
const server = new Server(base);
const world = new World(server, document, operatorKey);
const answered = {};

/** What is wrong with an answer; undefined where nothing is. */
function wrong({ responses }, { status, type, text, json, millis }) {
  const described = resolved(document, responses[status]);
  const formats = Object.keys(described?.content ?? {});
  if (status >= 500 || !described) {
    return `${status} is not documented, or should never be`;
  }
  if (millis > SECONDS * 1000) {
    return `took ${millis} ms`;
  }
  if (formats.length === 0 ? text !== '' : !formats.includes(type)) {
    return `${type || 'no format'}, documented: ${formats}`;
  }
  if (status >= 400 && (json?.status !== status || !json.code)) {
    return 'is no problem';
  }
  if (status >= 400 && !described.description.includes(`\`${json.code}\``)) {
    return `${json.code} is not documented`;
  }
  return undefined;
}

async function fuzz(operation) {
  const counts = (answered[operation.operationId] = {});
  const property = fc.asyncProperty(requests(document, operation, WORDS), async (wanted) => {
    const request = await world.request(operation, wanted);
    const answer = await server.send(request);
    const said = `${answer.status} ${answer.json?.code ?? ''}`;
    counts[said] = (counts[said] ?? 0) + 1;
    world.learn(operation, request, answer);
    const fault = wrong(operation, answer);
    if (fault) {
      const body = String(request.body ?? '').slice(0, 300);
      throw new Error(`${fault}\n  ${request.method} ${request.path.slice(0, 300)}\n  ${JSON.stringify(request.headers)}\n  ${body}\n  → ${answer.status} ${answer.text.slice(0, 300)}`);
    }
  });
  const result = await fc.check(property, { seed: seed + operations.indexOf(operation), numRuns: Math.ceil(runs / operations.length) });
  return result.failed ? [`${operation.operationId}: ${result.errorInstance?.message}`] : [];
}

await world.begin();
// what takes away comes last, and what is inside before what it is inside of
const takesAway = ({ method, path }) => (method === 'DELETE' ? 1 / path.length : 0);
const waiting = [...operations].sort((one, other) => takesAway(one) - takesAway(other));
const failures = [];
// a server that hangs is a failure, not a wait
setTimeout(() => {
  console.error(`Given up after ten minutes, seed ${seed}`);
  process.exit(2);
}, 600_000).unref();
await Promise.all(
  Array.from({ length: AT_ONCE }, async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      failures.push(...(await fuzz(next)));
    }
  }),
);
server.close();

const neverDone = operations
  .map(({ operationId }) => operationId)
  .filter((id) => !Object.keys(answered[id]).some((said) => said < '400'));
if (runs >= 20_000 && neverDone.length > OUT_OF_LUCK) {
  failures.push(...neverDone.map((id) => `${id}: never succeeded, so little was tried: ${JSON.stringify(answered[id])}`));
}
const sent = Object.values(answered).flatMap(Object.values).reduce((sum, count) => sum + count, 0);
console.log(`Fuzz: ${sent} requests to ${operations.length} operations in ${Math.round((Date.now() - began) / 1000)} s, seed ${seed}`);
console.error(failures.join('\n\n'));
process.exit(failures.length > 0 ? 1 : 0);
