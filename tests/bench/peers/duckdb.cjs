// SPDX-License-Identifier: Apache-2.0
// CSV to NDJSON or NDJSON to CSV with DuckDB: two threads, the columns told, lists left as the text that they are in.
// usage: node duckdb.cjs IN OUT
const { DuckDBInstance } = require('@duckdb/node-api');

const names = ['id', 'part', 'section', 'section_heading', 'objective', 'objective_text', 'partners', 'initiative', 'bodies'];
const columns = (list) => `{${list.map((name) => `${name}: 'VARCHAR'`).join(', ')}}`;

const [input, output] = process.argv.slice(2);
const read = input.endsWith('.csv')
  ? `read_csv('${input}', header = true, auto_detect = false, delim = ',', quote = '"', escape = '"',
       allow_quoted_nulls = false, columns = ${columns([...names, 'other_fields'])})`
  : `read_json('${input}', format = 'newline_delimited', columns = ${columns(names)})`;
const format = output.endsWith('.csv') ? 'csv' : 'json';

(async () => {
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  await connection.run(`COPY (SELECT ${names} FROM ${read}) TO '${output}' (FORMAT ${format})`);
})();
