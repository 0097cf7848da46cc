// SPDX-License-Identifier: Apache-2.0
// The rules for people: the list of all, and a page for each.
#include "report/words.hpp"
#include "text/french.hpp"

#include <annexkit/report.hpp>

#include <algorithm>
#include <vector>

#include <fmt/format.h>

namespace annexkit {
namespace {

constexpr std::size_t rule_indent = 2;

// What a format of others does not say in French is shown in English.
std::string_view or_english(std::string_view french, std::string_view english) {
    return french.empty() ? english : french;
}

std::string summary_of(const Rule& rule, Language language) {
    return printable(or_english(rule.in(language).summary, rule.english.summary));
}

std::string sentence_shown(std::string_view sentence) {
    return printable(general(sentence, [](std::string_view argument) { return std::string(argument); }));
}

std::string_view mending_in_english(Fix fix) {
    switch (fix) {
    case Fix::safe: return "Mended by annexkit fix.";
    case Fix::unsafe: return "Mended by annexkit fix --unsafe.";
    case Fix::both: return "Mended by annexkit fix where it is certain what is meant, else with --unsafe.";
    case Fix::none: break;
    }
    return "Not mended by annexkit fix.";
}

std::string_view mending_in_french(Fix fix) {
    switch (fix) {
    case Fix::safe: return "Corrigée par annexkit fix.";
    case Fix::unsafe: return "Corrigée par annexkit fix --unsafe.";
    case Fix::both: return "Corrigée par annexkit fix là où ce qui est voulu est certain, sinon avec --unsafe.";
    case Fix::none: break;
    }
    return "Non corrigée par annexkit fix.";
}

class Page {
  public:
    Page(const Rule& rule, Language language, std::size_t width)
        : rule_(rule), language_(language), is_french_(language == Language::french), said_(words(language)),
          text_(rule.in(language)), width_(std::max<std::size_t>(width, 40)) {}

    std::string text() {
        put(fmt::format("{} ({})", rule_.id, word(said_, rule_.severity)));
        put(summary_of(rule_, language_));
        if (const auto why = or_english(text_.why, rule_.english.why); !why.empty()) {
            page_ += '\n';
            put(printable(is_french_ ? with_french_spaces(why) : std::string(why)));
        }
        head(said_.message);
        put(sentence_shown(text_.message), rule_indent);
        if (!text_.hint.empty())
            put(fmt::format("{}{} {}", said_.hint, said_.colon, sentence_shown(text_.hint)), rule_indent);
        put_example(is_french_ ? "Mauvais exemple" : "Bad example", rule_.bad);
        put_example(is_french_ ? "Bon exemple" : "Good example", rule_.good);
        page_ += '\n';
        put_facts();
        return std::move(page_);
    }

  private:
    void head(std::string_view title) { page_ += fmt::format("\n{}\n", title); }

    void put(std::string_view text, std::size_t margin = 0) {
        for (const auto& line : lines_of(text, width_ - margin)) {
            page_.append(margin, ' ');
            page_ += line;
            page_ += '\n';
        }
    }

    // Line by line as it stands: an example that is cut or wrapped would be another one.
    void put_example(std::string_view title, std::string_view example) {
        if (example.empty()) return;
        head(title);
        while (!example.empty()) {
            const auto line = example.substr(0, example.find('\n'));
            page_.append(rule_indent, ' ');
            append_printable(line, page_);
            page_ += '\n';
            example.remove_prefix(std::min(line.size() + 1, example.size()));
        }
    }

    // What is to be known of the rule beside what it means, a line each.
    void put_facts() {
        const Fix fix = fix_of(rule_.id);
        put(is_french_ ? mending_in_french(fix) : mending_in_english(fix));
        if (const auto& formats = rule_.formats; !formats.empty()) {
            const bool one = formats.size() == 1;
            put(fmt::format("{} {}.",
                            is_french_ ? (one ? "Signalée par le format" : "Signalée par les formats")
                                       : (one ? "Reported by the format" : "Reported by the formats"),
                            fmt::join(formats, ", ")));
        }
        if (rule_.of_whole_annex)
            put(is_french_ ? "Demandée seulement avec --whole-annex." : "Asked under --whole-annex only.");
        if (rule_.tells_loss()) {
            put(is_french_ ? "Ne peut être ni désactivée ni adoucie\u00A0: elle dit ce qui n'a pas pu être lu ou écrit."
                           : "Cannot be switched off or made milder: it tells what could not be read or written.");
        } else {
            put(fmt::format("{} --ignore {}", is_french_ ? "Se désactive avec" : "Switched off by", rule_.id));
        }
    }

    const Rule& rule_;
    const Language language_;
    const bool is_french_;
    const Words& said_;
    const RuleText& text_;
    const std::size_t width_;
    std::string page_;
};

} // namespace

std::string rule_page(const Rule& rule, Language language, std::size_t width) {
    return Page(rule, language, width).text();
}

std::string rule_list(const RuleCatalogue& rules, Language language, std::string_view name) {
    return rule_list(rules, language, name, std::string::npos);
}

std::string rule_list(const RuleCatalogue& rules, Language language, std::string_view name, std::size_t width) {
    const Words& said = words(language);
    std::vector<const Rule*> listed;
    std::size_t longest_id = 0;
    std::size_t longest_word = 0;
    for (const auto& [id, rule] : rules.all()) {
        const bool is_asked =
            name.empty() || (id.starts_with(name) && id.find_first_of(".-", name.size()) == name.size());
        if (!is_asked) continue;
        listed.push_back(&rule);
        longest_id = std::max(longest_id, id.size());
        longest_word = std::max(longest_word, word(said, rule.severity).size());
    }
    constexpr std::size_t least_columns = 20;
    const std::size_t before = longest_id + longest_word + 4;
    const std::size_t columns = std::max(width, before + least_columns) - before;
    std::string list;
    for (const Rule* rule : listed) {
        std::string beginning =
            fmt::format("{:<{}}  {:<{}}  ", rule->id, longest_id, word(said, rule->severity), longest_word);
        for (const auto& line : lines_of(summary_of(*rule, language), columns)) {
            list += beginning + line + '\n';
            beginning.assign(before, ' ');
        }
    }
    return list;
}

} // namespace annexkit
