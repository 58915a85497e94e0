// Breaks the released contract in ways that an ordinary comparison passes by, and expects each to be found.
// Usage: node compatibility-finds.mjs RELEASED_YAML FOLDER_TO_WORK_IN
import assert from 'node:assert';
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import yaml from 'js-yaml';

const [released, folder] = process.argv.slice(2);
const check = join(dirname(fileURLToPath(import.meta.url)), 'compatibility.mjs');

const breaks = {
  'say/text: maxLength': ({ components }) => (components.schemas.NewSignal.properties.text.maxLength = 100),
  'changeMe/timeZone is no longer taken': ({ components }) => delete components.schemas.PersonEdit.properties.timeZone,
  'listGroups no longer takes tag': ({ paths }) => {
    const { get } = paths['/v1/groups'];
    get.parameters = get.parameters.filter(({ name }) => name !== 'tag');
  },
  'say/text: pattern': ({ components }) => (components.schemas.NewSignal.properties.text.pattern = '^[a-z]*$'),
  'getGroup 200 no longer has ETag': ({ paths }) => delete paths['/v1/groups/{groupId}'].get.responses['200'].headers.ETag,
  'the event member.left is gone': ({ webhooks }) => delete webhooks['member.left'],
};

mkdirSync(folder, { recursive: true });
for (const [found, change] of Object.entries(breaks)) {
  const contract = yaml.load(readFileSync(released, 'utf8'));
  change(contract);
  const broken = join(folder, 'broken.yaml');
  writeFileSync(broken, yaml.dump(contract));
  const { status, stdout } = spawnSync(process.execPath, [check, released, broken, folder], { encoding: 'utf8' });
  assert.strictEqual(status, 1, found);
  assert.ok(stdout.includes(found), `${found}: ${stdout}`);
}
