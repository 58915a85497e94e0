// Opens Swagger UI in a real browser as a newcomer would: sees every operation, signs up, authorises, and says what
// they care about with the document's own example. Usage: node swagger-ui.mjs BASE_URL CHROMIUM
import assert from 'node:assert/strict';
import { chromium } from 'playwright-core';

const [base, executablePath] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath,
  args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let executed = 0;
// a page that never answers is a failure, not a wait
setTimeout(() => process.exit(2), 120_000).unref();
try {
  const page = await browser.newPage();
  page.setDefaultTimeout(20_000);
  const broken = [];
  page.on('pageerror', (error) => broken.push(String(error)));
  await page.goto(`${base}/q/swagger-ui/`);
  await page.waitForSelector('.opblock');
  const contract = await (await page.request.get(`${base}/q/openapi?format=json`)).json();
  const operations = Object.entries(contract.paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => ['get', 'put', 'post', 'delete', 'patch'].includes(method))
      .map(([method, operation]) => ({ path, method, ...operation })),
  );
  const shown = await page.locator('.opblock').count();
  assert.equal(shown, operations.length, 'every operation is shown');

  async function execute(operationId, body) {
    const { tags } = operations.find((operation) => operation.operationId === operationId);
    const block = page.locator(`[id="operations-${tags[0].replaceAll(' ', '_')}-${operationId}"]`);
    if (!(await block.evaluate((element) => element.classList.contains('is-open')))) {
      await block.locator('.opblock-summary-control').click();
    }
    if (body) {
      await block.locator('textarea.body-param__text').fill(JSON.stringify(body));
    }
    await block.locator('button.execute').click();
    const status = block.locator('.live-responses-table .response-col_status').first();
    await status.waitFor();
    executed += 1;
    const text = await block.locator('.live-responses-table .response-col_description .microlight').first()
      .textContent({ timeout: 1000 })
      .catch(() => '');
    await block.locator('.opblock-summary-control').click();
    return { status: parseInt(await status.textContent().catch(() => '0'), 10) || 0, text };
  }

  async function succeeds(operationId, body) {
    const block = operations.find((operation) => operation.operationId === operationId);
    assert.ok(block, `${operationId} is an operation`);
    const [response, seen] = await Promise.all([
      page.waitForResponse((answer) => {
        const url = new URL(answer.url());
        const pattern = new RegExp(`^${block.path.replace(/\{[^}]+\}/g, '[^/]+')}$`);
        return answer.request().method() === block.method.toUpperCase() && pattern.test(url.pathname);
      }),
      execute(operationId, body),
    ]);
    assert.ok(response.ok(), `${operationId} answered ${response.status()}: ${seen.text}`);
    return response;
  }

  const handle = `swagger-${Date.now().toString(36)}`;
  const joined = await (await succeeds('join', { handle, displayName: 'Swagger', languages: ['en'] })).json();

  await page.locator('button.authorize').first().click();
  await page.locator('.modal-ux input').first().fill(joined.accessToken);
  await page.locator('.modal-ux button.authorize').first().click();
  await page.locator('.modal-ux button.btn-done').first().click();

  // with the example as it stands in the document
  await succeeds('declareInterests');
  assert.deepEqual(broken, [], 'the page has no script errors');
  console.log(`Swagger UI: ${shown} operations shown, ${executed} executed`);
} finally {
  await browser.close();
}
