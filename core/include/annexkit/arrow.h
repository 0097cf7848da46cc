/* SPDX-License-Identifier: Apache-2.0
 * An annex as an Arrow stream, for DuckDB, Polars, pandas and whatever else reads the Arrow C stream interface.
 *
 * The structs are those of the Arrow C data and C stream interfaces, which say how they are used and released:
 * Apache Arrow, "The Arrow C Data Interface" and "The Arrow C Stream Interface" */
#ifndef ANNEXKIT_ARROW_H
#define ANNEXKIT_ARROW_H

#include <annexkit/annexkit.h>

#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* A program may have them from elsewhere; the names of the guards are those of the specification. */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

struct ArrowSchema {
    const char* format;
    const char* name;
    const char* metadata;
    int64_t flags;
    int64_t n_children;
    struct ArrowSchema** children;
    struct ArrowSchema* dictionary;
    void (*release)(struct ArrowSchema*);
    void* private_data;
};

struct ArrowArray {
    int64_t length;
    int64_t null_count;
    int64_t offset;
    int64_t n_buffers;
    int64_t n_children;
    const void** buffers;
    struct ArrowArray** children;
    struct ArrowArray* dictionary;
    void (*release)(struct ArrowArray*);
    void* private_data;
};

#endif

#ifndef ARROW_C_STREAM_INTERFACE
#define ARROW_C_STREAM_INTERFACE

struct ArrowArrayStream {
    int (*get_schema)(struct ArrowArrayStream*, struct ArrowSchema* out);
    int (*get_next)(struct ArrowArrayStream*, struct ArrowArray* out);
    const char* (*get_last_error)(struct ArrowArrayStream*);
    void (*release)(struct ArrowArrayStream*);
    void* private_data;
};

#endif

/* Starts the job, as annexkit_job_records does, and gives its initiatives as a stream of batches of some thousand rows.
 *
 * Columns: the fields of the schema, in its order. Texts are utf8, integers int64, other numbers float64, booleans bool
 *          and lists list<utf8>; a field that is absent is null, an empty text is not. Then other_fields, utf8: a JSON
 *          object with the fields that the schema does not know, and with each value that its column cannot hold as it
 *          is (a text where a number belongs, a number of more than 15 digits); null where there is none. So nothing
 *          is lost in silence.
 * Rows:    initiatives with findings of severity ANNEXKIT_ERROR are left out under ANNEXKIT_INVALID_SKIP and _DIVERT,
 *          and are there under _KEEP. Under _STOP, as at first, they are there too, but the stream ends with an error.
 * Errors:  get_schema and get_next return an errno value (ENOMEM, ECANCELED, EINVAL for a request that cannot be met,
 *          else EIO), and get_last_error says why. An input that cannot be read to its end, and an annex with errors
 *          under _STOP, are such an error in place of the end, which no reader takes for success.
 * Threads: the stream is used by one thread at a time, whichever it is. Findings and progress come in another one.
 * Lifetime: the stream lives on without the job and the engine; releasing it cancels what is not done. What it gave
 *          lives on without it. */
ANNEXKIT_API ANNEXKIT_MUST_USE annexkit_error* annexkit_job_arrow_stream(annexkit_job* job,
                                                                         struct ArrowArrayStream* stream);

#ifdef __cplusplus
}
#endif

#endif
