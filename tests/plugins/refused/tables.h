/* SPDX-License-Identifier: Apache-2.0
 * Whole tables of a format that does nothing, for a plugin to break before the host looks at them. */
#include <annexkit/plugin.h>

#include <stddef.h>

#define TEXT(literal)                                                                                                  \
    { (literal), sizeof(literal) - 1 }

static annexkit_status fail_to_open(const annexkit_open_request* request, void** object) {
    (void)request;
    (void)object;
    return ANNEXKIT_FAILED;
}

static annexkit_status fail_to_parse(const void* reader, annexkit_chunk* chunk, const annexkit_sink* sink) {
    (void)reader;
    (void)chunk;
    (void)sink;
    return ANNEXKIT_FAILED;
}

static annexkit_status fail_to_begin(void* writer, const annexkit_named_value* members, size_t count,
                                     annexkit_output* output) {
    (void)writer;
    (void)members;
    (void)count;
    (void)output;
    return ANNEXKIT_FAILED;
}

static annexkit_status fail_to_write(const void* writer, const annexkit_record* record, annexkit_output* output) {
    (void)writer;
    (void)record;
    (void)output;
    return ANNEXKIT_FAILED;
}

static annexkit_text no_separator(const void* writer) {
    (void)writer;
    return (annexkit_text){NULL, 0};
}

static annexkit_status fail_to_end(void* writer, uint64_t records, annexkit_output* output) {
    (void)writer;
    (void)records;
    (void)output;
    return ANNEXKIT_FAILED;
}

static void close_nothing(void* object) { (void)object; }

static annexkit_importer importer = {
    .struct_size = sizeof importer, .open = fail_to_open, .parse = fail_to_parse, .close = close_nothing};
static annexkit_exporter exporter = {sizeof exporter, 0,           fail_to_open, fail_to_begin, fail_to_write,
                                     no_separator,    fail_to_end, close_nothing};
static annexkit_format format = {.struct_size = sizeof format,
                                 .id = TEXT("refused"),
                                 .version = TEXT("1"),
                                 .description = TEXT("Never taken"),
                                 .importer = &importer,
                                 .exporter = &exporter};
static const annexkit_format* formats[] = {&format};
static annexkit_plugin plugin = {
    sizeof plugin, ANNEXKIT_PLUGIN_ABI, TEXT("refused"), TEXT("1"), TEXT("Apache-2.0"), formats, 1};

ANNEXKIT_PLUGIN_EXPORT const annexkit_plugin* annexkit_plugin_v1(void);
