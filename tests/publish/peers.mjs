#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Holds published schemas against validators of others: what annexkit finds no error in passes, what has an error that the
// form can express does not. JSON Schema with ajv, XML Schema with xmllint, Table Schema with frictionless' tableschema.
// usage: peers.mjs PROGRAM SOURCE_DIR NODE_MODULES
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';

const [, , program, source, modules] = process.argv;
const require = createRequire(join(modules, 'here.js'));
const Ajv2020 = require('ajv/dist/2020').default;
const Ajv04 = require('ajv-draft-04').default;
const { Schema, Table } = require('tableschema');
const folder = mkdtempSync(join(tmpdir(), 'annexkit-publish-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

// ---- The schemas of a declaration as verdicts on files ----

async function publish(schema) {
  const out = join(folder, basename(schema, '.schema.json'));
  execFileSync(program, ['schema', 'export', '--schema', schema, '--out-dir', out]);
  const judges = {};
  for (const [form, Ajv, definitions] of [['json-schema', Ajv2020, '$defs'], ['json-schema-draft-04', Ajv04, 'definitions']]) {
    // Strict: a keyword that ajv does not know is an error.
    const ajv = new Ajv({ strict: true, strictTypes: false, strictRequired: false });
    ajv.addSchema(json(join(out, `annex.${form}.json`)), 'annex');
    judges[form] = (file) => ajv.validate('annex', json(file));
    judges[`${form}, each initiative`] = (file) =>
      json(file).initiatives.every((each) => ajv.validate(`annex#/${definitions}/initiative`, each));
  }
  for (const [form, file] of [['xsd', 'annex.xsd'], ['xsd-namespace', 'annex-namespace.xsd']])
    judges[form] = (annex) => {
      const run = spawnSync('xmllint', ['--noout', '--schema', join(out, file), annex], { encoding: 'utf8' });
      assert.ok([0, 3].includes(run.status), run.stderr);
      return run.status === 0;
    };
  const table = await Schema.load(json(join(out, 'annex.table-schema.json')), { strict: true });
  judges['table-schema'] = async (file) => {
    const rows = await Table.load(file, { schema: table });
    return rows.read({ forceCast: true }).then((read) => !read.some((row) => row instanceof Error), () => false);
  };
  return judges;
}

// The annex as each form reads it.
const written = (annex, schema, name) => {
  const files = {};
  for (const [form, ending, options] of [
    ['json', 'json', []], ['xsd', 'xml', []], ['xsd-namespace', 'xml', ['--to-option', 'namespace=true']], ['table-schema', 'csv', []],
  ]) {
    files[form] = join(folder, `${name}.${form}.${ending}`);
    const run = spawnSync(program, ['convert', annex, files[form], '--schema', schema, '--on-invalid', 'keep', '--force', ...options]);
    assert.ok([0, 1].includes(run.status), `${annex}: ${run.stderr}`);
  }
  return files;
};
const verdicts = async (judges, files) => {
  const result = {};
  for (const form of Object.keys(judges)) result[form] = await judges[form](files[form] ?? files.json);
  return result;
};
const all = (verdict, except = {}) => ({
  'json-schema': verdict, 'json-schema, each initiative': verdict,
  'json-schema-draft-04': verdict, 'json-schema-draft-04, each initiative': verdict,
  xsd: verdict, 'xsd-namespace': verdict, 'table-schema': verdict, ...except,
});

// ---- Valid annexes ----

const declarations = {
  morocco: join(source, 'schemas/eu-morocco-2013.schema.json'),
  coast: join(source, 'samples/declarations/coast-2020/coast-2020.schema.json'),
};
const morocco = await publish(declarations.morocco);
const coast = await publish(declarations.coast);

const real = join(source, 'samples/eu-morocco-2013/annex');
const kept = { json: `${real}.json`, xsd: `${real}.xml`, 'table-schema': `${real}.csv` };
const files = { ...written(`${real}.json`, declarations.morocco, 'annex'), ...kept };
assert.deepEqual(await verdicts(morocco, files), all(true), 'the real annex');
assert.deepEqual(
  await verdicts(coast, written(join(source, 'samples/declarations/coast-2020/annex.json'), declarations.coast, 'coast')),
  all(true), 'the annex of the Coast declaration');
const list = join(folder, 'list.json');
writeFileSync(list, JSON.stringify(json(`${real}.json`).initiatives));
assert.equal(morocco['json-schema'](list), true, 'an array of initiatives');
assert.equal(morocco['json-schema-draft-04'](list), true, 'an array of initiatives');
const nulls = join(folder, 'nulls.json');
writeFileSync(nulls, JSON.stringify({ annex: null, initiatives: json(`${real}.json`).initiatives.map((each) => ({ ...each, bodies: null, section_heading: null })) }));
assert.equal(morocco['json-schema'](nulls), true, 'null is an absent field');

// ---- Invalid ones: what a form says it does not express passes there, and nothing else does ----

const initiatives = ', each initiative';
const outsideSchema = { [`json-schema${initiatives}`]: true, [`json-schema-draft-04${initiatives}`]: true };
const exceptions = {
  'annex.other-declaration': outsideSchema,
  'field.blank': {},
  'field.items': {},
  'field.kind': { xsd: false, 'xsd-namespace': false, 'table-schema': true },
  'field.length': {},
  'field.malformed': {},
  'field.missing': {},
  'field.not-allowed': { 'table-schema': false },
  'field.not-in-list': {},
  'field.out-of-range': {},
  'field.repeated-item': { 'table-schema': true },
  'id.duplicate': { 'json-schema': true, 'json-schema-draft-04': true, ...outsideSchema },
  'id.malformed': {},
  'objective.outside-section': { xsd: true, 'xsd-namespace': true, 'table-schema': true },
  'objective.unknown': {},
  'part.unknown': {},
  'partner.combined': {},
  'partner.unknown': {},
  'section.unknown': {},
};
for (const [rule, except] of Object.entries(exceptions)) {
  const sample = join(source, 'samples/invalid', `${rule}.json`);
  const words = join(source, 'samples/invalid', `${rule}.args`);
  const isCoast = existsSync(words) && readFileSync(words, 'utf8').includes('coast-2020');
  const [schema, judges] = isCoast ? [declarations.coast, coast] : [declarations.morocco, morocco];
  assert.deepEqual(await verdicts(judges, written(sample, schema, rule)), all(false, except), rule);
}

// ---- A declaration with names and patterns that a form has to spell otherwise ----

const odd = {
  type: 'object',
  properties: {
    id: { type: 'string', pattern: '^[a-c\\-\\]]+\\.\\d{2,}$|^$' }, // which no form can express
    field: { type: 'string' },
    'prix total': { type: 'integer' },
    pays: { type: 'string', pattern: 'x\\$\\w|é+' },
    countries: { type: 'array', items: { type: 'string', enum: ['a|b', 'c\\d', 'e.f'] }, minItems: 1 },
    bodies: { type: 'array', items: { type: 'string', pattern: '^(?:[^\\d\\s]{2})+$' } },
  },
  required: ['id', 'countries'],
  'x-declaration': {
    ...json(declarations.coast)['x-declaration'], id: 'odd', fields: { id: { role: 'id', titles: { fr: ['N°'] } } },
  },
};
const oddSchema = join(folder, 'odd.schema.json');
writeFileSync(oddSchema, JSON.stringify(odd));
const oddForms = await publish(oddSchema);
const oddAnnex = (change) => {
  const initiative = { id: 'a-].12', field: 'x', 'prix total': 3, pays: 'ax$b', countries: ['a|b', 'c\\d', 'e.f'], bodies: ['ab', 'cdéf'], extra: [1] };
  const file = join(folder, 'odd.json');
  writeFileSync(file, JSON.stringify({ annex: { declaration: 'odd', as_of: '2020-01-01', language: 'en' }, initiatives: [{ ...initiative, ...change }] }));
  return written(file, oddSchema, 'odd');
};
assert.deepEqual(await verdicts(oddForms, oddAnnex({})), all(true), 'odd names');
assert.deepEqual(await verdicts(oddForms, oddAnnex({ pays: 'ax$' })), all(false), 'a pattern');
assert.deepEqual(await verdicts(oddForms, oddAnnex({ countries: null })), all(false, { xsd: true, 'xsd-namespace': true }), 'a field that is missing');
assert.deepEqual(await verdicts(oddForms, oddAnnex({ countries: ['e-f'] })), all(false), 'a code with marks of patterns');
assert.deepEqual(await verdicts(oddForms, oddAnnex({ bodies: ['ab', '12'] })), all(false, { 'table-schema': true }), 'a negated class');
for (const file of readdirSync(join(folder, 'odd')).filter((name) => !name.endsWith('.xsd')))
  assert.match(json(join(folder, 'odd', file)).description ?? json(join(folder, 'odd', file))['dc:description'],
    /Not expressed here, and checked by annexkit: .*the pattern of id/, file);
