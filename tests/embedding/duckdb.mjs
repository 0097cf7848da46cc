#!/usr/bin/env node
// SPDX-License-Identifier: Apache-2.0
// Reads annexes into DuckDB through the Arrow C stream, and asks it for them in SQL.
// usage: duckdb.mjs LIBRARY SOURCE_DIR PEERS
import { createRequire } from 'node:module';
import path from 'node:path';
import process from 'node:process';

const [libraryFile, source, peers] = process.argv.slice(2);
process.chdir(path.dirname(peers));
const koffi = createRequire(path.join(peers, 'x'))('koffi');
const { KEEP, Library } = await import(path.join(source, 'samples/embedding/node/annexkit.mjs'));

let failed = 0;
function expect(what, actual, wanted) {
  if (JSON.stringify(actual) === JSON.stringify(wanted)) return;
  failed = 1;
  console.log(`not ok: ${what}\n  ${JSON.stringify(actual)}\n  instead of\n  ${JSON.stringify(wanted)}`);
}

// ---- DuckDB's C API ----

const duckdb = koffi.load(path.join(peers, '@duckdb/node-bindings-linux-x64/libduckdb.so'));
koffi.struct('duckdb_result', {
  column_count: 'uint64_t', row_count: 'uint64_t', rows_changed: 'uint64_t', columns: 'void *', error_message: 'void *',
  internal: 'void *',
});
const open = duckdb.func('int duckdb_open(str path, _Out_ void **database)');
const connect = duckdb.func('int duckdb_connect(void *database, _Out_ void **connection)');
const scan = duckdb.func('int duckdb_arrow_scan(void *connection, str name, void *stream)');
const query = duckdb.func('int duckdb_query(void *connection, str sql, _Inout_ duckdb_result *result)');
const queryError = duckdb.func('str duckdb_result_error(_Inout_ duckdb_result *result)');
const columnCount = duckdb.func('uint64_t duckdb_column_count(_Inout_ duckdb_result *result)');
const rowCount = duckdb.func('uint64_t duckdb_row_count(_Inout_ duckdb_result *result)');
const cell = duckdb.func('str duckdb_value_varchar(_Inout_ duckdb_result *result, uint64_t column, uint64_t row)');
const destroy = duckdb.func('void duckdb_destroy_result(_Inout_ duckdb_result *result)');

const database = [null], connection = [null];
if (open(null, database) !== 0 || connect(database[0], connection) !== 0) throw new Error('no DuckDB');

// The rows of an answer, or its error.
function rows(sql) {
  const result = {};
  const status = query(connection[0], sql, result);
  const told = status === 0
    ? Array.from({ length: Number(rowCount(result)) }, (_, row) =>
        Array.from({ length: Number(columnCount(result)) }, (_, column) => cell(result, column, row)))
    : queryError(result);
  destroy(result);
  return told;
}

// ---- annexes ----

const annexkit = new Library(libraryFile);
const engine = annexkit.engine();
annexkit.engine_add_installed(engine);

// Makes a table of an annex by way of its stream; gives what became of it.
function load(table, file, settle = () => {}) {
  const job = annexkit.job(engine, path.join(source, file));
  settle(job);
  const stream = koffi.alloc('void *', 5);
  annexkit.job_arrow_stream(job, stream);
  annexkit.job_free(job);
  if (scan(connection[0], `${table}_stream`, stream) !== 0) return 'no scan';
  return rows(`CREATE TABLE ${table} AS SELECT * FROM ${table}_stream`);
}

expect('the real annex becomes a table', load('annex', 'samples/eu-morocco-2013/annex.csv'), [['105']]);
expect('its columns have types', rows("SELECT column_name, column_type FROM (DESCRIBE annex)"), [
  ['id', 'VARCHAR'], ['part', 'BIGINT'], ['section', 'VARCHAR'], ['section_heading', 'VARCHAR'], ['objective', 'BIGINT'],
  ['objective_text', 'VARCHAR'], ['partners', 'VARCHAR[]'], ['initiative', 'VARCHAR'], ['bodies', 'VARCHAR[]'],
  ['other_fields', 'VARCHAR']]);
expect('DuckDB reads the same as annexkit writes', rows(
  `SELECT count(*) FROM annex JOIN (SELECT unnest(initiatives, recursive := true) FROM
     read_json('${path.join(source, 'samples/eu-morocco-2013/annex.json')}')) AS json
   ON annex.id = json.id AND annex.part = json.part AND annex.objective = json.objective
     AND annex.initiative = json.initiative AND annex.objective_text = json.objective_text
     AND annex.partners = json.partners`), [['105']]);
expect('partners are counted', rows("SELECT sum(len(partners)) FROM annex"), [['107']]);

const coast = job => {
  annexkit.job_set_schema(job, path.join(source, 'samples/declarations/coast-2020/coast-2020.schema.json'));
  annexkit.job_set_on_invalid(job, KEEP);
};
expect('another declaration becomes a table', load('coast', 'samples/declarations/coast-2020/annex.json', coast), [['6']]);
expect('numbers and truths have types', rows(
  "SELECT typeof(budget_eur), typeof(shared_cost), typeof(public) FROM coast LIMIT 1"), [['BIGINT', 'DOUBLE', 'BOOLEAN']]);
expect('numbers and truths are right', rows("SELECT budget_eur, shared_cost, public FROM coast WHERE id = 'coast-01'"),
       [['1200000', '0.5', 'true']]);

const stopped = load('bad', 'samples/invalid/partner.unknown.json');
expect('an annex with errors becomes no table', String(stopped).includes('"EU" is no signatory'), true);
expect('and leaves none behind', String(rows('SELECT * FROM bad')).includes('does not exist'), true);

annexkit.engine_free(engine);
process.exitCode = failed;
