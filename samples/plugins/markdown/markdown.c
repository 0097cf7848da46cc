/* SPDX-License-Identifier: Apache-2.0
 * A format that is written only, in plain C: an annex as a Markdown list, for people to read.
 *
 *     cc -std=c11 -O2 -shared -fPIC -fvisibility=hidden markdown.c -o annexkit_markdown.so \
 *        $(pkg-config --cflags annexkit)
 *
 * Source: CommonMark 0.30, spec.commonmark.org. Whatever an annex says comes out of a Markdown reader as it went in. */
#include <annexkit/plugin.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define TEXT(literal)                                                                                                  \
    { (literal), sizeof(literal) - 1 }

/* ---- Bytes ---- */

static annexkit_status append(annexkit_output* output, const char* bytes, size_t size) {
    if (output->capacity - output->size < size) {
        const annexkit_status status = output->reserve(output, size);
        if (status != ANNEXKIT_OK) return status;
    }
    if (size > 0) memcpy(output->data + output->size, bytes, size);
    output->size += size;
    return ANNEXKIT_OK;
}

static annexkit_status append_word(annexkit_output* output, const char* word) {
    return append(output, word, strlen(word));
}

/* ---- Text ---- */

static bool is_blank(char byte) { return byte == ' ' || byte == '\t'; }

static bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

static bool is_letter_or_digit(char byte) {
    return is_digit(byte) || (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* Bytes that mean something wherever they stand, but for an underscore within a word (section 6.2). Any ASCII
 * punctuation may have a backslash (section 2.4). */
static bool is_special(annexkit_text text, size_t at) {
    const char byte = text.data[at];
    const bool is_within =
        at > 0 && at + 1 < text.size && is_letter_or_digit(text.data[at - 1]) && is_letter_or_digit(text.data[at + 1]);
    if (byte == '_') return !is_within;
    return byte != '\0' && strchr("\\`*[]<>&~|#$", byte) != NULL;
}

/* A text that begins a block would begin a list or a line across the page (sections 4.1 and 5.2). */
static bool would_begin_block(annexkit_text text, size_t at) {
    const char byte = text.data[at];
    const bool is_last = at + 1 == text.size || is_blank(text.data[at + 1]) || text.data[at + 1] == '\n';
    if (at == 0) return (byte == '-' && (is_last || text.data[1] == '-')) || (byte == '+' && is_last);
    size_t digits = 0;
    while (digits < at && is_digit(text.data[digits])) ++digits;
    return digits == at && is_last && (byte == '.' || byte == ')');
}

/* Blanks at either end are dropped by Markdown, unless they are spelled as references. */
static bool is_at_an_end(annexkit_text text, size_t at) {
    size_t left = 0;
    while (left < text.size && is_blank(text.data[left])) ++left;
    size_t right = text.size;
    while (right > left && is_blank(text.data[right - 1])) --right;
    return at < left || at >= right;
}

/* What stands for a byte that cannot stand for itself, or NULL. */
static const char* reference_of(annexkit_text text, size_t at) {
    switch (text.data[at]) {
    case '\n': return "<br>";
    case '\r': return "&#13;";
    case ' ': return is_at_an_end(text, at) ? "&#32;" : NULL;
    case '\t': return is_at_an_end(text, at) ? "&#9;" : NULL;
    case '\0': return "\xEF\xBF\xBD";
    default: return NULL;
    }
}

/* U+0000 is the one character that Markdown cannot hold (section 2.3). */
static annexkit_status report_nul(annexkit_output* output, annexkit_text name) {
    const annexkit_argument arguments[] = {{TEXT("name"), name}, {TEXT("character"), TEXT("U+0000")}};
    const annexkit_finding finding = {.struct_size = sizeof finding,
                                      .rule = TEXT("loss.character"),
                                      .record = ANNEXKIT_NONE,
                                      .row = ANNEXKIT_NONE,
                                      .column = -1,
                                      .field = -1,
                                      .arguments = arguments,
                                      .argument_count = 2};
    return output->finding(output, &finding);
}

/* `name` is what the text is the value of. */
static annexkit_status append_text(annexkit_output* output, annexkit_text name, annexkit_text text) {
    if (text.size > 0 && memchr(text.data, '\0', text.size) != NULL) {
        const annexkit_status status = report_nul(output, name);
        if (status != ANNEXKIT_OK) return status;
    }
    size_t written = 0;
    for (size_t at = 0; at < text.size; ++at) {
        const char* reference = reference_of(text, at);
        const bool is_escaped = is_special(text, at) || would_begin_block(text, at);
        if (reference == NULL && !is_escaped) continue;
        annexkit_status status = append(output, text.data + written, at - written);
        if (status == ANNEXKIT_OK) status = append_word(output, reference == NULL ? "\\" : reference);
        if (status != ANNEXKIT_OK) return status;
        written = reference == NULL ? at : at + 1;
    }
    return append(output, text.data + written, text.size - written);
}

/* ---- Values ---- */

/* JSON stands in a code span, whose fence is longer than any within it (section 6.1). Its line ends are no part of it.
 */
static annexkit_status append_json(annexkit_output* output, annexkit_text json) {
    size_t longest = 0;
    size_t run = 0;
    for (size_t at = 0; at < json.size; ++at) {
        run = json.data[at] == '`' ? run + 1 : 0;
        if (run > longest) longest = run;
    }
    annexkit_status status = ANNEXKIT_OK;
    for (size_t i = 0; i <= longest && status == ANNEXKIT_OK; ++i) status = append_word(output, "`");
    for (size_t at = 0; at < json.size && status == ANNEXKIT_OK; ++at) {
        const bool is_line_end = json.data[at] == '\n' || json.data[at] == '\r';
        status = append(output, is_line_end ? " " : json.data + at, 1);
    }
    for (size_t i = 0; i <= longest && status == ANNEXKIT_OK; ++i) status = append_word(output, "`");
    return status;
}

static annexkit_status append_items(annexkit_output* output, annexkit_text name, const annexkit_value* value) {
    for (uint32_t i = 0; i < value->count; ++i) {
        annexkit_status status = append_word(output, "\n  - ");
        if (status == ANNEXKIT_OK && value->items[i].size == 0) status = append_word(output, "*empty*");
        if (status == ANNEXKIT_OK) status = append_text(output, name, value->items[i]);
        if (status != ANNEXKIT_OK) return status;
    }
    return value->count == 0 ? append_word(output, " *no items*") : ANNEXKIT_OK;
}

static annexkit_status append_value(annexkit_output* output, annexkit_text name, const annexkit_value* value) {
    if (value->kind == ANNEXKIT_LIST) return append_items(output, name, value);
    annexkit_status status = append_word(output, " ");
    if (status != ANNEXKIT_OK) return status;
    if (value->kind == ANNEXKIT_JSON) return append_json(output, value->text);
    if (value->text.size == 0) return append_word(output, "*empty*");
    return append_text(output, name, value->text);
}

/* "- name: value"; nothing for a value that is absent. */
static annexkit_status append_member(annexkit_output* output, annexkit_text name, const annexkit_value* value) {
    if (value->kind == ANNEXKIT_ABSENT) return ANNEXKIT_OK;
    annexkit_status status = append_word(output, "- ");
    if (status == ANNEXKIT_OK) status = append_text(output, name, name);
    if (status == ANNEXKIT_OK) status = append_word(output, ":");
    if (status == ANNEXKIT_OK) status = append_value(output, name, value);
    return status == ANNEXKIT_OK ? append_word(output, "\n") : status;
}

/* ---- The exporter ---- */

/* The fields live until close, so there is nothing to copy. */
typedef struct writer {
    const annexkit_field* fields;
    size_t field_count;
} writer;

static annexkit_status open_writer(const annexkit_open_request* request, void** object) {
    writer* made = malloc(sizeof *made);
    if (made == NULL) return ANNEXKIT_NO_MEMORY;
    *made = (writer){request->fields, request->field_count};
    *object = made;
    return ANNEXKIT_OK;
}

static annexkit_status begin(void* object, const annexkit_named_value* members, size_t count, annexkit_output* output) {
    (void)object;
    if (count == 0) return ANNEXKIT_OK;
    annexkit_status status = append_word(output, "# Annex\n\n");
    for (size_t i = 0; i < count && status == ANNEXKIT_OK; ++i)
        status = append_member(output, members[i].name, &members[i].value);
    return status == ANNEXKIT_OK ? append_word(output, "\n") : status;
}

/* The first field names an initiative, where it is a text. */
static bool is_title(const annexkit_value* value) {
    return (value->kind == ANNEXKIT_TEXT || value->kind == ANNEXKIT_UNTYPED) && value->text.size > 0;
}

static annexkit_status append_record(const writer* self, const annexkit_record* record, annexkit_output* output) {
    const bool has_title = record->value_count > 0 && is_title(&record->values[0]);
    annexkit_status status = append_word(output, "## ");
    if (status == ANNEXKIT_OK)
        status = has_title ? append_text(output, self->fields[0].name, record->values[0].text)
                           : append_word(output, "*without a name*");
    if (status == ANNEXKIT_OK) status = append_word(output, "\n\n");
    for (size_t i = has_title ? 1 : 0; i < record->value_count && status == ANNEXKIT_OK; ++i)
        status = append_member(output, self->fields[i].name, &record->values[i]);
    for (size_t i = 0; i < record->unknown_count && status == ANNEXKIT_OK; ++i)
        status = append_member(output, record->unknown[i].name, &record->unknown[i].value);
    return status;
}

static annexkit_status write_record(const void* object, const annexkit_record* record, annexkit_output* output) {
    return append_record(object, record, output);
}

static annexkit_text separator(const void* object) {
    (void)object;
    return (annexkit_text)TEXT("\n");
}

static annexkit_status end(void* object, uint64_t records, annexkit_output* output) {
    (void)object;
    (void)records;
    (void)output;
    return ANNEXKIT_OK;
}

/* ---- What the plugin declares ---- */

static const annexkit_exporter exporter = {sizeof exporter, 0, open_writer, begin, write_record, separator, end, free};
static const annexkit_text extensions[] = {TEXT(".md"), TEXT(".markdown")};
static const annexkit_text media_types[] = {TEXT("text/markdown")};
static const annexkit_format format = {.struct_size = sizeof format,
                                       .id = TEXT("markdown"),
                                       .version = TEXT("1.0.0"),
                                       .description = TEXT("Markdown: a list for people to read"),
                                       .extensions = extensions,
                                       .extension_count = 2,
                                       .media_types = media_types,
                                       .media_type_count = 1,
                                       .exporter = &exporter,
                                       .flags = ANNEXKIT_FORMAT_JOINS};
static const annexkit_format* const formats[] = {&format};
static const annexkit_plugin plugin = {
    sizeof plugin, ANNEXKIT_PLUGIN_ABI, TEXT("markdown"), TEXT("1.0.0"), TEXT("Apache-2.0"), formats, 1};

ANNEXKIT_PLUGIN_EXPORT const annexkit_plugin* annexkit_plugin_v1(void) { return &plugin; }
