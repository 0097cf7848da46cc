// SPDX-License-Identifier: Apache-2.0
#include "drive.hpp"

namespace drive {

Value absent() { return {}; }
Value untyped(std::string text) { return {ANNEXKIT_UNTYPED, std::move(text), {}}; }
Value text(std::string text) { return {ANNEXKIT_TEXT, std::move(text), {}}; }
Value number(std::string text) { return {ANNEXKIT_NUMBER, std::move(text), {}}; }
Value boolean(bool value) { return {ANNEXKIT_BOOLEAN, value ? "true" : "false", {}}; }
Value list(std::vector<std::string> items) { return {ANNEXKIT_LIST, {}, std::move(items)}; }
Value json(std::string text) { return {ANNEXKIT_JSON, std::move(text), {}}; }

const std::vector<Field>& sample_fields() {
    static const std::vector<Field> fields = {
        {"id", ANNEXKIT_TEXT, {"Identifiant"}},
        {"part", ANNEXKIT_NUMBER, {"Partie"}},
        {"section", ANNEXKIT_TEXT, {"SECTION"}},
        {"partners", ANNEXKIT_LIST, {"Partenaire", "Partenaires"}},
        {"initiative", ANNEXKIT_TEXT, {"Initiative proposée"}},
        {"bodies", ANNEXKIT_LIST, {"Organismes responsables"}},
    };
    return fields;
}

} // namespace drive
