/* SPDX-License-Identifier: Apache-2.0
 * A program in C that holds annexkit: validates an annex, converts it, and pulls its initiatives one by one.
 *
 *     cc host.c -lannexkit -o host && ./host ANNEX OUTPUT */
#include <annexkit/annexkit.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

/* Prints the first findings; host counts them. */
static void show(void* host, const annexkit_found* found) {
    int* shown = host;
    if ((*shown)++ >= 3) return;
    printf("line %" PRIu64 ", %.*s: %.*s [%.*s]\n", found->line, (int)found->field.size, found->field.data,
           (int)found->message.size, found->message.data, (int)found->rule.size, found->rule.data);
}

static annexkit_error* convert(annexkit_engine* engine, const char* annex, const char* output) {
    annexkit_job* job = NULL;
    annexkit_summary summary = {.struct_size = sizeof summary};
    /* What nobody submits is not read to its end. */
    const annexkit_limits limits = {.struct_size = sizeof limits, .input_bytes = UINT64_C(1) << 30, .records = 100000};
    int shown = 0;
    annexkit_error* error = annexkit_job_new(engine, &job);
    if (!error) error = annexkit_job_set_input_file(job, annex);
    if (!error) error = annexkit_job_set_limits(job, &limits);
    if (!error) error = annexkit_job_set_output_file(job, ANNEXKIT_ACCEPTED, output, ANNEXKIT_REFUSE);
    if (!error) error = annexkit_job_set_found_callback(job, show, &shown);
    if (!error) error = annexkit_job_run(job, &summary);
    if (!error)
        printf("%.*s: %" PRIu64 " initiatives, %" PRIu64 " errors, %" PRIu64 " warnings, %s\n",
               (int)summary.declaration.size, summary.declaration.data, summary.read, summary.errors, summary.warnings,
               summary.kept ? "written" : "not written");
    annexkit_job_free(job);
    return error;
}

/* Where the field of this name stands, or count. */
static size_t find(const annexkit_field* fields, size_t count, const char* name) {
    size_t at = 0;
    while (at < count &&
           (fields[at].name.size != strlen(name) || memcmp(fields[at].name.data, name, strlen(name)) != 0))
        ++at;
    return at;
}

/* Counts the partners of all initiatives. */
static annexkit_error* pull(annexkit_engine* engine, const char* annex) {
    annexkit_job* job = NULL;
    annexkit_records* records = NULL;
    const annexkit_field* fields = NULL;
    size_t count = 0;
    annexkit_initiative initiative = {.struct_size = sizeof initiative};
    uint64_t pulled = 0, partners = 0;
    annexkit_error* error = annexkit_job_new(engine, &job);
    if (!error) error = annexkit_job_set_input_file(job, annex);
    if (!error) error = annexkit_job_records(job, &records);
    if (!error) error = annexkit_records_fields(records, &fields, &count);
    const size_t field = error ? 0 : find(fields, count, "partners");
    while (!error) {
        error = annexkit_records_next(records, &initiative);
        if (error || initiative.ordinal == 0) break;
        ++pulled;
        if (field < count) partners += initiative.values[field].count;
    }
    if (!error) printf("%" PRIu64 " initiatives pulled, with %" PRIu64 " partners\n", pulled, partners);
    annexkit_records_free(records);
    annexkit_job_free(job);
    return error;
}

/* Not every error has a way out. */
static void tell(const annexkit_error* error) {
    const char* hint = annexkit_error_hint(error, ANNEXKIT_ENGLISH);
    fprintf(stderr, "error: %s\n", annexkit_error_message(error, ANNEXKIT_ENGLISH));
    if (*hint) fprintf(stderr, "hint: %s\n", hint);
}

int main(int count, char** arguments) {
    if (count != 3) {
        fputs("usage: host ANNEX OUTPUT\n", stderr);
        return 2;
    }
    annexkit_engine* engine = NULL;
    annexkit_error* error = annexkit_engine_new(&engine);
    if (!error) error = annexkit_engine_add_installed(engine);
    if (!error) error = convert(engine, arguments[1], arguments[2]);
    if (!error) error = pull(engine, arguments[1]);
    const int failed = error != NULL;
    if (failed) tell(error);
    annexkit_error_free(error);
    annexkit_engine_free(engine);
    return failed;
}
