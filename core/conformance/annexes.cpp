// SPDX-License-Identifier: Apache-2.0
#include "annexes.hpp"

#include <initializer_list>

namespace conformance {
namespace {

using drive::Named;
using drive::Record;
using drive::Value;

struct Text {
    const char* name;
    std::string text;
};

// What every format can hold.
std::vector<Text> holdable_texts() {
    return {
        {"plain text", "plain"},
        {"nothing but a space", " "},
        {"spaces and tabs around it", " \t a \t "},
        {"quotes", R"(say "hi", 'hi', «hi», "")"},
        {"one quote", "\""},
        {"separators", "a,b;c\td|e:f"},
        {"escapes of several formats", R"(\n \\ \" \u0041 &amp; &#10; %0A ""b"")"},
        {"a backslash at the end", R"(a\)"},
        {"escaped separators", R"(a\|b\\|\)"},
        {"line feeds", "\na\n\nb\n"},
        {"carriage returns", "a\r\nb\rc\r"},
        {"a line feed alone", "\n"},
        {"markup", "<a b=\"c\">&d]]></a><!-- e --><?f?><![CDATA[g]]>"},
        {"brackets", "{\"a\": [1, {}]}"},
        {"a formula", "=1+1"},
        {"words of several formats", "null"},
        {"a number", "007"},
        {"the name of a column", "other_fields"},
        {"right to left", "\u0645\u0631\u062D\u0628\u0627 \u200F\u202Eabc\u202C \u05D0"},
        {"astral characters", "\U0001F600\U0001D4B3\U0010FFFD"},
        {"accents in two spellings", "\u00E9 e\u0301 \u0130 \u00DF"},
        {"a byte order mark", "\uFEFFa\uFEFF"},
        {"line ends of Unicode", "a\u0085b\u2028c\u2029d"},
        {"odd spaces", "\u00A0\u2003\u200B\u3000"},
        {"a replacement character", "\uFFFD"},
        {"a noncharacter beyond the first plane", "\U0001FFFE"},
        {"delete and C1 controls", "\x7F\u0080\u009F"},
        {"many quotes", std::string(300, '"')},
    };
}

// What some formats cannot hold.
std::vector<Text> unholdable_texts() {
    return {
        {"U+0000", std::string("a\0b", 3)},
        {"U+0001", "a\x01"},
        {"a backspace and a form feed", "\b\f"},
        {"U+001F", "\x1F"},
        {"U+FFFE", "\uFFFE"},
        {"U+FFFF", "a\uFFFFb"},
    };
}

struct Sample {
    const char* name;
    Value value;
};

std::vector<Sample> samples_of_all_kinds() {
    return {
        {"no value", drive::absent()},
        {"untyped text", drive::untyped("5")},
        {"text", drive::text("5")},
        {"an empty text", drive::text("")},
        {"a number", drive::number("1.50")},
        {"a number beyond a double", drive::number("-1e400")},
        {"a number with many digits", drive::number("123456789012345678901234567890.10")},
        {"minus zero", drive::number("-0")},
        {"true", drive::boolean(true)},
        {"false", drive::boolean(false)},
        {"an empty list", drive::list({})},
        {"a list of an empty text", drive::list({""})},
        {"a list of two empty texts", drive::list({"", ""})},
        {"a list of texts", drive::list({"a|b", "\\", "c,\"d\"", "\n", ""})},
        {"an object", drive::json(R"({"a":[1,{"b":null}],"c":"<\n\">","":{}})")},
        {"an array of numbers", drive::json("[1,-2.50,1e5]")},
        {"an array of several kinds", drive::json(R"(["a",1,null,[]])")},
        {"an array of arrays", drive::json(R"([["a"],[]])")},
    };
}

Record record(std::vector<Value> values, std::vector<Named> unknown = {}) {
    values.resize(fields().size());
    return {std::move(values), std::move(unknown), {}, {}, {}, 0};
}

Record plain_record(const std::string& id) {
    return record({drive::text(id), drive::number("1"), drive::text("mobilite"), drive::list({"UE", "DE"}),
                   drive::text("What is proposed"), drive::list({"a", "b"}), drive::boolean(true)});
}

void add_texts(std::vector<Annex>& annexes, const std::vector<Text>& texts, Loss loss) {
    for (const auto& [name, text] : texts) {
        const Value value = drive::text(text);
        const auto add = [&, title = std::string(name)](const char* where, std::vector<Named> head,
                                                        std::vector<Record> records) {
            annexes.push_back({title + where, std::move(head), std::move(records), loss});
        };
        add(" in a field", {},
            {record({value}), record({drive::text("b"), {}, {}, {}, value}), plain_record("c"),
             record({{}, {}, value})});
        add(" in a list", {},
            {record({{}, {}, {}, drive::list({text})}), record({{}, {}, {}, drive::list({text, text})}),
             record({{}, {}, {}, drive::list({"", text, ""}), {}, drive::list({"x", text})})});
        add(" in an unknown field", {}, {record({drive::text("a")}, {{"budget", value}})});
        add(" in the name of an unknown field", {}, {record({drive::text("a")}, {{text, drive::text("b")}})});
        add(" in the head", {{"note", value}}, {plain_record("a"), plain_record("b")});
        annexes.push_back({name + std::string(" in the name of a member of the head"),
                           {{text, drive::text("b")}},
                           {plain_record("a")},
                           // A head's names are those of the declaration; a format may be particular about others.
                           Loss::allowed});
    }
}

void add_kinds(std::vector<Annex>& annexes) {
    for (const auto& [name, value] : samples_of_all_kinds()) {
        annexes.push_back({name + std::string(" in an unknown field"),
                           {},
                           {record({drive::text("a")}, {{"first", value}, {"second", value}}), plain_record("b")}});
        // The host leaves out a member of the head that has no value.
        if (value.kind != ANNEXKIT_ABSENT)
            annexes.push_back({name + std::string(" in the head"),
                               {{"declaration", drive::text("d")}, {"extra", value}},
                               {plain_record("a")},
                               Loss::allowed});
        for (std::size_t i = 0; i < fields().size(); ++i) {
            // The host knows the kind of untyped text before an exporter sees it.
            if (value.kind == ANNEXKIT_UNTYPED && fields()[i].kind != ANNEXKIT_TEXT) continue;
            std::vector<Value> values(fields().size());
            values[i] = value;
            // Something else is there, or it would be a record without any value.
            values[i == 0 ? 2 : 0] = drive::text("b");
            annexes.push_back(
                {name + std::string(" in field ") + fields()[i].name,
                 {},
                 {record(values), plain_record("b")},
                 value.kind == fields()[i].kind || value.kind == ANNEXKIT_ABSENT ? Loss::forbidden : Loss::allowed});
        }
    }
}

void add_shapes(std::vector<Annex>& annexes) {
    annexes.push_back({"no record", {}, {}});
    annexes.push_back({"a head and no record", {{"declaration", drive::text("d")}}, {}, Loss::allowed});
    // In a table that is a blank row, which many programs leave behind.
    annexes.push_back({"a record without any value", {}, {record({})}, Loss::allowed});
    annexes.push_back({"records without any value", {}, {record({}), record({}), record({})}, Loss::allowed});
    annexes.push_back({"absent, empty and valued",
                       {},
                       {record({drive::text("a"), {}, {}, drive::list({}), drive::text("")}),
                        record({drive::text(""), {}, drive::text(""), {}, {}, drive::list({""})}),
                        record({{}, {}, drive::text("b"), drive::list({"", ""}), {}, drive::list({})})}});
    annexes.push_back({"a field given twice", {}, {record({drive::text("a")}, {{"id", drive::text("b")}})}});
    annexes.push_back({"unknown fields of some records",
                       {},
                       {record({drive::text("a")}, {{"x", drive::text("1")}}), record({drive::text("b")}),
                        record({drive::text("c")}, {{"y", drive::number("2")}, {"x", drive::text("3")}})}});
    annexes.push_back({"members of the head in their order",
                       {{"z", drive::text("1")}, {"declaration", drive::text("d")}, {"a", drive::text("")}},
                       {plain_record("a"), plain_record("b")}});
    annexes.push_back({"members of the head of several kinds in their order",
                       {{"a b", drive::text("1")}, {"declaration", drive::text("d")}, {"z", drive::text("2")}},
                       {plain_record("a"), plain_record("b")}});
    const std::string long_text = std::string(70000, 'x') + "\"" + std::string(70000, ',');
    annexes.push_back({"a long text", {}, {plain_record("a"), record({drive::text(long_text)}), plain_record("b")}});
    std::vector<Record> many;
    for (int i = 0; i < 500; ++i) many.push_back(plain_record("r" + std::to_string(i)));
    annexes.push_back({"many records", {}, std::move(many)});
}

} // namespace

const std::vector<drive::Field>& fields() {
    static const std::vector<drive::Field> all = {{"id", ANNEXKIT_TEXT, {}},         {"part", ANNEXKIT_NUMBER, {}},
                                                  {"section", ANNEXKIT_TEXT, {}},    {"partners", ANNEXKIT_LIST, {}},
                                                  {"initiative", ANNEXKIT_TEXT, {}}, {"bodies", ANNEXKIT_LIST, {}},
                                                  {"agreed", ANNEXKIT_BOOLEAN, {}}};
    return all;
}

std::vector<Annex> hostile_annexes() {
    std::vector<Annex> annexes;
    add_shapes(annexes);
    add_texts(annexes, holdable_texts(), Loss::forbidden);
    add_texts(annexes, unholdable_texts(), Loss::allowed);
    add_kinds(annexes);
    return annexes;
}

std::vector<Annex> some_hostile_annexes() {
    std::vector<Annex> annexes;
    add_shapes(annexes);
    auto texts = holdable_texts();
    std::erase_if(texts, [](const Text& text) { return text.text.find_first_of("\"\\\n\r<,;=") == std::string::npos; });
    add_texts(annexes, texts, Loss::forbidden);
    std::erase_if(annexes,
                  [](const Annex& annex) { return annex.name.starts_with("many") || annex.name == "a long text"; });
    return annexes;
}

Annex plain_annex() { return {"plain", {}, {plain_record("a"), plain_record("b"), plain_record("c")}}; }

Annex mixed_annex() {
    Annex annex{"mixed", {{"declaration", drive::text("d")}, {"note", drive::text("a \"b\", <c>\n")}}, {}};
    annex.records.push_back(plain_record("first"));
    for (const auto& [name, text] : holdable_texts())
        if (text.size() < 100) annex.records.push_back(record({drive::text(text), {}, {}, drive::list({text, ""})}));
    for (const auto& [name, value] : samples_of_all_kinds())
        annex.records.push_back(record({drive::text(name)}, {{"other", value}}));
    annex.records.push_back(plain_record("last"));
    return annex;
}

Annex annex_with_losses() {
    Annex annex = mixed_annex();
    annex.head.emplace_back("control", drive::text("a\x01"));
    annex.head.emplace_back("count", drive::number("3"));
    annex.records.push_back(
        record({drive::text("\x01"), drive::text("x"), drive::list({"a"}), drive::text("b"), {}, {}, {}}));
    return annex;
}

} // namespace conformance
