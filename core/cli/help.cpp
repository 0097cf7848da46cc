// SPDX-License-Identifier: Apache-2.0
#include "help.hpp"

#include "wrapping.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace annexkit::cli {
namespace {

constexpr std::size_t indent = 2;
// Where what is said of a name begins.
constexpr std::size_t text_column = 26;

} // namespace

std::string Help::make_option(const CLI::Option* option, bool is_positional) const {
    return entry(make_option_name(option, is_positional) + make_option_opts(option), make_option_desc(option));
}

std::string Help::make_subcommand(const CLI::App* command) const {
    return entry(command->get_display_name(true), command->get_description());
}

std::string Help::make_description(const CLI::App* command) const {
    return broken(CLI::Formatter::make_description(command));
}

std::string Help::make_footer(const CLI::App* command) const { return broken(CLI::Formatter::make_footer(command)); }

std::string Help::entry(const std::string& name, const std::string& text) const {
    std::string names;
    append_wrapped(name, {indent, 2 * indent}, width_, names);
    std::string lines;
    append_wrapped(text, {text_column, text_column}, width_, lines);
    // The text begins beside a name that leaves room for it.
    if (names.size() >= text_column || lines.empty()) return names + lines;
    return names.substr(0, names.size() - 1) + lines.substr(names.size() - 1);
}

// Lines of a paragraph are broken anew; those that are indented are to be copied, and stay whole.
std::string Help::broken(const std::string& text) const {
    std::string result;
    std::string paragraph;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string line = text.substr(begin, end - begin);
        begin = end + 1;
        if (!line.empty() && !line.starts_with(' ')) {
            paragraph += (paragraph.empty() ? "" : " ") + line;
            continue;
        }
        append_wrapped(std::exchange(paragraph, {}), {}, width_, result);
        result += line + '\n';
    }
    append_wrapped(paragraph, {}, width_, result);
    return result;
}

} // namespace annexkit::cli
