// SPDX-License-Identifier: Apache-2.0
// A program for Node.js that holds annexkit: validates an annex, converts it, and pulls its initiatives one by one.
//
//     npm install koffi
//     node host.mjs LIBRARY ANNEX OUTPUT
import { ACCEPTED, Library, REFUSE, text } from './annexkit.mjs';

const [library, annex, output] = process.argv.slice(2);

function convert(annexkit, engine) {
  let shown = 0;
  const show = found => {
    if (shown++ >= 3) return;
    console.log(`line ${found.line}, ${text(found.field)}: ${text(found.message)} [${text(found.rule)}]`);
  };
  const job = annexkit.job(engine, annex);
  try {
    annexkit.job_set_output_file(job, ACCEPTED, output, REFUSE);
    const done = annexkit.run(job, show);
    console.log(`${text(done.declaration)}: ${done.read} initiatives, ${done.errors} errors, ${done.warnings} warnings, ` +
                (done.kept ? 'written' : 'not written'));
  } finally {
    annexkit.job_free(job);
  }
}

function pull(annexkit, engine) {
  const job = annexkit.job(engine, annex);
  try {
    const initiatives = [...annexkit.records(job)];
    const partners = initiatives.reduce((sum, initiative) => sum + (initiative.partners ?? []).length, 0);
    console.log(`${initiatives.length} initiatives pulled, with ${partners} partners`);
  } finally {
    annexkit.job_free(job);
  }
}

try {
  const annexkit = new Library(library);
  const engine = annexkit.engine();
  try {
    annexkit.engine_add_installed(engine);
    convert(annexkit, engine);
    pull(annexkit, engine);
  } finally {
    annexkit.engine_free(engine);
  }
} catch (error) {
  console.error(`error: ${error.message}`);
  if (error.hint) console.error(`hint: ${error.hint}`);
  process.exitCode = 1;
}
