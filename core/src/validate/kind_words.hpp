// SPDX-License-Identifier: Apache-2.0
// What the kinds of fields are called in sentences.
#pragma once

#include <annexkit/schema.hpp>

namespace annexkit {

struct KindWords {
    const char* english;
    const char* french;
    const char* example;
};

[[nodiscard]] inline KindWords words_for(FieldKind kind) {
    switch (kind) {
    case FieldKind::text: break;
    case FieldKind::integer: return {"a whole number", "un nombre entier", "12"};
    case FieldKind::number: return {"a number", "un nombre", "0.5"};
    case FieldKind::boolean: return {"true or false", "true ou false", "true"};
    case FieldKind::list: return {"a list of texts", "une liste de textes", "[\"...\", \"...\"]"};
    }
    return {"a text", "un texte", "\"...\""};
}

} // namespace annexkit
