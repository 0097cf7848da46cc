/* SPDX-License-Identifier: Apache-2.0
 * The contract between annexkit and a plugin: C tables, plain data, nothing freed across the border.
 *
 * A plugin is a shared library with one exported function, annexkit_plugin_v1, that returns a static table of formats.
 * A format is an importer, an exporter or both. plugin_sdk.hpp writes the tables for C++.
 *
 * Rules that hold for every function here:
 *   - Text is UTF-8, given as data and size, and is not terminated by NUL. Text that the host passes is valid UTF-8.
 *   - What is passed to a call is lent for that call. What a table points to lives as long as the library is loaded.
 *   - A failure is a status other than ANNEXKIT_OK and at least one finding, so that the user learns the reason.
 *   - No exception, signal or long jump crosses the border. A plugin writes nothing to the standard streams, from its
 *     loading on.
 *   - Every table starts with struct_size, the size that its writer compiled: a later version adds members at the end,
 *     and a reader looks at a member only where struct_size says that it is there.
 */
#ifndef ANNEXKIT_PLUGIN_H
#define ANNEXKIT_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

#define ANNEXKIT_PLUGIN_ABI 1u
#define ANNEXKIT_PLUGIN_SYMBOL "annexkit_plugin_v1"

#if defined(_WIN32)
#define ANNEXKIT_PLUGIN_EXPORT __declspec(dllexport)
#else
#define ANNEXKIT_PLUGIN_EXPORT __attribute__((visibility("default")))
#endif

/* ---- Plain data ---- */

/* Outcome of a call. */
typedef int32_t annexkit_status;
enum {
    ANNEXKIT_OK = 0,       /* done */
    ANNEXKIT_STOP = 1,     /* the host asked to stop: return it at once, without a finding */
    ANNEXKIT_FAILED = 2,   /* it cannot go on; a finding was reported */
    ANNEXKIT_NO_MEMORY = 3 /* an allocation failed; no finding is needed */
};

/* UTF-8 text. data may be NULL when size is 0. */
typedef struct annexkit_text {
    const char* data;
    size_t size;
} annexkit_text;

/* A stretch of bytes, counted from the start of the window or chunk that the call was given. */
typedef struct annexkit_span {
    uint64_t offset;
    uint64_t size;
} annexkit_span;

/* What a value is. Numbers stay text until the host parses them, so that no format rounds them. */
enum {
    ANNEXKIT_ABSENT = 0,  /* the field is not there (JSON null, an unquoted empty CSV cell, no XML element) */
    ANNEXKIT_UNTYPED = 1, /* text of a format without kinds (CSV, XML): the host decides by the schema */
    ANNEXKIT_TEXT = 2,    /* text */
    ANNEXKIT_NUMBER = 3,  /* a JSON number, as it was spelled (RFC 8259, section 6) */
    ANNEXKIT_BOOLEAN = 4, /* "true" or "false" */
    ANNEXKIT_LIST = 5,    /* a list of texts, in items and count */
    ANNEXKIT_JSON = 6     /* any other value, as JSON text (RFC 8259) that was checked by the importer */
};

/* One value. text is used by every kind but ABSENT and LIST, items and count by LIST alone. */
typedef struct annexkit_value {
    uint32_t kind;
    uint32_t count;
    annexkit_text text;
    const annexkit_text* items;
} annexkit_value;

/* A value that has a name of its own: a field that the schema does not know, or a member of the annex head. */
typedef struct annexkit_named_value {
    annexkit_text name;
    annexkit_value value;
} annexkit_named_value;

/* Where a value stands. items has one span for each item of a list, or is NULL. */
typedef struct annexkit_place {
    annexkit_span value;
    const annexkit_span* items;
} annexkit_place;

/* One initiative.
 * values:  one for each field of the open request, in its order.
 * unknown: fields that the schema does not know, in the order of the input; a field given twice stands here from its
 *          second time on, under its own name.
 * span:    the whole record in the chunk.
 * row:     tables only: index of its row in the chunk, counting every row, blank ones too.
 * places, unknown_places: as many as values and unknown, or NULL. An importer fills them when the chunk asks for
 *          places. */
typedef struct annexkit_record {
    size_t struct_size;
    const annexkit_value* values;
    size_t value_count;
    const annexkit_named_value* unknown;
    size_t unknown_count;
    annexkit_span span;
    uint64_t row;
    const annexkit_place* places;
    const annexkit_place* unknown_places;
} annexkit_record;

/* A field of the schema. kind is TEXT, NUMBER, BOOLEAN or LIST. */
typedef struct annexkit_field {
    annexkit_text name;
    uint32_t kind;
} annexkit_field;

/* One typed argument of a finding; its name is the {name} in the rule's sentences. Arguments named annex, character,
 * declaration, delimiter, first_delimiter, second_delimiter, expected, heading, id, name, nearest, section or value are
 * shown in quotation marks. */
typedef struct annexkit_argument {
    annexkit_text name;
    annexkit_text value;
} annexkit_argument;

#define ANNEXKIT_NONE UINT64_MAX

/* One rule broken at one place.
 * rule:   id of a rule that the format declares.
 * span:   where, in the window (scan) or chunk (parse). An exporter leaves it empty: the host knows that place.
 * record: index in the chunk of the record it concerns, or ANNEXKIT_NONE.
 * row:    tables only: index in the window or chunk of the row it concerns, or ANNEXKIT_NONE.
 * column, field: indices of what it concerns, the column in tables only, or -1. */
typedef struct annexkit_finding {
    size_t struct_size;
    annexkit_text rule;
    annexkit_span span;
    uint64_t record;
    uint64_t row;
    int32_t column;
    int32_t field;
    const annexkit_argument* arguments;
    size_t argument_count;
} annexkit_finding;

/* ---- What the host gives ---- */

/* What a column or a member name stands for, as resolve and columns answer: the index of a field, or one of these. */
enum {
    ANNEXKIT_NAME_UNKNOWN = -1,     /* no field of the schema */
    ANNEXKIT_NAME_HEAD = -2,        /* "annex.<name>": a member of the annex head, told on every row of a table */
    ANNEXKIT_NAME_OTHER_FIELDS = -3 /* "other_fields": a JSON object with the unknown fields of the row */
};

/* The heading of one column of a table. */
typedef struct annexkit_column {
    annexkit_text name;
    annexkit_span span;
} annexkit_column;

/* Where an importer delivers what it reads. Valid during the call that it was passed to.
 * A call that answers other than ANNEXKIT_OK ends the importer's call with that same status. */
typedef struct annexkit_sink {
    size_t struct_size;
    void* host;
    /* What a name stands for: a field's name or one of its titles, in any case and with or without accents. Any thread.
     */
    int32_t (*resolve)(void* host, annexkit_text name);
    /* The headings of a table, once, from scan (or from parse where there is no scan). row is the index of the heading
     * row in the window; targets receives count answers, as resolve gives them. The host reports unknown and missing
     * headings. */
    annexkit_status (*columns)(void* host, const annexkit_column* columns, size_t count, uint64_t row,
                               int32_t* targets);
    /* The annex head, at most once, and before the first record. */
    annexkit_status (*head)(void* host, const annexkit_named_value* members, const annexkit_place* places,
                            size_t count);
    /* One initiative; from parse only, in the order of the input. */
    annexkit_status (*record)(void* host, const annexkit_record* record);
    annexkit_status (*finding)(void* host, const annexkit_finding* finding);
    /* Whether the text may be a value of the field, or an item of it: 1 for a code of its list or a number where one is
     * wanted, 0 for anything else; -1 where the field takes any text, or the host cannot tell. Any thread. Not there in
     * the first tables of version 1. */
    int32_t (*fits)(void* host, int32_t field, annexkit_text text);
} annexkit_sink;

/* Where an exporter writes: append at data[size], up to capacity; reserve makes room for more bytes and may move data.
 * Findings are loss.* rules and concern the record that is being written. */
typedef struct annexkit_output {
    size_t struct_size;
    void* host;
    char* data;
    size_t size;
    size_t capacity;
    annexkit_status (*reserve)(struct annexkit_output* output, size_t more);
    annexkit_status (*finding)(struct annexkit_output* output, const annexkit_finding* finding);
} annexkit_output;

/* The value of an option. The host has checked its name and kind against what the format declares, and passes every
 * declared option, with its default where the user said nothing. */
typedef struct annexkit_option_value {
    annexkit_text name;
    annexkit_text value;
} annexkit_option_value;

/* What a reader or writer is opened with. sink serves resolve and finding only; an exporter is given finding alone. The
 * fields live until close. */
typedef struct annexkit_open_request {
    size_t struct_size;
    const annexkit_field* fields;
    size_t field_count;
    const annexkit_option_value* options;
    size_t option_count;
    const annexkit_sink* sink;
} annexkit_open_request;

/* ---- Importer ---- */

/* The unread part of the input, as far as it is in memory. last is 1 when nothing follows. */
typedef struct annexkit_window {
    size_t struct_size;
    const char* data;
    size_t size;
    int32_t last;
} annexkit_window;

/* What a scan found at the start of the window. */
enum {
    ANNEXKIT_SCAN_MORE = 0, /* no whole step yet: call again with a larger window. Not allowed when last is 1 */
    ANNEXKIT_SCAN_STRUCTURE =
        1,                     /* consumed bytes hold no record (headings, head, brackets); they have been dealt with */
    ANNEXKIT_SCAN_RECORDS = 2, /* consumed bytes are whole records, for parse */
    ANNEXKIT_SCAN_END = 3      /* the input is complete; consumed is the size of the window, and last was 1 */
};

/* rows: tables only: how many rows a STRUCTURE step consumed, blank ones too.
 *
 * lines: set to 1 with RECORDS where this input is one of lines: a record is a line that ends with a line feed, and
 * each line of the rest that is not blank is a record. If the input is UTF-8, the host may then go on at the start of
 * any later line, without showing what stands before it; scan finds, and parse reads, what it would have without the
 * leap. So a part of a large file is read without what stands before. Not there in the first tables of version 1. */
typedef struct annexkit_scan {
    size_t struct_size;
    int32_t found;
    size_t consumed;
    uint64_t rows;
    int32_t lines;
} annexkit_scan;

/* One chunk of whole records.
 * data:     may be changed in place; data[size] is writable and 0. It holds the same bytes as the original, but for a
 *           format that promises not to read them (ANNEXKIT_FORMAT_READS_ORIGINAL).
 * original: the bytes, not to be changed.
 * places:   1 when records shall carry places; the host asks for them only where there is something to report.
 * rows:     tables only: the importer sets how many rows the chunk had, blank ones too. */
typedef struct annexkit_chunk {
    size_t struct_size;
    char* data;
    size_t size;
    const char* original;
    int32_t places;
    uint64_t rows;
} annexkit_chunk;

/* A request for the address of a value in the words of the format (JSON Pointer, XPath). ordinal is the index of the
 * record in the whole input; field -1 with an empty name asks for the record itself; name is that of an unknown field;
 * item is an index in a list, or -1. */
typedef struct annexkit_address_request {
    size_t struct_size;
    uint64_t ordinal;
    int32_t field;
    annexkit_text name;
    int32_t item;
} annexkit_address_request;

/* A request to spell another value in the place of one that parse delivered.
 * chunk:    the text of the chunk, unchanged.
 * field:    index of the field; item: index of the item in its list, or -1.
 * value:    where the value of the field stands, as the record's places said.
 * place:    where the value or the item stands: what is to be replaced.
 * kind:     ANNEXKIT_TEXT or ANNEXKIT_NUMBER.
 * texts:    the new text; for an item there may be several, to stand as items of their own. */
typedef struct annexkit_spell_request {
    size_t struct_size;
    annexkit_text chunk;
    int32_t field;
    int32_t item;
    annexkit_span value;
    annexkit_span place;
    uint32_t kind;
    const annexkit_text* texts;
    size_t text_count;
} annexkit_spell_request;

/* So many of so many: what speaks for a way to read an input. Names that hosts know: "headings", "columns", "codes",
 * "quotes". */
typedef struct annexkit_evidence {
    annexkit_text name;
    uint64_t count;
    uint64_t of;
} annexkit_evidence;

/* A way to read an input. options force it; rows_above is how many rows stand above the headings. is_chosen is 1 for
 * the one that scan would take. */
typedef struct annexkit_candidate {
    size_t struct_size;
    const annexkit_option_value* options;
    size_t option_count;
    uint64_t rows_above;
    const annexkit_evidence* evidence;
    size_t evidence_count;
    int32_t is_chosen;
} annexkit_candidate;

typedef struct annexkit_importer {
    size_t struct_size;
    /* How sure it is, 0 to 100, that an input with this beginning is of the format. Optional. Any thread. */
    int32_t (*sniff)(annexkit_text beginning);
    /* The encoding that the input itself declares (an XML declaration), or an empty text. The bytes are raw, but
     * without a byte order mark and, of UTF-16, the low byte of each unit alone. Optional. Any thread. */
    annexkit_text (*declared_encoding)(annexkit_text beginning);
    /* Makes a reader for one input. */
    annexkit_status (*open)(const annexkit_open_request* request, void** reader);
    /* Looks at the window and says what stands at its start. Called in order, by one thread at a time; what it delivers
     * is what stands outside records. Each call starts where the last one's consumed bytes ended. State that parse
     * reads does not change any more once the first RECORDS was answered. Optional: without it the whole input is one
     * chunk, and parse delivers everything. */
    annexkit_status (*scan)(void* reader, const annexkit_window* window, const annexkit_sink* sink,
                            annexkit_scan* scan);
    /* Reads the records of one chunk. Called for many chunks at a time, from many threads, and more than once for a
     * chunk. */
    annexkit_status (*parse)(const void* reader, annexkit_chunk* chunk, const annexkit_sink* sink);
    /* Appends the address of a value. Optional: tables have row and column instead. One thread at a time, while others
     * may be in parse. */
    annexkit_status (*address)(const void* reader, const annexkit_address_request* request, annexkit_output* output);
    void (*close)(void* reader);
    /* The value in use of an import option that the format settled by the input, such as a delimiter that it detected;
     * an empty text for every other one. Asked when the input has been read; lives until close. Optional. */
    annexkit_text (*setting)(const void* reader, annexkit_text option);
    /* Appends how the new value is spelled, and sets `replaced` to the stretch of the chunk that it stands instead of:
     * `place`, or more where the spelling asks for it. Every other byte stays, and what is read then differs in that
     * value alone. ANNEXKIT_FAILED, without a finding, where that cannot be done. Optional; any thread. */
    annexkit_status (*spell)(const void* reader, const annexkit_spell_request* request, annexkit_span* replaced,
                             annexkit_output* output);
    /* Gives `take` each way to read an input that begins with the window, best first. Asked of a reader that has not
     * scanned anything; lent for the call. Optional: formats that are spelled in one way only have none. */
    annexkit_status (*candidates)(const void* reader, const annexkit_window* window, const annexkit_sink* sink,
                                  void* host, annexkit_status (*take)(void* host, const annexkit_candidate* candidate));
} annexkit_importer;

/* ---- Exporter ---- */

typedef struct annexkit_exporter {
    size_t struct_size;
    /* 1 when write must see the records in order, from one thread at a time. */
    int32_t in_order;
    /* Makes a writer for one output. */
    annexkit_status (*open)(const annexkit_open_request* request, void** writer);
    /* Writes what stands before the first record. members is the annex head; count is 0 when the input has none. Once.
     */
    annexkit_status (*begin)(void* writer, const annexkit_named_value* members, size_t count, annexkit_output* output);
    /* Writes one record. Called from many threads, each with an output of its own, unless in_order is 1. The host joins
     * the outputs in the order of the input. */
    annexkit_status (*write)(const void* writer, const annexkit_record* record, annexkit_output* output);
    /* What the host puts between two records; may be empty. Asked after begin; lives until close. */
    annexkit_text (*separator)(const void* writer);
    /* Writes what stands after the last record; records is how many there were. Once. */
    annexkit_status (*end)(void* writer, uint64_t records, annexkit_output* output);
    void (*close)(void* writer);
} annexkit_exporter;

/* ---- What a plugin declares ---- */

enum {
    ANNEXKIT_OPTION_TEXT = 0,
    ANNEXKIT_OPTION_CHARACTER = 1, /* one Unicode code point, or empty for "detect" where the default is empty */
    ANNEXKIT_OPTION_INTEGER = 2,
    ANNEXKIT_OPTION_BOOLEAN = 3, /* "true" or "false" */
    ANNEXKIT_OPTION_CHOICE = 4   /* one of choices, which are separated by a comma */
};

/* An option named "encoding" is the host's: it decodes or encodes, and the format is told the name in use. */
typedef struct annexkit_option {
    annexkit_text name;
    int32_t kind;
    annexkit_text choices;
    annexkit_text fallback; /* the value when the user says nothing */
    annexkit_text help;     /* one line, in English */
} annexkit_option;

enum { ANNEXKIT_NOTE = 1, ANNEXKIT_WARNING = 2, ANNEXKIT_ERROR = 3 };

/* A rule that the format owns. Its id starts with the format's id and a point, or with "loss."; <format>.options is the
 * one for an option that cannot be used. Sentences hold {name} for each argument; {{ and }} stand for braces. message
 * says what is wrong, hint the way out; the hint may be empty. */
typedef struct annexkit_rule {
    annexkit_text id;
    int32_t severity;
    annexkit_text summary; /* what the rule means, one sentence in English */
    annexkit_text message_en;
    annexkit_text hint_en;
    annexkit_text message_fr;
    annexkit_text hint_fr;
} annexkit_rule;

/* What else the page of a rule tells. Texts that have no use for the rule are empty. bad is a stretch of an input that
 * breaks the rule, good what stands there in one that does not. */
typedef struct annexkit_rule_page {
    annexkit_text summary_fr; /* what the rule means, one sentence in French */
    annexkit_text why_en;     /* what it is good for: a sentence or a few, with the standard it follows */
    annexkit_text why_fr;
    annexkit_text bad;
    annexkit_text good;
} annexkit_rule_page;

/* What a format promises, so that an annex can be converted in parts; a format that promises nothing is as good. */
enum {
    /* Output: what write and end append hangs on the record, the head and the options, and in end on whether there was
     * a record, but not on how many or on which came before. So outputs of parts can be joined: the host then tells
     * end a number that is 0 where there was none, and else counts some of them. Wants in_order to be 0. */
    ANNEXKIT_FORMAT_JOINS = 1,
    /* Input: parse reads the original of a chunk alone. data is then room for whatever it likes, and the host copies
     * nothing to it. */
    ANNEXKIT_FORMAT_READS_ORIGINAL = 2
};

typedef struct annexkit_format {
    size_t struct_size;
    annexkit_text id; /* lower case letters, digits and hyphens */
    annexkit_text version;
    annexkit_text description;       /* one line, in English */
    const annexkit_text* extensions; /* with the point: ".csv" */
    size_t extension_count;
    const annexkit_text* media_types;
    size_t media_type_count;
    /* 1 for formats whose files come in old 8-bit encodings without saying so (CSV): the host may then read an input
     * that is not UTF-8 as Windows-1252, and says so. 0: an input that declares nothing is UTF-8, or UTF-16 by its BOM.
     */
    int32_t guess_encoding;
    const annexkit_option* import_options;
    size_t import_option_count;
    const annexkit_option* export_options;
    size_t export_option_count;
    const annexkit_rule* rules;
    size_t rule_count;
    const annexkit_importer* importer;    /* NULL: cannot be read */
    const annexkit_exporter* exporter;    /* NULL: cannot be written */
    uint64_t flags;                       /* ANNEXKIT_FORMAT_*; not there in the first tables of version 1 */
    const annexkit_rule_page* rule_pages; /* one for each rule, or NULL; not there in the first tables of version 1 */
} annexkit_format;

typedef struct annexkit_plugin {
    size_t struct_size;
    uint32_t abi; /* ANNEXKIT_PLUGIN_ABI */
    annexkit_text name;
    annexkit_text version;
    annexkit_text license; /* SPDX expression */
    const annexkit_format* const* formats;
    size_t format_count;
} annexkit_plugin;

/* The one function that a plugin exports. It returns a static table, the same at each call. */
typedef const annexkit_plugin* (*annexkit_plugin_function)(void);

#ifdef __cplusplus
}
#endif

#endif
