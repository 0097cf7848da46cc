/* SPDX-License-Identifier: Apache-2.0
 * A plugin in C, built against the frozen header alone: format tabs, a line for each initiative and a tab between its
 * fields, in the order of the schema. An empty cell is absent; the items of a list stand between semicolons. */
#include <annexkit/plugin.h>

#include <stdlib.h>
#include <string.h>

#define TEXT(literal)                                                                                                  \
    { (literal), sizeof(literal) - 1 }

typedef struct {
    const annexkit_field* fields;
    size_t field_count;
} tabs_format;

static annexkit_status tabs_open(const annexkit_open_request* request, void** object) {
    tabs_format* self = malloc(sizeof *self);
    if (self == NULL) return ANNEXKIT_NO_MEMORY;
    self->fields = request->fields;
    self->field_count = request->field_count;
    *object = self;
    return ANNEXKIT_OK;
}

static void tabs_close(void* object) { free(object); }

/* ---- Reading ---- */

/* What one line is read into; kept from line to line. */
typedef struct {
    annexkit_value* values;
    annexkit_place* places;
    annexkit_text* items;
} tabs_room;

static size_t length_until(const char* text, size_t size, char end) {
    const char* found = memchr(text, end, size);
    return found == NULL ? size : (size_t)(found - text);
}

static size_t split(annexkit_text cell, annexkit_text* items) {
    size_t count = 0;
    for (size_t at = 0; at <= cell.size; ++count) {
        const size_t size = length_until(cell.data + at, cell.size - at, ';');
        items[count] = (annexkit_text){cell.data + at, size};
        at += size + 1;
    }
    return count;
}

static annexkit_status too_many_cells(const annexkit_sink* sink, annexkit_span line, uint64_t index) {
    const annexkit_finding finding = {sizeof finding, TEXT("tabs.cells"), line, index, ANNEXKIT_NONE, -1, -1, NULL, 0};
    return sink->finding(sink->host, &finding);
}

/* Reads the line at `at`, which ends before `end`. */
static annexkit_status read_line(const tabs_format* self, tabs_room* room, const annexkit_chunk* chunk, size_t at,
                                 size_t end, uint64_t index, const annexkit_sink* sink) {
    const annexkit_span line = {at, end - at};
    size_t field = 0;
    annexkit_text* items = room->items;
    memset(room->values, 0, self->field_count * sizeof *room->values);
    memset(room->places, 0, self->field_count * sizeof *room->places);
    for (; at <= end; ++field) {
        const annexkit_text cell = {chunk->data + at, length_until(chunk->data + at, end - at, '\t')};
        if (field == self->field_count) {
            const annexkit_status status = too_many_cells(sink, line, index);
            if (status != ANNEXKIT_OK) return status;
            break;
        }
        annexkit_value* value = &room->values[field];
        room->places[field].value = (annexkit_span){at, cell.size};
        if (cell.size > 0 && self->fields[field].kind == ANNEXKIT_LIST) {
            value->kind = ANNEXKIT_LIST;
            value->items = items;
            value->count = (uint32_t)split(cell, items);
            items += value->count;
        } else if (cell.size > 0) {
            value->kind = ANNEXKIT_UNTYPED;
            value->text = cell;
        }
        at += cell.size + 1;
    }
    const annexkit_record record = {
        sizeof record, room->values, self->field_count, NULL, 0, line, 0, chunk->places != 0 ? room->places : NULL,
        NULL};
    return sink->record(sink->host, &record);
}

static annexkit_status tabs_parse(const void* reader, annexkit_chunk* chunk, const annexkit_sink* sink) {
    const tabs_format* self = reader;
    tabs_room room = {calloc(self->field_count + 1, sizeof *room.values),
                      calloc(self->field_count + 1, sizeof *room.places), calloc(chunk->size + 1, sizeof *room.items)};
    annexkit_status status = ANNEXKIT_OK;
    if (room.values == NULL || room.places == NULL || room.items == NULL) status = ANNEXKIT_NO_MEMORY;
    uint64_t index = 0;
    for (size_t at = 0; at < chunk->size && status == ANNEXKIT_OK; ++index) {
        const size_t end = at + length_until(chunk->data + at, chunk->size - at, '\n');
        status = read_line(self, &room, chunk, at, end, index, sink);
        at = end + 1;
    }
    free(room.values);
    free(room.places);
    free(room.items);
    return status;
}

/* ---- Writing ---- */

static annexkit_status append(annexkit_output* output, const char* data, size_t size) {
    if (output->capacity - output->size < size) {
        const annexkit_status status = output->reserve(output, size);
        if (status != ANNEXKIT_OK) return status;
    }
    memcpy(output->data + output->size, data, size);
    output->size += size;
    return ANNEXKIT_OK;
}

static annexkit_status report(annexkit_output* output, annexkit_text rule, annexkit_text name, int32_t field) {
    const annexkit_argument arguments[] = {{TEXT("name"), name}, {TEXT("character"), TEXT("a separator")}};
    const annexkit_finding finding = {sizeof finding, rule,      {0, 0}, ANNEXKIT_NONE, ANNEXKIT_NONE, -1,
                                      field,          arguments, 2};
    return output->finding(output, &finding);
}

static annexkit_status append_text(annexkit_output* output, annexkit_text text, annexkit_text name, int32_t field) {
    for (size_t i = 0; i < text.size; ++i) {
        if (memchr("\t\n;", text.data[i], 3) == NULL) continue;
        const annexkit_status status = report(output, (annexkit_text)TEXT("loss.character"), name, field);
        return status == ANNEXKIT_OK ? ANNEXKIT_FAILED : status;
    }
    return text.size == 0 ? ANNEXKIT_OK : append(output, text.data, text.size);
}

static annexkit_status append_value(annexkit_output* output, const annexkit_value* value, annexkit_text name,
                                    int32_t field) {
    if (value->kind == ANNEXKIT_ABSENT) return ANNEXKIT_OK;
    if (value->kind != ANNEXKIT_LIST) return append_text(output, value->text, name, field);
    annexkit_status status = ANNEXKIT_OK;
    for (uint32_t i = 0; i < value->count && status == ANNEXKIT_OK; ++i) {
        if (i > 0) status = append(output, ";", 1);
        if (status == ANNEXKIT_OK) status = append_text(output, value->items[i], name, field);
    }
    return status;
}

static annexkit_status tabs_begin(void* writer, const annexkit_named_value* members, size_t count,
                                  annexkit_output* output) {
    (void)writer;
    annexkit_status status = ANNEXKIT_OK;
    for (size_t i = 0; i < count && status == ANNEXKIT_OK; ++i)
        status = report(output, (annexkit_text)TEXT("loss.head"), members[i].name, -1);
    return status;
}

static annexkit_status tabs_write(const void* writer, const annexkit_record* record, annexkit_output* output) {
    const tabs_format* self = writer;
    annexkit_status status = ANNEXKIT_OK;
    for (size_t i = 0; i < record->value_count && status == ANNEXKIT_OK; ++i) {
        if (i > 0) status = append(output, "\t", 1);
        if (status == ANNEXKIT_OK) status = append_value(output, &record->values[i], self->fields[i].name, (int32_t)i);
    }
    for (size_t i = 0; i < record->unknown_count && status == ANNEXKIT_OK; ++i)
        status = report(output, (annexkit_text)TEXT("loss.field"), record->unknown[i].name, -1);
    return status;
}

static annexkit_text tabs_separator(const void* writer) {
    (void)writer;
    return (annexkit_text)TEXT("\n");
}

static annexkit_status tabs_end(void* writer, uint64_t records, annexkit_output* output) {
    (void)writer;
    return records == 0 ? ANNEXKIT_OK : append(output, "\n", 1);
}

/* ---- Tables ---- */

static const annexkit_importer importer = {sizeof importer, NULL, NULL, tabs_open, NULL, tabs_parse, NULL, tabs_close};
static const annexkit_exporter exporter = {sizeof exporter, 0,        tabs_open, tabs_begin, tabs_write,
                                           tabs_separator,  tabs_end, tabs_close};

static const annexkit_text extensions[] = {TEXT(".tabs")};
static const annexkit_rule rules[] = {{TEXT("tabs.cells"), ANNEXKIT_ERROR, TEXT("A line has too many cells."),
                                       TEXT("the line has more cells than there are fields"), TEXT("Remove a tab"),
                                       TEXT("la ligne a plus de cellules qu'il n'y a de champs"),
                                       TEXT("Retirez une tabulation")}};
static const annexkit_format format = {sizeof format,
                                       TEXT("tabs"),
                                       TEXT("1.0.0"),
                                       TEXT("Tabs: a line for each initiative"),
                                       extensions,
                                       1,
                                       NULL,
                                       0,
                                       0,
                                       NULL,
                                       0,
                                       NULL,
                                       0,
                                       rules,
                                       1,
                                       &importer,
                                       &exporter};
static const annexkit_format* const formats[] = {&format};
static const annexkit_plugin plugin = {
    sizeof plugin, ANNEXKIT_PLUGIN_ABI, TEXT("tabs"), TEXT("1.0.0"), TEXT("Apache-2.0"), formats, 1};

ANNEXKIT_PLUGIN_EXPORT const annexkit_plugin* annexkit_plugin_v1(void);
const annexkit_plugin* annexkit_plugin_v1(void) { return &plugin; }
