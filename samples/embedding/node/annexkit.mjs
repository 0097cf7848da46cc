// SPDX-License-Identifier: Apache-2.0
// annexkit for Node.js, through the npm package koffi: what of annexkit.h a program needs first.
import { createRequire } from 'node:module';
import path from 'node:path';

// koffi is found from where the program is run, so that this file need not lie beside it.
const koffi = createRequire(path.resolve('package.json'))('koffi');

export const ACCEPTED = 0, REFUSE = 0;
export const KEEP = 3;
const LIST = 5, ABSENT = 0, BOOLEAN = 4;
const ENGLISH = 0;

const Text = koffi.struct('annexkit_text', { data: 'void *', size: 'size_t' });
const Value = koffi.struct('annexkit_value', { kind: 'uint32_t', count: 'uint32_t', text: Text, items: 'void *' });
const Field = koffi.struct('annexkit_field', { name: Text, kind: 'uint32_t' });
const members = (type, ...names) => Object.fromEntries(names.map(name => [name, type]));
const Found = koffi.struct('annexkit_found', {
  struct_size: 'size_t', ...members('int32_t', 'severity', 'item'),
  ...members(Text, 'rule', 'message', 'hint', 'initiative', 'field', 'source', 'address', 'excerpt', 'fingerprint'),
  ...members('uint64_t', 'ordinal', 'line', 'column', 'offset', 'size', 'row', 'cell_column'),
});
const Summary = koffi.struct('annexkit_summary', {
  struct_size: 'size_t', ...members('int32_t', 'is_read', 'kept', 'misused', 'plugin_failed'),
  ...members('uint64_t', 'read', 'written', 'rejected', 'left_out', 'invalid', 'unjudged', 'notes', 'warnings', 'errors',
             'losses'),
  ...members(Text, 'format', 'encoding', 'declaration'),
});
const Initiative = koffi.struct('annexkit_initiative', {
  struct_size: 'size_t', ordinal: 'uint64_t', values: 'void *', value_count: 'size_t', unknown: 'void *',
  unknown_count: 'size_t', is_valid: 'int32_t',
});
const TakeFound = koffi.proto('void annexkit_take_found(void *host, const annexkit_found *found)');

export const text = ({ data, size }) => (size ? Buffer.from(koffi.view(data, Number(size))).toString() : '');

// Numbers stay text, as they are spelled.
function plain({ kind, count, text: own, items }) {
  if (kind === ABSENT) return null;
  if (kind === LIST) return count ? koffi.decode(items, Text, count).map(text) : [];
  return kind === BOOLEAN ? text(own) === 'true' : text(own);
}

// A function that can fail returns the error, or null.
const functions = [
  'uint32_t annexkit_abi()',
  'int32_t annexkit_error_kind(void *error)',
  'str annexkit_error_message(void *error, int32_t language)',
  'str annexkit_error_hint(void *error, int32_t language)',
  'void annexkit_error_free(void *error)',
  'void *annexkit_engine_new(_Out_ void **engine)',
  'void annexkit_engine_free(void *engine)',
  'void *annexkit_engine_add_installed(void *engine)',
  'void *annexkit_job_new(void *engine, _Out_ void **job)',
  'void annexkit_job_free(void *job)',
  'void *annexkit_job_set_input_file(void *job, str file)',
  'void *annexkit_job_set_schema(void *job, str schema)',
  'void *annexkit_job_set_on_invalid(void *job, int32_t on_invalid)',
  'void *annexkit_job_set_threads(void *job, uint32_t threads)',
  'void *annexkit_job_set_output_file(void *job, int32_t output, str file, int32_t on_existing)',
  'void *annexkit_job_set_found_callback(void *job, annexkit_take_found *take, void *host)',
  'void *annexkit_job_run(void *job, _Inout_ annexkit_summary *summary)',
  'void *annexkit_job_records(void *job, _Out_ void **records)',
  'void annexkit_records_free(void *records)',
  'void *annexkit_records_fields(void *records, _Out_ void **fields, _Out_ size_t *count)',
  'void *annexkit_records_next(void *records, _Inout_ annexkit_initiative *initiative)',
  'void *annexkit_job_arrow_stream(void *job, void *stream)',
];

export class Library {
  constructor(file) {
    const library = koffi.load(file);
    for (const each of functions) {
      const name = each.match(/annexkit_(\w+)\(/)[1];
      const call = library.func(each);
      this[name] = each.startsWith('void *') ? (...given) => this.check(call(...given)) : call;
    }
    if (this.abi() !== 1) throw new Error(`${file} speaks another version of annexkit.h`);
  }
  check(error) {
    if (error === null) return;
    const told = new Error(this.error_message(error, ENGLISH));
    told.hint = this.error_hint(error, ENGLISH);
    this.error_free(error);
    throw told;
  }
  engine() {
    const made = [null];
    this.engine_new(made);
    return made[0];
  }
  job(engine, file) {
    const made = [null];
    this.job_new(engine, made);
    this.job_set_input_file(made[0], file);
    return made[0];
  }
  // Runs a job whose findings go to take. Its callbacks come in this thread, since it has no other.
  run(job, take) {
    const callback = koffi.register((_, found) => take(koffi.decode(found, Found)), koffi.pointer(TakeFound));
    const summary = { struct_size: koffi.sizeof(Summary) };
    try {
      this.job_set_threads(job, 1);
      this.job_set_found_callback(job, callback, null);
      this.job_run(job, summary);
      this.job_set_found_callback(job, null, null);
    } finally {
      koffi.unregister(callback);
    }
    return summary;
  }
  // Each initiative as an object of its fields.
  *records(job) {
    const made = [null], fields = [null], count = [0];
    this.job_records(job, made);
    try {
      this.records_fields(made[0], fields, count);
      const names = koffi.decode(fields[0], Field, Number(count[0])).map(field => text(field.name));
      const initiative = { struct_size: koffi.sizeof(Initiative) };
      for (;;) {
        this.records_next(made[0], initiative);
        if (Number(initiative.ordinal) === 0) return;
        const values = koffi.decode(initiative.values, Value, names.length).map(plain);
        yield Object.fromEntries(names.map((name, i) => [name, values[i]]));
      }
    } finally {
      this.records_free(made[0]);
    }
  }
}
