/* SPDX-License-Identifier: Apache-2.0
 * annexkit for C, and for every language that can call C: validates and converts annexes, and hands out their
 * initiatives one by one. plugin.h has the types of texts and values, which plugins know too.
 *
 *     annexkit_engine* engine = NULL;
 *     annexkit_job* job = NULL;
 *     annexkit_summary summary = {.struct_size = sizeof summary};
 *     annexkit_error* error = annexkit_engine_new(&engine);
 *     if (!error) error = annexkit_engine_add_installed(engine);
 *     if (!error) error = annexkit_job_new(engine, &job);
 *     if (!error) error = annexkit_job_set_input_file(job, "annex.csv");
 *     if (!error) error = annexkit_job_set_output_file(job, ANNEXKIT_ACCEPTED, "annex.xml", ANNEXKIT_REFUSE);
 *     if (!error) error = annexkit_job_run(job, &summary);
 *     if (error) fprintf(stderr, "%s\n", annexkit_error_message(error, ANNEXKIT_ENGLISH));
 *     annexkit_error_free(error);
 *     annexkit_job_free(job);
 *     annexkit_engine_free(engine);
 *
 * Rules that hold for every function here:
 *   - Errors: a function that can fail returns NULL when it did what it says, or an error, which the caller frees.
 *     There is no other place where an error is kept: no errno, nothing of a thread. What the function was to give is
 *     then left as it was. A fault of the data is no error: it is a finding.
 *   - NULL, a number that stands for nothing and a struct_size that is too small are errors (ANNEXKIT_ERROR_USAGE) of a
 *     function that can fail; one that cannot does nothing then. A handle that was freed is beyond anybody's check.
 *   - Structs that are filled for the caller start with struct_size, which the caller sets to their size before. Later
 *     versions add members at the end: a library that is older than the header fills the rest with zeros. Structs that
 *     the caller fills do so too; their members are to be 0 where the caller has nothing to say, and an older library
 *     refuses what it does not know and is not 0.
 *   - Strings that are passed are UTF-8 that ends with NUL, and are copied. Names of files are what the system calls
 *     them. Texts that are given are data and size, as plugin.h has them.
 *   - Ownership: what a function gives by a pointer to a handle is the caller's, until it is freed by the function
 *     named ..._free, which takes NULL too. Handles may be freed in any order: a job keeps its engine.
 *   - Threads: two threads may share an engine that is set up, and annexkit_job_cancel. Any other handle is used by one
 *     thread at a time, whichever it is. Several jobs may run at a time.
 *   - Callbacks are called by one thread at a time, in the order of the input: during annexkit_job_run, and where
 *     records are pulled, until these are freed. It need not be the thread that called, but annexkit_job_run uses no
 *     other after annexkit_job_set_threads(job, 1). What they are given is lent for the call. They may call
 *     annexkit_job_cancel, and anything on other jobs. No exception and no long jump leaves them.
 *   - No exception leaves a function, and nothing is printed. The library reads no environment and no locale.
 */
#ifndef ANNEXKIT_H
#define ANNEXKIT_H

#include <annexkit/export.h>
#include <annexkit/plugin.h>

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#if defined(__GNUC__)
#define ANNEXKIT_MUST_USE __attribute__((warn_unused_result))
#else
#define ANNEXKIT_MUST_USE
#endif

/* ---- Version ---- */

/* Of this header. A library of another number means something else by the same names. */
#define ANNEXKIT_ABI 1u

/* That of the library. Any thread. */
ANNEXKIT_API uint32_t annexkit_abi(void);
/* "1.2.3", of the library. Lives as long as it is loaded. Any thread. */
ANNEXKIT_API const char* annexkit_version(void);

/* ---- Errors ---- */

/* Why something was not done. Never changed, so any thread may read it. */
typedef struct annexkit_error annexkit_error;

enum {
    ANNEXKIT_ERROR_NONE = 0,
    ANNEXKIT_ERROR_USAGE = 1,     /* a request that cannot be met: an unknown option, format or schema; a wrong call */
    ANNEXKIT_ERROR_SCHEMA = 2,    /* a schema that cannot be used */
    ANNEXKIT_ERROR_INPUT = 3,     /* an input that cannot be read */
    ANNEXKIT_ERROR_PLUGIN = 4,    /* a plugin that cannot be loaded */
    ANNEXKIT_ERROR_OUTPUT = 5,    /* an output that cannot be written */
    ANNEXKIT_ERROR_CANCELLED = 6, /* annexkit_job_cancel was called */
    ANNEXKIT_ERROR_MEMORY = 7,    /* an allocation failed */
    ANNEXKIT_ERROR_DEFECT = 8     /* anything else: please report it */
};

enum { ANNEXKIT_ENGLISH = 0, ANNEXKIT_FRENCH = 1 };

/* ANNEXKIT_ERROR_*; NONE for NULL. A later version may have more kinds. */
ANNEXKIT_API int32_t annexkit_error_kind(const annexkit_error* error);
/* What is wrong, one line without a full stop, that ends with NUL; empty for NULL. Lives as long as the error. */
ANNEXKIT_API const char* annexkit_error_message(const annexkit_error* error, int32_t language);
/* The way out, likewise; may be empty. */
ANNEXKIT_API const char* annexkit_error_hint(const annexkit_error* error, int32_t language);
ANNEXKIT_API void annexkit_error_free(annexkit_error* error);

/* ---- Engine ---- */

/* Formats, schemas and rules, which jobs share. There may be several in a process, with nothing in common. Once the
 * first job of an engine runs, only const functions are called on it. */
typedef struct annexkit_engine annexkit_engine;

/* An engine that knows no format and no schema. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_engine_new(annexkit_engine** engine);
ANNEXKIT_API void annexkit_engine_free(annexkit_engine* engine);

#define ANNEXKIT_UNLIMITED UINT64_MAX

/* How far plugins are trusted. With zeros alone, as at first, they run in the process of the host, and those that users
 * other than root and its own may change are refused.
 * allow_unsafe: 1: those are loaded too, and with them whatever code others put there.
 * isolate:      1: each plugin that is loaded from a file runs in processes of its own, which the library starts and
 *               ends. One that crashes or hangs is finding plugin.crashed, and annexkit_summary.plugin_failed is 1.
 * memory_bytes: with isolate: what a process may take of address space, some 50 MB of which it needs itself; 0 for 1
 *               GiB.
 * call_seconds: with isolate: the longest that it may take to go on; 0 for 60. */
typedef struct annexkit_trust {
    size_t struct_size;
    int32_t allow_unsafe;
    int32_t isolate;
    uint64_t memory_bytes;
    uint64_t call_seconds;
} annexkit_trust;
/* Counts for plugins that are added after it. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_engine_set_trust(annexkit_engine* engine,
                                                                         const annexkit_trust* trust);

/* Adds the plugins and schemas that were installed with the library, and plugins that are part of it. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_engine_add_installed(annexkit_engine* engine);
/* Loads every plugin ("annexkit_*.so") of a folder. One that cannot be used is left out; an error about a format that
 * is not known names it, and why. Nothing is unloaded before the engine and its jobs are freed. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_engine_add_plugin_folder(annexkit_engine* engine,
                                                                                 const char* folder);
/* Loads one plugin. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_engine_add_plugin_file(annexkit_engine* engine,
                                                                               const char* file);
/* Takes a plugin that is part of the host. The table is lent until the engine and its jobs are freed. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_engine_add_plugin(annexkit_engine* engine,
                                                                          const annexkit_plugin* plugin);
/* Finds the schemas ("<declaration>.schema.json") of a folder; of two for one declaration the first counts. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_engine_add_schema_folder(annexkit_engine* engine,
                                                                                 const char* folder);

#define ANNEXKIT_OFF 0 /* beside ANNEXKIT_NOTE, ANNEXKIT_WARNING and ANNEXKIT_ERROR: the rule is not asked */

/* How grave a rule is, or all rules whose ids begin with the name, such as "text" for "text.*"; of two calls for a rule
 * the later one counts. Plugins are added before. What tells that something could not be read or written cannot be
 * switched off or made milder. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_engine_set_severity(annexkit_engine* engine, const char* rule,
                                                                            int32_t severity);

/* The format of this index, in the order in which they were added; NULL behind the last one. Lives as long as the
 * engine and its jobs. Any thread. */
ANNEXKIT_API const annexkit_format* annexkit_engine_format(const annexkit_engine* engine, size_t index);

/* ---- Findings ---- */

/* One rule broken at one place. Texts may be empty, and numbers are 0 where there is none.
 * severity:    ANNEXKIT_NOTE, ANNEXKIT_WARNING or ANNEXKIT_ERROR.
 * item:        index of the item in a list, from 0, or -1.
 * rule:        id of the rule, which is never renamed.
 * message:     what is wrong, in the language of the job, one line; hint: the way out.
 * initiative:  id of the initiative; ordinal: its number in the input, from 1.
 * field:       name of the field.
 * source:      name of the input.
 * line ...:    in the input as it is, before any decoding: line and column from 1, columns in code points; offset and
 *              size in bytes.
 * row, cell_column: tables only, from 1, as a spreadsheet counts them.
 * address:     the format's own: the cell "D7", a JSON Pointer, an XPath.
 * excerpt:     the beginning of the text at the place, as the input spells it.
 * fingerprint: the same for the same rule, initiative and field, whatever the line; without an initiative, for the same
 *              rule and what it is about. */
typedef struct annexkit_found {
    size_t struct_size;
    int32_t severity;
    int32_t item;
    annexkit_text rule;
    annexkit_text message;
    annexkit_text hint;
    annexkit_text initiative;
    annexkit_text field;
    annexkit_text source;
    annexkit_text address;
    annexkit_text excerpt;
    annexkit_text fingerprint;
    uint64_t ordinal;
    uint64_t line;
    uint64_t column;
    uint64_t offset;
    uint64_t size;
    uint64_t row;
    uint64_t cell_column;
} annexkit_found;

/* A list that findings are collected in. It may serve several jobs, at the same time too. */
typedef struct annexkit_findings annexkit_findings;

ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_findings_new(annexkit_findings** findings);
ANNEXKIT_API void annexkit_findings_free(annexkit_findings* findings);
/* How many there are; 0 for NULL. Any thread, also while jobs add. */
ANNEXKIT_API size_t annexkit_findings_count(const annexkit_findings* findings);
/* Fills in the finding of this index. Its texts live as long as the list, and the jobs that add to it. Any thread. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_findings_get(const annexkit_findings* findings, size_t index,
                                                                     annexkit_found* found);

/* Writes a baseline of what the list holds, for annexkit_job_set_baseline: a file that is there is replaced, but for
 * the reasons and days of the findings that it knew too. Findings about an initiative without an id are left out, and
 * those that tell what could not be read or written. Of an input that was not read to its end it lacks what is behind.
 */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_findings_write_baseline(const annexkit_findings* findings,
                                                                                const char* file);

/* ---- Job ---- */

/* What is to be done with one input. It can be run several times, if its callbacks can. A function that sets something
 * counts from the next run on, and replaces what was set before. */
typedef struct annexkit_job annexkit_job;

ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_new(annexkit_engine* engine, annexkit_job** job);
/* Not while the job runs. Records and streams that it gave live on. */
ANNEXKIT_API void annexkit_job_free(annexkit_job* job);

/* The language of findings: ANNEXKIT_ENGLISH, which it is at first, or ANNEXKIT_FRENCH. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_language(annexkit_job* job, int32_t language);

/* Where the input comes from: one of the three. The file "-" is standard input. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_input_file(annexkit_job* job, const char* file);
/* data is lent until the job has run, or its records are freed; NULL only when size is 0. Findings call it by name, and
 * the name's extension may tell its format; NULL for none. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_input_memory(annexkit_job* job, const char* data,
                                                                             size_t size, const char* name);
/* Reads at most size bytes, and returns how many; 0 at the end, and less where it failed. */
typedef int64_t (*annexkit_read)(void* host, char* into, size_t size);
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_input_callback(annexkit_job* job, annexkit_read read,
                                                                               void* host, const char* name);
/* The format of the input by its id. NULL: by the name's extension, and by the content where the name says nothing. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_input_format(annexkit_job* job, const char* format);
/* An option that the format declares. A value of NULL takes it back. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_input_option(annexkit_job* job, const char* name,
                                                                             const char* value);

/* The declaration by its id, or the path of a schema file: a name with a slash or that ends in ".json". NULL, as at
 * first: what the head of the annex says; without a head the only declaration that the engine knows. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_schema(annexkit_job* job, const char* schema);

/* What happens to an initiative with a finding of severity ANNEXKIT_ERROR. */
enum {
    ANNEXKIT_INVALID_STOP = 0,   /* at first: everything is reported, and no output is kept */
    ANNEXKIT_INVALID_SKIP = 1,   /* it is left out */
    ANNEXKIT_INVALID_DIVERT = 2, /* it goes to the output ANNEXKIT_REJECTED */
    ANNEXKIT_INVALID_KEEP = 3    /* it is written as it is, if all could be read */
};
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_on_invalid(annexkit_job* job, int32_t on_invalid);

/* 1: the input is judged as a whole annex too, by what it lacks. 0, as at first: as a submission. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_whole_annex(annexkit_job* job, int32_t whole_annex);
/* How many threads it may use; 0, as at first, for as many as there are processors. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_threads(annexkit_job* job, uint32_t threads);
/* The longest initiative that is read, in bytes; 64 MiB at first, 512 MiB at most. A longer one is a
 * finding. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_record_limit(annexkit_job* job, size_t bytes);

/* What is read at most. What is beyond is a finding limit.*. A member of 0 stays as it is; ANNEXKIT_UNLIMITED lifts the
 * limit.
 * input_bytes:  the longest input; unlimited at first. Reading ends there.
 * records:      initiatives of an input; unlimited at first. Reading ends there.
 * record_bytes: as annexkit_job_set_record_limit.
 * field_bytes:  the longest field of an initiative, all items of a list together; 1 MiB at first. A longer one is not
 *               judged.
 * fields:       fields of an initiative that the schema does not know; 10000 at first. An initiative with more is not
 *               judged, and a table with more columns not read. */
typedef struct annexkit_limits {
    size_t struct_size;
    uint64_t input_bytes;
    uint64_t records;
    uint64_t record_bytes;
    uint64_t field_bytes;
    uint64_t fields;
} annexkit_limits;
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_limits(annexkit_job* job,
                                                                       const annexkit_limits* limits);

/* Findings that are known already, of a file as annexkit_findings_write_baseline and "annexkit validate
 * --write-baseline" write it: they are neither told nor counted other than in annexkit_summary.known. It is read now.
 * today is YYYY-MM-DD; waivers whose last day is before it count no more. An entry of a rule that the engine does not
 * know is refused. A file of NULL, as at first, for none. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_baseline(annexkit_job* job, const char* file,
                                                                         const char* today);

/* ---- Output of a job ---- */

/* Which output. Without any, a job validates. */
enum {
    ANNEXKIT_ACCEPTED = 0, /* the annex */
    ANNEXKIT_REJECTED = 1  /* with ANNEXKIT_INVALID_DIVERT: the same annex, with the initiatives that the other lacks */
};

enum { ANNEXKIT_REFUSE = 0, ANNEXKIT_REPLACE = 1 };

/* Where the output goes: one of the three. A file appears whole or not at all; on_existing says what one that is there
 * means. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_output_file(annexkit_job* job, int32_t output,
                                                                            const char* file, int32_t on_existing);
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_output_memory(annexkit_job* job, int32_t output);
/* Returns 0, or anything else where it failed. What it took is to be dropped unless annexkit_summary.kept is 1. */
typedef int32_t (*annexkit_write)(void* host, const char* bytes, size_t size);
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_output_callback(annexkit_job* job, int32_t output,
                                                                                annexkit_write write, void* host);
/* The format of the output by its id. NULL: by the extension of the output file. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_output_format(annexkit_job* job, int32_t output,
                                                                              const char* format);
/* An option that the format declares. A value of NULL takes it back. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_output_option(annexkit_job* job, int32_t output,
                                                                              const char* name, const char* value);
/* What the last run wrote to memory; empty where it was not kept. Lives until the next run, or the job is freed. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_output(const annexkit_job* job, int32_t output,
                                                                   annexkit_text* bytes);

/* ---- What a job tells ---- */

/* Takes each finding. The callback may be NULL for none. */
typedef void (*annexkit_take_found)(void* host, const annexkit_found* found);
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_found_callback(annexkit_job* job,
                                                                               annexkit_take_found take, void* host);
/* Collects them, beside any callback. NULL for no list. The list may be freed before the job. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_findings(annexkit_job* job,
                                                                         annexkit_findings* findings);

/* Which faults are mended: none; those where there is one way to do so that changes no meaning; all that can be. */
enum { ANNEXKIT_FIX_NONE = 0, ANNEXKIT_FIX_SAFE = 1, ANNEXKIT_FIX_UNSAFE = 2 };

/* What stands in the input instead of a value, so that faults are mended: bytes, spelled as the format and the encoding
 * of the input want it, replace size bytes from offset on. rules are those that are broken no more. */
typedef struct annexkit_edit {
    size_t struct_size;
    uint64_t offset;
    uint64_t size;
    annexkit_text bytes;
    const annexkit_text* rules;
    size_t rule_count;
    int32_t is_safe;
} annexkit_edit;

/* Takes each edit, in the order of the input; no two overlap. The input is left as it is, and faults that could be
 * mended are told all the same. With ANNEXKIT_FIX_NONE the callback may be NULL. */
typedef void (*annexkit_take_edit)(void* host, const annexkit_edit* edit);
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_set_edit_callback(annexkit_job* job, int32_t fixes,
                                                                              annexkit_take_edit take, void* host);

/* How far a job has come: bytes of the input and what was counted up to there. */
typedef struct annexkit_progress {
    size_t struct_size;
    uint64_t bytes;
    uint64_t read;
    uint64_t written;
    uint64_t invalid;
    uint64_t notes;
    uint64_t warnings;
    uint64_t errors;
} annexkit_progress;

/* Takes the progress with each piece of some megabyte. The callback may be NULL for none. */
typedef void (*annexkit_take_progress)(void* host, const annexkit_progress* progress);
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error*
annexkit_job_set_progress_callback(annexkit_job* job, annexkit_take_progress take, void* host);

/* What a job did.
 * is_read:       1 when the input was read to its end. Else a finding says where it ended, and why.
 * kept:          1 when every output is whole and kept; 0 where there is none, or a finding says why it is not.
 * misused:       1 when an option of a format cannot be used, as a finding says.
 * plugin_failed: 1 when a plugin broke the contract, as a finding says.
 * read ... losses: initiatives and findings; left_out: read and in no output; invalid: with a finding of severity
 *                ANNEXKIT_ERROR; unjudged: that could not be read whole; losses: findings of rules loss.*.
 * format, encoding, declaration: those of the input; empty where it ended before. They live until the job is run again
 *                or freed, or its records are freed.
 * known:         findings that the baseline knows, which are counted nowhere else. */
typedef struct annexkit_summary {
    size_t struct_size;
    int32_t is_read;
    int32_t kept;
    int32_t misused;
    int32_t plugin_failed;
    uint64_t read;
    uint64_t written;
    uint64_t rejected;
    uint64_t left_out;
    uint64_t invalid;
    uint64_t unjudged;
    uint64_t notes;
    uint64_t warnings;
    uint64_t errors;
    uint64_t losses;
    annexkit_text format;
    annexkit_text encoding;
    annexkit_text declaration;
    uint64_t known;
} annexkit_summary;

/* Runs the job to its end. summary may be NULL. An input with findings, of any severity, is no error: summary tells. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_run(annexkit_job* job, annexkit_summary* summary);

/* Ends what the job is doing, now or later, with ANNEXKIT_ERROR_CANCELLED: a run, and records and streams that it gave.
 * It is asked with every initiative; a callback is waited for. There is no way back. Any thread, and callbacks. */
ANNEXKIT_API void annexkit_job_cancel(annexkit_job* job);

/* ---- Initiatives, one by one ---- */

/* A job that is run by pulling its initiatives. */
typedef struct annexkit_records annexkit_records;

/* One initiative. values has one for each field of annexkit_records_fields, in its order, of the field's kind where it
 * could be read so; unknown has the fields that the schema does not know. is_valid is 1 when no finding of severity
 * ANNEXKIT_ERROR is about it: those that are not are given too. ordinal counts from 1; 0 stands for the end. */
typedef struct annexkit_initiative {
    size_t struct_size;
    uint64_t ordinal;
    const annexkit_value* values;
    size_t value_count;
    const annexkit_named_value* unknown;
    size_t unknown_count;
    int32_t is_valid;
} annexkit_initiative;

/* Starts the job, in a thread of its own, which is never more than some megabytes ahead. Outputs, findings and progress
 * are those of a run; the outputs are kept when the end is reached. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_records(annexkit_job* job, annexkit_records** records);
/* Cancels what is not done, and waits for a callback to return. */
ANNEXKIT_API void annexkit_records_free(annexkit_records* records);
/* The fields of the schema, in its order, once it is known; none for an input that ended before. They live as long as
 * the records. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_records_fields(annexkit_records* records,
                                                                       const annexkit_field** fields, size_t* count);
/* The next initiative, lent until the next call; at the end one with ordinal 0, where the summary tells whether the
 * input was read to its own. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_records_next(annexkit_records* records,
                                                                     annexkit_initiative* initiative);
/* What the job did. An error (ANNEXKIT_ERROR_USAGE) before annexkit_records_next has told the end. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_records_summary(const annexkit_records* records,
                                                                        annexkit_summary* summary);

#ifdef __cplusplus
}
#endif

#endif
