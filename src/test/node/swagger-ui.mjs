// Walks through Swagger UI in a real browser as newcomers and the operator would: three people sign up and become a
// group, every body is sent as the document's example has it, and every GET is executed with the parameters as they
// stand, ids of real things put in. Can be run again on the same server.
// Usage: node swagger-ui.mjs BASE_URL CHROMIUM [OPERATOR_KEY [SCREENSHOT_IF_IT_FAILS]]
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [base, executablePath, operatorKey = 'operator', screenshot] = process.argv.slice(2);
const run = Date.now().toString(36);
const began = Date.now();
let step = 'starting';
// a page that never answers is a failure, not a wait
setTimeout(() => {
  console.error(`Given up after a quarter of an hour, ${step}`);
  process.exit(2);
}, 900_000).unref();

const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
// what is not in view need not be drawn
const page = await browser.newPage({ viewport: { width: 800, height: 500 } });
// opening an operation is a second of work for the page, more on a busy machine; an answer is not that long in coming
page.setDefaultTimeout(30_000);
const broken = [];
page.on('pageerror', (error) => broken.push(String(error)));
const executed = new Set();
let operations;
let executions = 0;

function operation(operationId) {
  const found = operations.find((one) => one.operationId === operationId);
  assert.ok(found, `${operationId} is an operation`);
  return found;
}

function blockOf({ tags, operationId }) {
  return page.locator(`[id="operations-${tags[0].replaceAll(' ', '_')}-${operationId}"]`);
}

/** For what only leads there: does not wait until nothing moves, as a click of the mouse does. */
function press(button) {
  return button.dispatchEvent('click');
}

/** Shows the operations of one section only: whatever is shown is drawn anew with everything that happens. */
async function turnTo(tag) {
  const open = await page
    .locator('.opblock-tag[data-is-open="true"]')
    .evaluateAll((sections) => sections.map((section) => section.dataset.tag));
  const turned = open.includes(tag) ? open.filter((other) => other !== tag) : [...open, tag];
  for (const name of turned) {
    await press(page.locator(`.opblock-tag[data-tag="${name}"] button.expand-operation`));
  }
}

async function open(operationId) {
  const one = operation(operationId);
  await turnTo(one.tags[0]);
  const block = blockOf(one);
  const execute = block.locator('button.execute');
  if (!(await execute.isVisible())) {
    await press(block.locator('.opblock-summary-control'));
    await execute.waitFor();
  }
  return block;
}

async function close(operationId) {
  const block = blockOf(operation(operationId));
  await press(block.locator('.opblock-summary-control'));
  await block.locator('button.execute').waitFor({ state: 'hidden' });
}

/**
 * Presses Execute. The parameters are those that the page has put in, except for the given ones; the body is the
 * example, changed by the given function. Answers when the page shows what the server has said.
 */
async function execute(operationId, { parameters = {}, example, body, stayOpen = false, expected = [] } = {}) {
  step = `executing ${operationId}`;
  const { path, method, requestBody } = operation(operationId);
  const block = await open(operationId);
  const clear = block.locator('.btn-clear');
  if (await clear.isVisible()) {
    // what is shown is still the answer before
    await press(clear);
  }
  for (const [name, value] of Object.entries(parameters)) {
    await block.locator(`tr[data-param-name="${name}"] input`).fill(value);
  }
  if (example) {
    await block.locator('.examples-select select').first().selectOption(example);
  }
  if (body) {
    const text = block.locator('textarea.body-param__text');
    await text.fill(JSON.stringify(body(JSON.parse(await text.inputValue())), null, 2));
  }
  const pattern = new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`);
  const [response] = await Promise.all([
    page.waitForResponse(
      (answer) =>
        answer.request().method() === method.toUpperCase() && pattern.test(new URL(answer.url()).pathname),
    ),
    block.locator('button.execute').click(),
  ]);
  const status = block.locator('.live-responses-table tbody .response-col_status').first();
  await status.waitFor();
  const said = await response.text().catch(() => '');
  assert.ok(
    response.ok() || expected.includes(response.status()),
    `${operationId} answered ${response.status()}: ${said}`,
  );
  assert.equal((await status.textContent()).trim(), String(response.status()), `${operationId}: a documented answer`);
  const examples = requestBody?.content[response.request().headers()['content-type']]?.examples;
  if (requestBody && !body) {
    const { value } = examples[example ?? Object.keys(examples)[0]];
    const sent = response.request().postData();
    assert.deepEqual(typeof value === 'string' ? sent : JSON.parse(sent), value, `${operationId}: as it stands`);
  }
  executions += 1;
  executed.add(operationId);
  if (!stayOpen) {
    await close(operationId);
  }
  const json = (response.headers()['content-type'] ?? '').includes('json') && !said.includes('\n{');
  return {
    status: response.status(),
    text: said,
    json: json && said ? JSON.parse(said) : undefined,
    sent: response.request().postData(),
    url: response.url(),
  };
}

/** Through the dialog, as people do; who was there before is logged out. */
async function authorize(token) {
  step = 'authorizing';
  await page.locator('.scheme-container button.authorize').click();
  const dialog = page.locator('.modal-ux');
  const { description } = contract.components.securitySchemes.bearer;
  const explained = await dialog.locator('.modal-ux-content').innerText();
  assert.ok(explained.includes(description.replaceAll('`', '')), `the dialog explains itself: ${explained}`);
  const logout = dialog.getByText('Logout', { exact: true });
  if (await logout.isVisible()) {
    await logout.click();
  }
  await dialog.locator('input').fill(token);
  await dialog.locator('button[type="submit"]').click();
  await logout.waitFor();
  await dialog.locator('button.btn-done').click();
  await dialog.waitFor({ state: 'hidden' });
}

/** What the page has put into each parameter that has to be there. */
async function assertFilledIn({ operationId, parameters = [] }) {
  const block = await open(operationId);
  for (const { name, required } of parameters) {
    if (required) {
      const value = await block.locator(`tr[data-param-name="${name}"] input`).inputValue();
      assert.ok(value, `${operationId} has an example for ${name}`);
    }
  }
}

/** When the page stands. What moves on it is waited for with each click, so it does not move. */
async function settled() {
  await page.waitForSelector('.opblock');
  await page.addStyleTag({ content: '* { animation: none !important; transition: none !important; }' });
}

let contract;
let failed = true;
try {
  await page.goto(`${base}/q/swagger-ui/`);
  await settled();
  contract = await (await page.request.get(`${base}/q/openapi?format=json`)).json();
  operations = Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ['get', 'put', 'post', 'delete', 'patch'].includes(method))
      .map(([method, one]) => ({ path, method, ...one })),
  );
  // beside the webhooks, which nobody can execute
  const shown = (await page.locator('.opblock').count()) - (await page.locator('.webhooks .opblock').count());
  assert.equal(shown, operations.length, 'every operation is shown');

  // three people sign up; what they share, nobody else here does
  const people = [];
  for (const name of ['Ada', 'Grace', 'Hedy']) {
    const { json } = await execute('join', {
      stayOpen: true,
      body: (ada) => ({ ...ada, handle: `${name.toLowerCase()}-${run}`, displayName: name }),
    });
    people.push(json);
  }
  await close('join');
  const [rare, rarer] = [`kite-mending-${run}`, `night-baking-${run}`];
  for (const { accessToken } of people) {
    await authorize(accessToken);
    await execute('declareInterests', {
      stayOpen: true,
      body: ({ interests: [one, other] }) => ({ interests: [{ ...one, tag: rare }, { ...other, tag: rarer }] }),
    });
  }
  await close('declareInterests');

  // two of the words mean the same, of which one is called otherwise
  const proposal = (await execute('proposeSynonym', { body: () => ({ tag: rare, sameAs: rarer }) })).json;
  await execute('saySynonym', { parameters: { synonymId: proposal.id } });
  // before whoever has said it holds neither any more
  await execute('getVoice', { parameters: { synonymId: proposal.id } });

  // the third is told at once, and the invitation is there
  const suggestions = (await execute('getSuggestions')).json;
  const invitation = suggestions.groups.find(({ invited }) => invited);
  assert.ok(invitation, `the third is invited: ${JSON.stringify(suggestions)}`);
  const groupId = invitation.group.id;
  const invitations = (await execute('listMyGroups')).json.items;
  assert.deepEqual(invitations.map(({ state, group }) => [state, group.id]), [['INVITED', groupId]]);

  for (const { accessToken } of [...people].reverse()) {
    await authorize(accessToken);
    await execute('joinGroup', { parameters: { groupId }, stayOpen: true });
  }
  await close('joinGroup');
  const group = (await execute('getGroup', { parameters: { groupId } })).json;
  assert.equal(group.state, 'ACTIVE');
  assert.equal(group.activeCount, 3);

  // the page keeps what was typed, and after a reload who is authorized only: the examples stand again
  step = 'reloading';
  await page.reload();
  await settled();

  // as a person: every body as it stands
  await execute('declareInterests');
  await execute('declareInterest');
  // before it is said to be wrong
  await execute('getInterest');
  await execute('changeMe');
  await execute('correctReason');
  const signal = (await execute('say')).json;
  await execute('decideSignalTags', { parameters: { signalId: signal.id } });
  const begun = (await execute('beginGroup')).json;
  // what is said of others is read where it is said
  for (const operationId of ['block', 'avoid', 'nameCompanion']) {
    await execute(operationId, { parameters: { personId: people[1].person.id } });
  }
  // the words of the example are words of nobody, or of the one who was here first
  await execute('proposeSynonym', { expected: [404, 409] });

  // ... and every GET
  const ids = { synonymId: proposal.id, groupId, signalId: signal.id, personId: people[1].person.id };
  const forOperator = ({ operationId, tags: [tag] }) =>
    ['Formations', 'Imports', 'Webhooks'].includes(tag) || ['findPeople', 'getTagLabel', 'listTagLabels'].includes(operationId);
  async function read(one) {
    await assertFilledIn(one);
    const parameters = Object.fromEntries(
      (one.parameters ?? []).filter(({ name }) => name in ids).map(({ name }) => [name, ids[name]]),
    );
    return execute(one.operationId, { parameters });
  }
  const unread = (one) => one.method === 'get' && !executed.has(one.operationId);

  // a stream is shown when it has ended, and this one ends with the token
  const { json: spare } = await execute('issueToken');
  await authorize(spare.token);
  const streamed = page.waitForResponse((answer) => new URL(answer.url()).pathname.endsWith('/events/stream'));
  const stream = execute('streamEvents');
  await streamed;
  await page.request.delete(`${base}/v1/people/me/tokens/current`, {
    headers: { Authorization: `Bearer ${spare.token}` },
  });
  await stream;
  await authorize(people[0].accessToken);
  for (const one of operations.filter(unread).filter((each) => !forOperator(each))) {
    const { json, url } = await read(one);
    if (one.operationId === 'listGroups') {
      assert.ok(json, 'a page, where nobody has asked for lines');
      const found = json.items.some(({ id }) => id === begun.id);
      assert.ok(found || json.nextCursor, `the group just begun is what the filters ask for: ${url}`);
    }
  }

  // as the operator: every example of every body as it stands
  await authorize(operatorKey);
  const asked = Object.keys(operation('form').requestBody.content['application/json'].examples);
  for (const example of asked) {
    ids.formationId = (await execute('form', { example, stayOpen: true })).json.id;
  }
  await close('form');
  await execute('writeTagLabel');
  // a webhook to nowhere is gone before anything is sent to it
  const { webhook } = (await execute('addWebhook', { body: (wanted) => ({ ...wanted, url: 'https://1.1.1.1/hook', types: ['synonym.undone'] }) })).json;
  ids.webhookId = webhook.id;
  await execute('changeWebhook', { parameters: { webhookId: webhook.id } });
  await execute('replay', { parameters: { webhookId: webhook.id } });
  await execute('undoSynonym', { parameters: { synonymId: proposal.id } });
  const imported = await execute('importPeople');
  assert.equal(imported.json.rejected, 0, imported.text);
  assert.equal(imported.json.accepted, imported.sent.split('\n').length, 'a person a line');
  ids.importId = imported.json.id;
  // Swagger UI shows a stream when it has ended, and this one ends when the formation does: after it there is a result
  const { formationId } = ids;
  const { text: events } = await execute('followFormation', { parameters: { formationId } });
  assert.match(events, /"state":"SUCCEEDED"/);
  for (const one of operations.filter(unread).filter(forOperator)) {
    const { json } = await read(one);
    if (one.operationId === 'getFormation') {
      assert.equal(json.state, 'SUCCEEDED');
    }
  }

  await execute('removeWebhook', { parameters: { webhookId: webhook.id } });

  // the example for signing up as it stands, which only the first can
  await execute('join', { expected: [409] });

  const withBody = operations.filter(({ requestBody }) => requestBody);
  for (const { operationId } of [...withBody, ...operations.filter(({ method }) => method === 'get')]) {
    assert.ok(executed.has(operationId), `${operationId} is executed`);
  }
  assert.deepEqual(broken, [], 'the page has no script errors');
  const seconds = Math.round((Date.now() - began) / 1000);
  console.log(
    `Swagger UI: ${shown} operations shown, ${executed.size} of them executed, ${executions} times, in ${seconds} s`,
  );
  failed = false;
} finally {
  if (failed) {
    console.error(`Failed ${step}`);
    if (screenshot) {
      await page.screenshot({ path: screenshot });
    }
  }
  await browser.close();
}
