// SPDX-License-Identifier: Apache-2.0
// The coverage matrix as text, CSV and JSON.
#include "report/coverage_svg.hpp"
#include "report/json.hpp"
#include "report/words.hpp"
#include "text/ascii.hpp"

#include <annexkit/coverage.hpp>

#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>
#include <rapidjson/prettywriter.h>

namespace annexkit {
namespace {

// Calls `found` with each section and, within it, each of its objectives and the index of that.
template <class Head, class Row> void for_each_row(const Declaration& declaration, Head&& head, Row&& row) {
    for (const auto& section : declaration.sections) {
        head(section);
        for (std::size_t i = 0; i < declaration.objectives.size(); ++i) {
            const auto& objective = declaration.objectives[i];
            const auto& numbers = section.objectives;
            if (std::find(numbers.begin(), numbers.end(), objective.number) != numbers.end())
                row(section, objective, i);
        }
    }
}

// The longest beginning of the text that takes at most so many columns.
std::string shortened(std::string_view text, std::size_t columns) {
    if (columns_of(text) <= columns) return std::string(text);
    std::size_t size = 0;
    std::size_t used = 1;
    while (size < text.size()) {
        std::size_t next = size + 1;
        while (next < text.size() && is_continuation(text[next])) ++next;
        used += columns_of(text.substr(size, next - size));
        if (used > columns) break;
        size = next;
    }
    while (size > 0 && text[size - 1] == ' ') --size;
    return std::string(text.substr(0, size)) + "…";
}

std::string number_or_dot(std::uint64_t count) { return count == 0 ? "·" : fmt::format("{}", count); }

class Matrix {
  public:
    Matrix(const Coverage& coverage, const CoverageSettings& settings)
        : coverage_(coverage), settings_(settings), words_(words(settings.language)),
          declaration_(coverage.schema().declaration()) {}

    [[nodiscard]] std::string text() const;
    [[nodiscard]] std::string csv() const;
    [[nodiscard]] std::string json() const;

  private:
    [[nodiscard]] std::uint64_t count(std::optional<std::size_t> objective, std::optional<std::size_t> partner) const {
        return coverage_.count({settings_.part, objective, partner});
    }
    [[nodiscard]] std::string part_name() const {
        if (!settings_.part) return std::string(words_.all_parts);
        const Part& part = declaration_.parts[*settings_.part];
        return fmt::format("{} {}{} {}", words_.part, part.number, words_.colon,
                           in_language(part.label, settings_.language));
    }
    void text_row(std::string& text, std::string_view number, std::string_view objective_text,
                  std::optional<std::size_t> objective) const;
    [[nodiscard]] std::size_t partner_columns() const;
    [[nodiscard]] std::size_t total_columns() const;

    const Coverage& coverage_;
    const CoverageSettings& settings_;
    const Words& words_;
    const Declaration& declaration_;
};

// Every partner's column is as wide as the longest code, or count, and a space.
std::size_t Matrix::partner_columns() const {
    std::size_t widest = 2;
    for (std::size_t partner = 0; partner < declaration_.signatories.size(); ++partner)
        widest = std::max({widest, columns_of(declaration_.signatories[partner].code),
                           number_or_dot(count(std::nullopt, partner)).size()});
    return widest + 1;
}

// As wide as the largest total, and its heading.
std::size_t Matrix::total_columns() const {
    return std::max(columns_of(words_.total), number_or_dot(count(std::nullopt, std::nullopt)).size());
}

void Matrix::text_row(std::string& text, std::string_view number, std::string_view objective_text,
                      std::optional<std::size_t> objective) const {
    const std::size_t width = partner_columns();
    fmt::format_to(std::back_inserter(text), "{:>4} ", number);
    for (std::size_t partner = 0; partner < declaration_.signatories.size(); ++partner)
        fmt::format_to(std::back_inserter(text), "{:>{}}", number_or_dot(count(objective, partner)), width);
    fmt::format_to(std::back_inserter(text), " {:>{}}", number_or_dot(count(objective, std::nullopt)), total_columns());
    const std::size_t used = 5 + width * declaration_.signatories.size() + 1 + total_columns();
    if (settings_.width > used + 12 && !objective_text.empty()) {
        text += "  ";
        text += shortened(printable(objective_text), settings_.width - used - 2);
    }
    text += '\n';
}

std::string Matrix::text() const {
    const std::string title = fmt::format("{}, {}", in_language(declaration_.title, settings_.language), part_name());
    std::string text;
    for (const auto& line : lines_of(printable(title), settings_.width)) text += line + '\n';
    text += "\n     ";
    const std::size_t width = partner_columns();
    for (const auto& signatory : declaration_.signatories)
        text += std::string(width - std::min(width, columns_of(signatory.code)), ' ') + printable(signatory.code);
    fmt::format_to(std::back_inserter(text), " {:>{}}\n", words_.total, total_columns());
    for_each_row(
        declaration_,
        [&](const Section& section) {
            fmt::format_to(std::back_inserter(text), "{}\n", shortened(printable(section.heading), settings_.width));
        },
        [&](const Section&, const Point& objective, std::size_t index) {
            text_row(text, fmt::format("{}", objective.number), objective.text, index);
        });
    text_row(text, "", "", std::nullopt);
    const auto empty = static_cast<std::uint64_t>(
        std::count_if(declaration_.objectives.begin(), declaration_.objectives.end(),
                      [&, index = std::size_t{0}](const Point&) mutable { return count(index++, std::nullopt) == 0; }));
    const bool is_french = settings_.language == Language::french;
    fmt::format_to(std::back_inserter(text),
                   fmt::runtime(is_french ? "\n{} objectifs sur {} sans initiative\n"
                                          : "\n{} of {} objectives without an initiative\n"),
                   empty, declaration_.objectives.size());
    // What stands in no part is of none.
    if (coverage_.unplaced() > 0 && !settings_.part)
        text += (is_french ? "hors du tableau : " : "outside the matrix: ") +
                counted(coverage_.unplaced(), words_.initiative, settings_.language) + '\n';
    return text;
}

std::string Matrix::csv() const {
    // Separator and mark are those of the csv list of findings.
    const char separator = settings_.language == Language::french ? ';' : ',';
    std::string text = "\xEF\xBB\xBF";
    bool is_first = true;
    const auto put_cell = [&](std::string_view cell) {
        if (!std::exchange(is_first, false)) text += separator;
        if (cell.find_first_of("\",;\r\n") == std::string_view::npos) {
            text += cell;
            return;
        }
        text += '"';
        for (const char c : cell) text += c == '"' ? "\"\"" : std::string(1, c);
        text += '"';
    };
    for (const auto word : {words_.section, words_.objective}) put_cell(word);
    for (const auto& signatory : declaration_.signatories) put_cell(signatory.code);
    put_cell(words_.total);
    const auto end_row = [&] {
        text += "\r\n";
        is_first = true;
    };
    end_row();
    const auto put_row = [&](std::string_view section, std::string_view number, std::optional<std::size_t> objective) {
        put_cell(section);
        put_cell(number);
        for (std::size_t partner = 0; partner < declaration_.signatories.size(); ++partner)
            put_cell(fmt::format("{}", count(objective, partner)));
        put_cell(fmt::format("{}", count(objective, std::nullopt)));
        end_row();
    };
    for_each_row(
        declaration_, [](const Section&) {},
        [&](const Section& section, const Point& objective, std::size_t index) {
            put_row(section.code, fmt::format("{}", objective.number), index);
        });
    put_row(words_.total, "", std::nullopt);
    return text;
}

std::string Matrix::json() const {
    JsonBuffer buffer;
    rapidjson::PrettyWriter<JsonBuffer> writer(buffer);
    writer.SetIndent(' ', 2);
    writer.SetFormatOptions(rapidjson::kFormatSingleLineArray);
    const auto put_counts = [&](std::optional<std::size_t> objective) {
        put(writer, "initiatives", count(objective, std::nullopt));
        put_key(writer, "partners");
        writer.StartObject();
        for (std::size_t partner = 0; partner < declaration_.signatories.size(); ++partner)
            put(writer, declaration_.signatories[partner].code, count(objective, partner));
        writer.EndObject();
    };
    writer.StartObject();
    put(writer, "declaration", declaration_.id);
    if (settings_.part) {
        put_key(writer, "part");
        writer.Int64(declaration_.parts[*settings_.part].number);
    }
    put_counts(std::nullopt);
    if (!settings_.part) put(writer, "unplaced", coverage_.unplaced());
    put_key(writer, "objectives");
    writer.StartArray();
    for_each_row(
        declaration_, [](const Section&) {},
        [&](const Section& section, const Point& objective, std::size_t index) {
            writer.StartObject();
            put_key(writer, "objective");
            writer.Int64(objective.number);
            put(writer, "section", section.code);
            put_counts(index);
            writer.EndObject();
        });
    writer.EndArray();
    writer.EndObject();
    return std::string(buffer.GetString(), buffer.GetSize()) + "\n";
}

} // namespace

std::string render(const Coverage& coverage, CoverageForm form, const CoverageSettings& settings) {
    switch (form) {
    case CoverageForm::text: return Matrix(coverage, settings).text();
    case CoverageForm::csv: return Matrix(coverage, settings).csv();
    case CoverageForm::json: return Matrix(coverage, settings).json();
    case CoverageForm::svg: return coverage_svg(coverage, settings);
    }
    return {};
}

} // namespace annexkit
