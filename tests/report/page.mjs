#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Uses the HTML report as a reader would, in Chromium.
// usage: page.mjs PROGRAM SOURCE_DIR NODE_MODULES
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const [, , program, source, modules] = process.argv;
const require = createRequire(join(modules, 'here.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'annexkit-page-'));
const annex = JSON.parse(readFileSync(join(source, 'samples/eu-morocco-2013/annex.json'), 'utf8'));

// Writes an annex and gives the address of its report.
const reportOn = (name, change, options = []) => {
  const copy = structuredClone(annex);
  change(copy);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(copy, null, 2));
  try {
    execFileSync(program, ['validate', `${name}.json`, '--report', `html=${name}.html`, ...options], { cwd: folder, stdio: 'pipe' });
  } catch (error) {
    assert.equal(error.status, 1, String(error.stderr));
  }
  return `file://${join(folder, `${name}.html`)}`;
};

const script = '<script>window.ran = true</script>';
const real = reportOn('real', () => {}, ['--lang', 'en']);
const hostile = reportOn('hostile', (copy) => {
  const first = copy.initiatives[0];
  first.initiative = `</script>${script}<!--<script>\u2028 <img src=x onerror="window.ran = true">`;
  first.partners = [`"><svg onload=window.ran=true>`, `${script}${'\\u003C'}`];
  first.id = `javascript:window.ran=true//${script}`;
  copy.annex.declaration = 'eu-morocco-2013';
  first[`x${script}`] = script;
}, ['--lang', 'en']);
const large = reportOn('large', (copy) => {
  const some = copy.initiatives.slice();
  copy.initiatives = [];
  for (let at = 0; at < 10000; ++at)
    copy.initiatives.push({ ...some[at % some.length], id: `x-${at}`, section_heading: undefined, objective_text: undefined });
}, ['--lang', 'en']);

const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

let failures = 0;
const test = async (title, url, body, options = {}) => {
  const page = await browser.newPage();
  const complaints = [];
  page.on('console', (message) => complaints.push(message.text()));
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => { if (request.url() !== url) complaints.push(`it asks for ${request.url()}`); });
  try {
    await page.emulateMedia({ colorScheme: options.scheme ?? 'light' });
    await page.setViewportSize({ width: options.width ?? 1280, height: 900 });
    page.setDefaultTimeout(20000);
    await page.goto(url);
    await body(page);
    assert.deepEqual(complaints, []);
    console.log(`ok: ${title}`);
  } catch (error) {
    failures += 1;
    console.log(`FAILED: ${title}\n${error.stack ?? error}`);
  }
  await page.close();
};
const text = (page, selector) => page.locator(selector).innerText();
const rows = (page) => page.locator('#rows tr:not(.detail)').count();

await test('the verdict and the totals are on top', real, async (page) => {
  assert.equal(await text(page, '.verdict'), 'Passed');
  assert.equal((await text(page, '.totals')).replace(/\s+/g, ' '), 'initiatives 105 errors 0 warnings 68 notes 0');
  assert.equal(await page.title(), 'real.json - Validation report');
});

await test('the matrix shows counts, sections and empty objectives', real, async (page) => {
  assert.equal(await page.locator('.matrix .band').count(), 5);
  assert.equal(await page.locator('.matrix .gap').count(), 8);
  assert.equal(await page.locator('.matrix tbody tr:not(.band)').count(), 37);
  assert.equal(await page.locator('.matrix tfoot td').last().innerText(), '105');
  assert.equal(await page.locator('#coverage .toolbar p').innerText(), 'Objectives with no initiative: 8 of 37');
});

await test('the parts are switched', real, async (page) => {
  await page.getByRole('button', { name: '1. New projects' }).click();
  assert.equal(await page.locator('.matrix tfoot td').last().innerText(), '60');
  await page.getByRole('button', { name: '2. Projects under way' }).click();
  assert.equal(await page.locator('.matrix tfoot td').last().innerText(), '45');
  const shown = await text(page, '#shown');
  await page.getByRole('button', { name: 'All parts' }).click();
  assert.equal(await text(page, '#shown'), '68 of 68 findings');
  assert.notEqual(shown, '68 of 68 findings');
});

await test('a cell of the matrix leads to its findings, and again to all', real, async (page) => {
  const cell = page.locator('[data-cell="12/NL"]');
  assert.match(await cell.getAttribute('aria-label'), /^Objective 12, .*; initiatives: \d+, findings: 2$/);
  await cell.click();
  assert.equal(await text(page, '#shown'), '2 of 68 findings');
  assert.equal(await page.locator('[data-filter=partner]').inputValue(), 'NL');
  assert.equal(await page.locator('[data-filter=objective]').inputValue(), '12');
  assert.equal(await page.evaluate(() => document.activeElement.id), 'findings-title');
  await page.locator('[data-cell="12/NL"][aria-pressed=true]').click();
  assert.equal(await text(page, '#shown'), '68 of 68 findings');
});

await test('findings are searched', real, async (page) => {
  await page.fill('#search', 'p1-016 renforcer');
  assert.equal(await text(page, '#shown'), '1 of 68 findings');
  await page.fill('#search', 'nothing holds this');
  assert.equal(await text(page, '#pages'), 'No finding matches the filters.');
  await page.click('#clear');
  assert.equal(await text(page, '#shown'), '68 of 68 findings');
});

await test('findings are filtered by rule, section, partner and part', real, async (page) => {
  await page.selectOption('[data-filter=rule]', 'objective.text-differs');
  assert.equal(await text(page, '#shown'), '30 of 68 findings');
  await page.selectOption('[data-filter=section]', 'developpement');
  const inSection = Number.parseInt(await text(page, '#shown'), 10);
  assert.ok(inSection > 0 && inSection < 30);
  await page.selectOption('[data-filter=part]', '2');
  await page.selectOption('[data-filter=partner]', 'FR');
  assert.ok(Number.parseInt(await text(page, '#shown'), 10) < inSection);
});

await test('a finding opens its initiative with the offending text marked', real, async (page) => {
  await page.fill('#search', 'p1-016 renforcer');
  const open = page.locator('.open').first();
  await open.focus();
  await page.keyboard.press('Enter');
  assert.equal(await open.getAttribute('aria-expanded'), 'true');
  assert.equal(await text(page, '.detail h3 >> nth=0'), 'Initiative ma-2013-p1-016');
  assert.match(await text(page, '.detail dd mark'), /^Renforcer la coopération/);
  assert.match(await text(page, '.detail .frame'), /"objective_text": "Renforcer/);
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.detail').count(), 0);
});

await test('the page speaks French at a key', real, async (page) => {
  await page.getByRole('button', { name: 'Français' }).focus();
  await page.keyboard.press('Space');
  assert.equal(await text(page, '.verdict'), 'Conforme');
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  assert.match(await text(page, '#rows tr >> nth=0'), /l'intitulé porte/);
  assert.equal(await page.locator('.matrix thead abbr >> nth=0').getAttribute('title'), 'Royaume du Maroc');
});

await test('everything is reached by the keyboard', real, async (page) => {
  const reached = new Set();
  for (let presses = 0; presses < 120; ++presses) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => {
      const at = document.activeElement;
      return at.id || at.dataset.language || at.dataset.part || (at.dataset.cell && 'cell') || at.dataset.filter || at.className;
    }));
  }
  for (const wanted of ['en', 'fr', 'all', '0', '1', 'cell', 'search', 'rule', 'section', 'partner', 'part', 'open', 'scroll'])
    assert.ok(reached.has(wanted), `${wanted} is not reached: ${[...reached]}`);
});

await test('a hostile submission shows as text and runs nothing', hostile, async (page) => {
  assert.equal(await page.evaluate(() => window.ran), undefined);
  for (const open of await page.locator('.open').all()) await open.click();
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await page.locator('main script, main img, main svg').count(), 0);
  const shown = await text(page, '#findings');
  assert.ok(shown.includes('</script><script>window.ran = true</script><!--<script>'));
  assert.ok(shown.includes('"><svg onload=window.ran=true>'));
});

await test('a Content-Security-Policy forbids all but the page itself', real, async (page) => {
  const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
  assert.match(policy, /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='/);
});

await test('ten thousand findings stay usable', large, async (page) => {
  assert.equal(await text(page, '#shown'), '10,000 of 10,000 findings');
  assert.equal(await rows(page), 50);
  const began = Date.now();
  await page.fill('#search', 'x-9999');
  assert.equal(await rows(page), 1);
  await page.click('#clear');
  await page.getByRole('button', { name: 'Next' }).click();
  assert.match(await text(page, '#pages'), /Findings 51 to 100 of/);
  assert.ok(Date.now() - began < 5000, `it took ${Date.now() - began} ms`);
});

for (const scheme of ['light', 'dark'])
  for (const width of [1280, 390]) {
    await test(`axe finds nothing, ${scheme}, ${width} pixels`, real, async (page) => {
      await page.locator('.open').first().click();
      // The policy of the page forbids other scripts, so axe comes by the debugger.
      await page.evaluate(axe);
      const result = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      assert.deepEqual(result.violations.map((one) => `${one.id}: ${one.nodes.length} x ${one.nodes[0].html} ${one.nodes[0].failureSummary}`), []);
      assert.ok(result.passes.length > 10);
    }, { scheme, width });
    await test(`nothing hangs over the side, ${scheme}, ${width} pixels`, hostile, async (page) => {
      for (const open of await page.locator('.open').all()) await open.click();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }, { scheme, width });
  }

await test('it prints every finding', real, async (page) => {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await rows(page), 68);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await rows(page), 50);
  const file = join(folder, 'report.pdf');
  await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
  assert.ok(statSync(file).size > 20000);
  assert.equal(readFileSync(file).subarray(0, 5).toString(), '%PDF-');
});

await browser.close();
rmSync(folder, { recursive: true, force: true });
console.log(failures === 0 ? 'all passed' : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
