// SPDX-License-Identifier: Apache-2.0
#include "text_rules/text_rules.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace annexkit {
namespace {

constexpr std::size_t longest = 24;

bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }

bool is_number(std::string_view text, std::size_t least, std::size_t most) {
    return text.size() >= least && text.size() <= most && std::all_of(text.begin(), text.end(), is_digit);
}

/// Months as the French and the English Excel abbreviate them, in lower case.
bool is_month(std::string_view text) {
    constexpr std::array<std::string_view, 25> months = {
        "janv", "févr", "mars", "avr", "mai", "juin", "juil", "août", "sept", "oct", "nov", "déc", "jan",
        "feb",  "mar",  "apr",  "may", "jun", "jul",  "aug",  "sep",  "dec",  "fév", "aou", "fevr"};
    if (text.ends_with('.')) text.remove_suffix(1);
    if (text.size() < 3) return false;
    std::string lower(text);
    for (char& byte : lower)
        if (byte >= 'A' && byte <= 'Z') byte = static_cast<char>(byte - 'A' + 'a');
    return std::find(months.begin(), months.end(), lower) != months.end();
}

/// "Sat May 04 2013" of scripts.
bool is_script_date(std::string_view text) {
    constexpr std::array<std::string_view, 7> days = {"Mon ", "Tue ", "Wed ", "Thu ", "Fri ", "Sat ", "Sun "};
    constexpr std::size_t size = 15;
    const bool is_day =
        std::any_of(days.begin(), days.end(), [&](std::string_view day) { return text.starts_with(day); });
    return is_day && text.size() == size && is_month(text.substr(4, 3)) && is_number(text.substr(11), 4, 4);
}

/// What day 0 of a spreadsheet is shown as: an empty cell with the form of a date.
bool is_day_zero(std::string_view text) {
    return text.starts_with("1899-12-30") || text.starts_with("1900-01-00") || text.starts_with("00/01/1900") ||
           text.starts_with("30/12/1899");
}

/// "2012-03-01 00:00:00" or "01/03/2012 00:00": nobody writes midnight.
bool is_midnight(std::string_view text) {
    const std::size_t space = text.find_last_of(" T");
    if (space == text.npos) return false;
    const std::string_view time = text.substr(space + 1);
    const std::string_view date = text.substr(0, space);
    if (time != "00:00:00" && time != "00:00" && time != "0:00") return false;
    constexpr std::size_t shortest = 6; // 5/4/13
    if (is_script_date(date)) return true;
    return date.size() >= shortest && std::all_of(date.begin(), date.end(), [](char byte) {
               return is_digit(byte) || byte == '-' || byte == '/' || byte == '.';
           });
}

} // namespace

bool is_spreadsheet_date(std::string_view text) {
    if (text.size() > longest || text.size() < 5 || !(is_digit(text.front()) || is_digit(text.back()))) return false;
    if (is_midnight(text) || is_day_zero(text)) return true;
    constexpr std::size_t longest_month = 5;
    const std::size_t dash = text.find('-');
    if (dash == text.npos || dash > longest_month) return false;
    const std::string_view first = text.substr(0, dash);
    const std::string_view rest = text.substr(dash + 1);
    if (is_month(first)) return is_number(rest, 2, 2);
    if (!is_number(first, 1, 2)) return false;
    const std::size_t second = rest.find('-');
    return is_month(rest.substr(0, second)) && (second == rest.npos || is_number(rest.substr(second + 1), 2, 4));
}

bool is_spreadsheet_error(std::string_view text) {
    if (text.empty() || (text.front() != '#' && text.front() != 'E')) return false;
    // LibreOffice's own, in either language.
    for (const std::string_view error : {"Err:", "Err :"})
        if (text.starts_with(error)) return is_number(text.substr(error.size()), 3, 3);
    if (!text.starts_with('#')) return false;
    constexpr std::size_t narrow = 4;
    if (text.size() >= narrow && text.find_first_not_of('#') == text.npos) return true;
    if (text == "#N/A" || text == "#N/D" || text == "#NV" || text == "#N/DISP") return true;
    // In capitals and with a mark in every language: #REF! #VALEUR ! #NOM? #\u00A1REF!
    std::string_view name = text.substr(1);
    if (!name.ends_with('!') && !name.ends_with('?')) return false;
    name.remove_suffix(1);
    for (const std::string_view space : {" ", "\u00A0", "\u202F"})
        if (name.ends_with(space)) name.remove_suffix(space.size());
    for (const std::string_view mark : {"\u00A1", "\u00BF"})
        if (name.starts_with(mark)) name.remove_prefix(mark.size());
    constexpr std::size_t shortest = 3;
    constexpr std::size_t longest_name = 15;
    return name.size() >= shortest && name.size() <= longest_name &&
           std::all_of(name.begin(), name.end(), [](char byte) {
               return (byte >= 'A' && byte <= 'Z') || byte == '/' || byte == '_' || is_digit(byte);
           });
}

} // namespace annexkit
