// SPDX-License-Identifier: Apache-2.0
// Validates NDJSON with ajv: the schema compiled once, stopping at the first fault of a record, the file read in blocks.
// usage: node ajv.cjs SCHEMA IN
const fs = require('fs');
const Ajv = require('ajv');

const [schemaFile, input] = process.argv.slice(2);
const schema = JSON.parse(fs.readFileSync(schemaFile));
delete schema.$schema; // draft-04; the schema keeps to keywords that mean the same in the drafts that ajv knows
const validate = new Ajv({ strict: false }).compile(schema);

const lineBreak = 10;
const block = 1 << 22;
const buffer = Buffer.allocUnsafe(2 * block);
const file = fs.openSync(input);
let kept = 0;
let records = 0;
let invalid = 0;
for (let got; (got = fs.readSync(file, buffer, kept, block, null)) > 0; ) {
  const end = kept + got;
  let at = 0;
  for (let next; (next = buffer.indexOf(lineBreak, at)) >= 0 && next < end; at = next + 1) {
    if (!validate(JSON.parse(buffer.utf8Slice(at, next)))) ++invalid;
    ++records;
  }
  buffer.copy(buffer, 0, at, end);
  kept = end - at;
}
console.log(`${records} records, ${invalid} invalid`);
process.exit(invalid > 0 ? 1 : 0);
