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
import { fileURLToPath } from 'node:url';

const [, , program, source, modules] = process.argv;
const require = createRequire(join(modules, 'here.js'));
const { chromium } = require('playwright-core');
const axe = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'annexkit-page-'));
const annexOf = (sample) => JSON.parse(readFileSync(join(source, 'samples', sample, 'annex.json'), 'utf8'));
const annex = annexOf('eu-morocco-2013');

// Validates files of the folder and gives the address of their report.
const reportOf = (name, files, options = []) => {
  try {
    execFileSync(program, ['validate', ...files, '--report', `html=${name}.html`, '--lang', 'en', ...options], { cwd: folder, stdio: 'pipe' });
  } catch (error) {
    assert.ok(error.status === 1 || error.status === 3, String(error.stderr));
  }
  return `file://${join(folder, `${name}.html`)}`;
};

// Writes an annex that is changed, and gives the address of its report.
const write = (name, of, change) => {
  const copy = structuredClone(of);
  change(copy);
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(copy, null, 2));
};
const reportOn = (name, change, options) => {
  write(name, annex, change);
  return reportOf(name, [`${name}.json`], options);
};

const script = '<script>window.ran = true</script>';
const real = reportOn('real', () => {});
const hostile = reportOn('hostile', (copy) => {
  const first = copy.initiatives[0];
  first.initiative = `</script>${script}<!--<script>\u2028 <img src=x onerror="window.ran = true">`;
  first.partners = [`"><svg onload=window.ran=true>`, `${script}${'\\u003C'}`];
  first.id = `javascript:window.ran=true//${script}`;
  copy.annex.declaration = 'eu-morocco-2013';
  first[`x${script}`] = script;
});
const large = reportOn('large', (copy) => {
  const some = copy.initiatives.slice();
  copy.initiatives = [];
  for (let at = 0; at < 10000; ++at)
    copy.initiatives.push({ ...some[at % some.length], id: `x-${at}`, section_heading: undefined, objective_text: undefined });
});
// More errors than are listed: of 100 findings of objective 12 and NL 60 are, of 5 of objective 3 and FR none.
const crowded = reportOn('crowded', (copy) => {
  const [first] = copy.initiatives;
  const unknown = (section, objective, partner) => ({ ...first, section, objective, section_heading: undefined,
    objective_text: undefined, partners: [partner, 'XX'] });
  const some = (many, ...where) => Array.from({ length: many }, () => unknown(...where));
  const moving = ['mobilite', 2, 'UE'];
  copy.initiatives = [...some(60, 'prevention', 12, 'NL'), ...some(10000, ...moving), ...some(40, 'prevention', 12, 'NL'), ...some(5, 'mobilite', 3, 'FR')];
  copy.initiatives.forEach((initiative, at) => { initiative.id = `ma-2013-p1-${String(at).padStart(5, '0')}`; });
});
const odd = reportOn('odd', (copy) => {
  const [first, second] = copy.initiatives;
  const last = copy.initiatives.at(-1);
  copy.initiatives = [first, second, last];
  first.section = ['elsewhere'];
  second.partners = ['U\u001B[31mE', 'FR\u202Exyz'];
  last.partners = ['XX'];
});
// Characters that nobody sees, or that turn the text around them, and such that shape it or are signs.
const unseen = ['\u0085', '\u00AD', '\u0600', '\u0605', '\u061C', '\u06DD', '\u070F', '\u0890', '\u08E2', '\u180E', '\u200B', '\u200C',
  '\u200D', '\u200E', '\u200F', '\u2028', '\u2029', '\u202A', '\u202E', '\u2060', '\u2064', '\u2066', '\u206F', '\uFDD0', '\uFEFF',
  '\uFFF9', '\uFFFB', '\uFFFE', '\u{110BD}', '\u{110CD}', '\u{13430}', '\u{1BCA0}', '\u{1D173}', '\u{E0001}', '\u{E0041}', '\u{10FFFF}'];
const characters = reportOn('characters', (copy) => {
  copy.initiatives = [{ ...copy.initiatives[0], partners: unseen.map((one) => `U${one}E`) }];
}, ['--report', 'concise=characters.txt']);
const long = 'Word after word the text goes on, so that its excerpt has to end before it does, and yet goes on, and on, and then some more.';
const marks = reportOn('marks', (copy) => {
  copy.initiatives = copy.initiatives.slice(0, 3);
  copy.initiatives[0].objective_text = copy.initiatives[0].objective_text.replace('Poursuivre', 'Continuer');
  copy.initiatives[1].objective_text = copy.initiatives[1].objective_text.replace('Poursuivre', 'la');
  copy.initiatives[2].partners = [long];
});

writeFileSync(join(folder, 'cut.json'), JSON.stringify(annex, null, 2).slice(0, 30000));
const partly = reportOf('partly', ['real.json', 'cut.json', 'nowhere.csv']);
const unread = reportOf('unread', ['nowhere.csv']);
write('coast', annexOf('declarations/coast-2020'), (copy) => {
  for (const initiative of copy.initiatives) initiative.objective_text += ' And more.';
});
const both = reportOf('both', ['real.json', 'coast.json'], ['--schema-dir', join(source, 'samples/declarations/coast-2020')]);

const browser = await chromium.launchPersistentContext(join(folder, 'profile'), {
  executablePath: '/usr/bin/chromium',
  headless: true,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync'],
});

// One window for all tests: each opens its report anew.
const page = await browser.newPage();
let failures = 0;
let address = '';
let complaints = [];
page.setDefaultTimeout(20000);
page.on('console', (message) => complaints.push(message.text()));
page.on('pageerror', (error) => complaints.push(String(error)));
page.on('request', (request) => { if (request.url() !== address) complaints.push(`it asks for ${request.url()}`); });
const test = async (title, url, body, options = {}) => {
  address = url;
  complaints = [];
  try {
    await page.emulateMedia({ media: 'screen', colorScheme: options.scheme ?? 'light' });
    await page.setViewportSize({ width: options.width ?? 1280, height: 900 });
    if (options.policy)
      await page.route(url, (route) => route.fulfill({
        path: fileURLToPath(url), contentType: 'text/html', headers: { 'content-security-policy': options.policy },
      }));
    await page.goto(url);
    await body();
    assert.deepEqual(options.policy ? [] : complaints, []);
    console.log(`ok: ${title}`);
  } catch (error) {
    failures += 1;
    console.log(`FAILED: ${title}\n${error.stack ?? error}`);
  }
  await page.unrouteAll();
};
const text = (selector) => page.locator(selector).innerText();
const found = async () => Number(/\d+/.exec(await text('#shown'))[0]);
const rows = () => page.locator('#rows tr:not(.detail)').count();

await test('the verdict and the totals are on top', real, async () => {
  assert.equal(await text('.verdict'), 'Passed');
  assert.equal((await text('.totals')).replace(/\s+/g, ' '), 'initiatives 105 errors 0 warnings 68 notes 0');
  assert.equal(await page.title(), 'real.json - Validation report');
});

await test('the matrix shows counts, sections and empty objectives', real, async () => {
  assert.equal(await page.locator('.matrix .band').count(), 5);
  assert.equal(await page.locator('.matrix .gap').count(), 8);
  assert.equal(await page.locator('.matrix tbody tr:not(.band)').count(), 37);
  assert.equal(await page.locator('.matrix tfoot td').last().innerText(), '105');
  assert.equal(await page.locator('#coverage .toolbar p').innerText(), 'Objectives with no initiative: 8 of 37');
});

await test('the parts are switched', real, async () => {
  await page.getByRole('button', { name: '1. New projects' }).click();
  assert.equal(await page.locator('.matrix tfoot td').last().innerText(), '60');
  await page.getByRole('button', { name: '2. Projects under way' }).click();
  assert.equal(await page.locator('.matrix tfoot td').last().innerText(), '45');
  const shown = await text('#shown');
  await page.getByRole('button', { name: 'All parts' }).click();
  assert.equal(await text('#shown'), 'Findings: 68 of 68');
  assert.notEqual(shown, 'Findings: 68 of 68');
});

await test('the part of the filter is the part of the matrix', real, async () => {
  const pressed = page.locator('.parts [aria-pressed=true]');
  await page.selectOption('[data-filter=part]', { label: '1. New projects' });
  assert.equal(await pressed.innerText(), '1. New projects');
  assert.equal(await page.locator('.matrix tfoot td').last().innerText(), '60');
  await page.getByRole('button', { name: '2. Projects under way' }).click();
  assert.equal(await page.locator('[data-filter=part] option:checked').innerText(), '2. Projects under way');
  await page.selectOption('[data-filter=part]', '');
  assert.equal(await pressed.innerText(), 'All parts');
});

await test('two declarations are filtered apart', both, async () => {
  assert.equal(await page.locator('.matrix').count(), 2);
  assert.equal(await text('#shown'), 'Findings: 74 of 74');
  const [, coastParts] = await page.locator('.parts').all();
  await coastParts.getByRole('button', { name: '2. Projects under way' }).click();
  assert.equal(await text('#shown'), 'Findings: 3 of 74');
  assert.deepEqual(await page.locator('.parts [aria-pressed=true]').allInnerTexts(), ['All parts', '2. Projects under way']);
  assert.deepEqual(await page.locator('.matrix tfoot td:last-child').allInnerTexts(), ['105', '3']);
  await page.click('#clear');
  await page.getByRole('button', { name: /^Objective 2, Confederation of Cale; initiatives: 1, findings: 1$/ }).click();
  assert.equal(await text('#shown'), 'Findings: 1 of 74');
  assert.equal(await page.locator('.matrix [aria-pressed=true]').count(), 1);
  assert.equal(await page.locator('[data-filter=objective] optgroup').count(), 2);
});

await test('a cell of the matrix leads to its findings, and again to all', real, async () => {
  const cell = page.locator('[data-cell="0/12 0/NL"]');
  assert.match(await cell.getAttribute('aria-label'), /^Objective 12, .*; initiatives: \d+, findings: 2$/);
  await cell.click();
  assert.equal(await text('#shown'), 'Findings: 2 of 68');
  assert.match(await page.locator('[data-filter=partner] option:checked').innerText(), /^NL – /);
  assert.match(await page.locator('[data-filter=objective] option:checked').innerText(), /^12\. Poursuivre/);
  assert.equal(await page.evaluate(() => document.activeElement.id), 'findings-title');
  await page.locator('[data-cell="0/12 0/NL"][aria-pressed=true]').click();
  assert.equal(await text('#shown'), 'Findings: 68 of 68');
});

await test('findings are searched', real, async () => {
  await page.fill('#search', 'p1-016 renforcer');
  assert.equal(await text('#shown'), 'Findings: 1 of 68');
  await page.fill('#search', 'nothing holds this');
  assert.equal(await text('#pages'), 'No finding matches the filters.');
  await page.click('#clear');
  assert.equal(await text('#shown'), 'Findings: 68 of 68');
});

await test('a search for a file finds what is in it', both, async () => {
  await page.fill('#search', 'COAST.json');
  assert.equal(await text('#shown'), 'Findings: 6 of 74');
});

await test('findings are filtered by rule, section, partner and part', real, async () => {
  await page.selectOption('[data-filter=rule]', 'objective.text-differs');
  assert.equal(await text('#shown'), 'Findings: 30 of 68');
  await page.selectOption('[data-filter=section]', { label: 'Migration et développement' });
  const inSection = await found();
  assert.ok(inSection > 0 && inSection < 30);
  await page.selectOption('[data-filter=part]', { label: '2. Projects under way' });
  await page.selectOption('[data-filter=partner]', { label: 'FR – French Republic' });
  assert.ok(await found() < inSection);
});

await test('a finding opens its initiative with the offending text marked', real, async () => {
  await page.fill('#search', 'p1-016 renforcer');
  const open = page.locator('.open').first();
  await open.focus();
  await page.keyboard.press('Enter');
  assert.equal(await open.getAttribute('aria-expanded'), 'true');
  assert.equal(await text('.detail h3 >> nth=0'), 'Initiative ma-2013-p1-016');
  assert.equal(await text('.detail dd mark'), 'Renforcer');
  assert.match(await text('.detail .frame'), /"objective_text": "Renforcer/);
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.detail').count(), 0);
});

// Follows a link of an opened finding by the keyboard, and gives the name of what has the focus then.
const follow = async (name) => {
  await page.locator('.detail .cells').getByRole('button', { name, exact: true }).focus();
  await page.keyboard.press('Enter');
  assert.equal(await page.locator('.matrix .reached').count(), 1);
  assert.ok(await page.locator('.matrix .reached').evaluate((at) => at === document.activeElement));
  return page.locator('.matrix .reached').evaluate((at) => at.getAttribute('aria-label') ?? at.innerText.replace(/\s+/g, ' '));
};

for (const [language, told, toPartner] of [
  ['English', 'In the matrix:', 'Objective 12, Kingdom of the Netherlands'], ['Français', 'Dans le tableau\u00A0:', 'Objectif 12, Royaume des Pays-Bas']])
  await test(`an opened finding leads to its row and cells of the matrix, ${language}`, real, async () => {
    await page.getByRole('button', { name: language }).click();
    await page.fill('#search', 'p1-016 renforcer');
    await page.locator('.open').first().click();
    assert.equal(await text('.detail .cells span'), told);
    assert.equal(await page.locator('.detail .cells button').count(), 1 + await page.locator('.detail dl dd:nth-of-type(7) li').count());
    assert.match(await follow(toPartner.split(',')[0]), /^12 Poursuivre/);
    assert.ok((await follow(toPartner)).startsWith(toPartner));
    await page.keyboard.press('Tab');
    assert.equal(await page.locator('.matrix .reached').count(), 0);
  });

await test('a finding whose partner is unknown leads to its row, which counts its initiative', odd, async () => {
  await page.fill('#search', '"XX"');
  await page.locator('.open').first().click();
  assert.equal(await page.locator('.detail .cells button').count(), 1);
  await page.locator('.detail .cells button').click();
  const row = page.locator('tr:has(> .reached)');
  assert.equal(await row.locator('td.total').innerText(), '1');
  assert.equal(await row.getAttribute('class'), null);
});

await test('a link holds when the part changes', real, async () => {
  await page.fill('#search', 'p1-016 renforcer');
  await page.locator('.open').first().click();
  await page.selectOption('[data-filter=part]', { label: '1. New projects' });
  assert.match(await follow('Objective 12'), /^12 Poursuivre/);
});

await test('a cell counts its findings, also those that are not listed', crowded, async () => {
  assert.match(await text('#findings .caution'), /^10,000 of 10,105 findings are listed/);
  const cell = (at) => page.locator(`[data-cell="${at}"]`);
  assert.equal(await cell('0/12 0/NL').getAttribute('aria-label'),
    'Objective 12, Kingdom of the Netherlands; initiatives: 100, findings: 100, listed: 60');
  assert.equal(await cell('0/3 0/FR').getAttribute('aria-label'), 'Objective 3, French Republic; initiatives: 5, findings: 5, listed: 0');
  await cell('0/12 0/NL').click();
  assert.match(await text('#shown'), /^Findings: 60 of 10,000$/);
  await cell('0/3 0/FR').click();
  assert.equal(await text('#pages'), 'No listed finding matches the filters.');
  await page.getByRole('button', { name: '2. Projects under way' }).click();
  assert.equal(await page.locator('.matrix [data-findings]').count(), 0);
});

for (const width of [1280, 390])
  await test(`large numbers stay within their cells, ${width} pixels`, crowded, async () => {
    await page.evaluate(() => {
      for (const cell of report.inputs[0].cells) cell[3] *= 100;
      showCoverage();
    });
    assert.equal(await text('.matrix tfoot td:last-child'), '1010500');
    const over = await page.locator('.matrix td').evaluateAll((cells) => cells.filter((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell.querySelector('button') ?? cell);
      return range.getBoundingClientRect().width > cell.clientWidth - 8;
    }).map((cell) => cell.innerText));
    assert.deepEqual(over, []);
  }, { width });

await test('shades divide the counts of a large annex', large, async () => {
  const shades = await page.locator('.matrix td[class^=shade-]').evaluateAll((cells) => cells.map((cell) => [cell.className, Number(cell.innerText)]));
  assert.ok(new Set(shades.map(([shade]) => shade)).size >= 3, JSON.stringify(shades));
  const most = Math.max(...shades.map(([, count]) => count));
  for (const [shade, count] of shades) assert.equal(shade, `shade-${Math.ceil((count * 5) / most)}`);
  assert.match(await page.locator('.legend .swatch').last().innerText(), new RegExp(`–${most.toLocaleString('en')}$`));
});

await test('the mark is the words that differ, where they stand once, else the whole value', marks, async () => {
  const markOf = async (search) => {
    await page.fill('#search', search);
    await page.locator('.open').first().click();
    return text('.detail dd mark');
  };
  assert.equal(await markOf('p1-001'), 'Continuer');
  assert.match(await markOf('p1-002'), /^la la coopération .* catégories de personnes\)\.$/);
  assert.equal(await markOf('no signatory'), long);
});

await test('values of the wrong kind are no choice of a filter', odd, async () => {
  assert.deepEqual(await page.locator('[data-filter=section] option').allInnerTexts(),
    ['all', 'Initiatives horizontales', 'Mobilité, immigration régulière et intégration']);
});

await test('characters that nobody sees are shown by their numbers', odd, async () => {
  for (const open of await page.locator('.open').all()) await open.click();
  assert.doesNotMatch(await page.locator('body').evaluate((body) => body.innerText), /[\u001B\u202E]/);
  assert.match(await text('#findings'), /"FR\\u\{202E\}xyz" is no signatory/);
  assert.match(await text('#findings'), /Partner\nU\\u\{1B\}\[31mE/);
});

await test('the page shows characters as other forms of report do', characters, async () => {
  const told = readFileSync(join(folder, 'characters.txt'), 'utf8').trim().split('\n')
    .filter((line) => line.endsWith('[partner.unknown]')).map((line) => /error: (.*) \[partner.unknown\]$/.exec(line)[1]);
  const shown = await page.evaluate(() => report.findings.filter(({ rule }) => rule === 'partner.unknown').map(({ message }) => visible(message[0])));
  assert.equal(told.length, unseen.length);
  assert.deepEqual(shown, told);
  assert.ok(told.includes('"U\\u{200B}E" is no signatory'));
});

await test('a file that was read in part leaves room for its name and says why', partly, async () => {
  assert.equal(await text('.verdict'), 'Failed');
  const [name] = await page.locator('.facts tbody th').all();
  assert.ok((await name.boundingBox()).width >= 224);
  const [, cut, missing] = await page.locator('.facts tbody tr').allInnerTexts();
  assert.match(cut, /Not checked: what follows the place where reading ended/);
  assert.match(missing, /cannot read nowhere\.csv/);
});

await test('a report on nothing but unread files does not say that nothing was found', unread, async () => {
  assert.equal(await text('.verdict'), 'Failed');
  assert.equal(await text('#findings p'), 'No file could be read.');
});

await test('where a server forbids the script, the page says so', real, async () => {
  const shown = await page.locator('body').innerText();
  assert.match(shown, /^This report is shown by the script that it holds/);
  assert.match(shown, /Ce rapport est affiché par le script/);
}, { policy: "default-src 'self'" });

await test('objectives have their text on a narrow screen', real, async () => {
  const objective = page.locator('.matrix .objective i').first();
  const box = await objective.boundingBox();
  assert.ok(box.width > 80 && box.height > 30, JSON.stringify(box));
}, { width: 390 });

await test('the page speaks French at a key', real, async () => {
  await page.getByRole('button', { name: 'Français' }).focus();
  await page.keyboard.press('Space');
  assert.equal(await text('.verdict'), 'Conforme');
  assert.equal(await page.locator('html').getAttribute('lang'), 'fr');
  assert.match(await text('#rows tr >> nth=0'), /l'intitulé porte/);
  assert.equal(await page.locator('.matrix thead abbr >> nth=0').getAttribute('title'), 'Royaume du Maroc');
});

await test('everything is reached by the keyboard', real, async () => {
  const reached = new Set();
  for (let presses = 0; presses < 120; ++presses) {
    await page.keyboard.press('Tab');
    reached.add(await page.evaluate(() => {
      const at = document.activeElement;
      return at.id || at.dataset.language || at.dataset.part || (at.dataset.cell && 'cell') || at.dataset.filter || at.className;
    }));
  }
  for (const wanted of ['en', 'fr', '0/all', '0/1', '0/2', 'cell', 'search', 'rule', 'section', 'partner', 'part', 'open', 'scroll'])
    assert.ok(reached.has(wanted), `${wanted} is not reached: ${[...reached]}`);
});

await test('a hostile submission shows as text and runs nothing', hostile, async () => {
  assert.equal(await page.evaluate(() => window.ran), undefined);
  for (const open of await page.locator('.open').all()) await open.click();
  assert.equal(await page.evaluate(() => window.ran), undefined);
  assert.equal(await page.locator('main script, main img, main svg').count(), 0);
  const shown = await text('#findings');
  assert.ok(shown.includes('</script><script>window.ran = true</script><!--<script>'));
  assert.ok(shown.includes('"><svg onload=window.ran=true>'));
});

await test('a Content-Security-Policy forbids all but the page itself', real, async () => {
  const policy = await page.locator('meta[http-equiv=Content-Security-Policy]').getAttribute('content');
  assert.match(policy, /^default-src 'none'; style-src 'sha256-[\w+/]{43}='; script-src 'sha256-[\w+/]{43}='/);
});

await test('ten thousand findings stay usable', large, async () => {
  assert.equal(await text('#shown'), 'Findings: 10,000 of 10,000');
  assert.equal(await rows(), 50);
  const began = Date.now();
  await page.fill('#search', 'x-9999');
  assert.equal(await rows(), 1);
  await page.click('#clear');
  await page.getByRole('button', { name: 'Next' }).click();
  assert.match(await text('#pages'), /Findings 51 to 100 of/);
  assert.ok(Date.now() - began < 5000, `it took ${Date.now() - began} ms`);
});

for (const scheme of ['light', 'dark'])
  for (const width of [1280, 390]) {
    await test(`axe finds nothing, ${scheme}, ${width} pixels`, partly, async () => {
      await page.locator('.open').first().click();
      // The policy of the page forbids other scripts, so axe comes by the debugger.
      await page.evaluate(axe);
      const result = await page.evaluate(() => axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
      assert.deepEqual(result.violations.map((one) => `${one.id}: ${one.nodes.length} x ${one.nodes[0].html} ${one.nodes[0].failureSummary}`), []);
      assert.ok(result.passes.length > 10);
    }, { scheme, width });
  }

for (const width of [1280, 390])
  for (const [name, url] of Object.entries({ hostile, partly }))
    await test(`nothing hangs over the side, ${name}, ${width} pixels`, url, async () => {
      for (const open of (await page.locator('.open').all()).slice(0, 20)) await open.click();
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), width);
    }, { width });

await test('paper is light and does not speak of choosing', real, async () => {
  const shade = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--shade-1').trim());
  assert.equal(await shade(), '#1e3046');
  assert.match(await text('#coverage'), /choosing it lists them/);
  await page.emulateMedia({ media: 'print' });
  assert.equal(await shade(), '#dbe7f3');
  assert.doesNotMatch(await text('#coverage'), /choosing it lists them/);
}, { scheme: 'dark' });

await test('it prints every finding', real, async () => {
  await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
  assert.equal(await rows(), 68);
  await page.evaluate(() => dispatchEvent(new Event('afterprint')));
  assert.equal(await rows(), 50);
  const file = join(folder, 'report.pdf');
  await page.pdf({ path: file, format: 'A4', preferCSSPageSize: true });
  assert.ok(statSync(file).size > 20000);
  assert.equal(readFileSync(file).subarray(0, 5).toString(), '%PDF-');
});

await browser.close();
rmSync(folder, { recursive: true, force: true });
console.log(failures === 0 ? 'all passed' : `${failures} failed`);
process.exit(failures === 0 ? 0 : 1);
