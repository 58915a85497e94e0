// Holds a contract against the rules of two linters; what the second one warns of is a failure, too.
// Usage: node lint.mjs OPENAPI_YAML
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const contract = process.argv[2];
const here = dirname(fileURLToPath(import.meta.url));
const packages = createRequire(import.meta.url);

function run(name, command, ...options) {
  const { bin } = packages(join(here, 'node_modules', name, 'package.json'));
  const script = join(here, 'node_modules', name, bin[command]);
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [script, 'lint', contract, ...options], {
    encoding: 'utf8',
    // tells nobody outside that it ran, nor asks whether there is a newer one
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  });
  if (error) {
    throw error;
  }
  if (status !== 0) {
    console.log(stdout, stderr);
    process.exit(status);
  }
  console.log(`${command}: nothing to say`);
}

run('@redocly/cli', 'redocly', '--config', join(here, 'redocly.yaml'), '--max-problems', '20');
run('@stoplight/spectral-cli', 'spectral', '--ruleset', join(here, 'spectral.yaml'), '--fail-severity', 'warn');
