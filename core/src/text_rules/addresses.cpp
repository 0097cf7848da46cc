// SPDX-License-Identifier: Apache-2.0
#include "text/ascii.hpp"
#include "text/lower.hpp"
#include "text_rules/text_rules.hpp"

#include <algorithm>
#include <array>

namespace annexkit {
namespace {

bool is_alnum(char byte) { return is_ascii_alphanumeric(byte) || static_cast<unsigned char>(byte) >= 0x80; }

bool is_label(std::string_view label) {
    return !label.empty() && label.front() != '-' && label.back() != '-' &&
           std::all_of(label.begin(), label.end(),
                       [](char byte) { return is_alnum(byte) || byte == '-' || byte == '_'; });
}

/// A name of at least two labels, the last of letters, or four numbers.
bool is_host(std::string_view host) {
    // "www.anapec" lacks what a country or purpose is told by.
    const bool is_www = host.starts_with("www.");
    std::size_t labels = 0;
    std::string_view last;
    for (;;) {
        const std::size_t dot = std::min(host.find('.'), host.size());
        last = host.substr(0, dot);
        if (!is_label(last)) return false;
        ++labels;
        if (dot == host.size()) break;
        host.remove_prefix(dot + 1);
    }
    const bool is_number = std::all_of(last.begin(), last.end(), [](char c) { return c >= '0' && c <= '9'; });
    return is_number ? labels == 4 : labels >= (is_www ? 3 : 2) && last.size() >= 2;
}

/// Without user and port.
std::string_view host_of(std::string_view rest) {
    std::string_view host = rest.substr(0, rest.find_first_of("/?#"));
    if (const std::size_t user = host.rfind('@'); user != host.npos) host.remove_prefix(user + 1);
    if (const std::size_t port = host.rfind(':');
        port != host.npos && port + 1 < host.size() && host.find_first_not_of("0123456789", port + 1) == host.npos)
        host = host.substr(0, port);
    return host;
}

bool is_sound(std::string_view address) {
    constexpr std::array<std::string_view, 5> schemes = {"http", "https", "ftp", "ftps", "sftp"};
    const std::size_t colon = address.find("://");
    if (colon == address.npos) return address.starts_with("www.") && is_host(host_of(address));
    const std::string scheme = lower(address.substr(0, colon));
    // Others, such as "ssh", have hosts of their own; what looks like "http" is a slip.
    if (std::find(schemes.begin(), schemes.end(), scheme) == schemes.end()) return scheme.find("tp") == scheme.npos;
    const std::string_view host = host_of(address.substr(colon + 3));
    return is_host(host) || host == "localhost";
}

/// What stands behind an address rather than in it, seen from its end.
std::string_view without_punctuation(std::string_view address) {
    constexpr std::array<std::string_view, 6> wide = {"\u00BB", "\u201D", "\u2019", "\u2026", "\u00A0", "\u202F"};
    for (bool found = true; found && !address.empty();) {
        found = std::string_view(".,;:!?\"')]}>").find(address.back()) != std::string_view::npos;
        // A bracket of the address itself, as in those of Wikipedia.
        if (address.back() == ')' && address.find('(') != address.npos) found = false;
        if (found) address.remove_suffix(1);
        for (const std::string_view mark : wide) {
            if (!address.ends_with(mark)) continue;
            address.remove_suffix(mark.size());
            found = true;
        }
    }
    return address;
}

/// Where the address begins that a mark at `at` belongs to.
std::size_t start_of(std::string_view text, std::size_t at) {
    while (at > 0 && is_ascii_letter(text[at - 1])) --at;
    return at;
}

/// Where what stands between scheme and host begins: "://", or a part of it behind http. npos when there is none.
std::size_t next_scheme(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find('/', from); at != text.npos; at = text.find('/', at + 1)) {
        std::size_t mark = at;
        while (mark > from && (text[mark - 1] == ':' || text[mark - 1] == '/')) --mark;
        const std::size_t begin = start_of(text, mark);
        const std::string_view word = text.substr(begin, mark - begin);
        const bool is_whole = text.substr(mark).starts_with("://") && !word.empty();
        if (is_whole || (text.substr(mark).size() > 1 && (word == "http" || word == "https"))) return mark;
    }
    return text.npos;
}

/// http with something like "://" behind it that is none: "http:\\\\", "http;//", "https:www", "http ://".
std::size_t next_broken_scheme(std::string_view text, std::size_t from) {
    if (text.find("ttp") == text.npos && text.find("TTP") == text.npos) return text.npos;
    const std::string lowered = lower(text);
    for (std::size_t at = lowered.find("http", from); at != text.npos; at = lowered.find("http", at + 1)) {
        if (at > 0 && is_ascii_letter(text[at - 1])) continue;
        std::string_view rest = std::string_view(lowered).substr(at + 4);
        if (rest.starts_with('s')) rest.remove_prefix(1);
        if (rest.starts_with("://")) continue;
        const bool is_mark = rest.starts_with(":\\\\") || rest.starts_with(";//") || rest.starts_with("//") ||
                             rest.starts_with(" ://") || rest.starts_with(":.//") || rest.starts_with(":www");
        if (is_mark) return at;
    }
    return text.npos;
}

/// "www." that no letter stands before, or "www,", and "ww." and "wwww.".
std::size_t next_www(std::string_view text, std::size_t from) {
    for (std::size_t at = text.find("ww", from); at != text.npos; at = text.find("ww", at + 1)) {
        const bool is_start = at == 0 || !is_ascii_letter(text[at - 1]);
        std::size_t end = at + 2;
        while (end < text.size() && text[end] == 'w') ++end;
        const bool is_end = end < text.size() && (text[end] == '.' || text[end] == ',');
        if (is_start && is_end) return at;
    }
    return text.npos;
}

} // namespace

void find_addresses(std::string_view text, TextFaults& faults) {
    const auto next_mark = [&](std::size_t from) { return std::min(next_scheme(text, from), next_www(text, from)); };
    if (const std::size_t broken = next_broken_scheme(text, 0); broken != text.npos) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n<>", broken), text.size());
        faults.push_back({"text.malformed-address",
                          broken,
                          end - broken,
                          {{"value", std::string(text.substr(broken, end - broken))}}});
        return;
    }
    for (std::size_t mark = next_mark(0); mark != text.npos;) {
        const std::size_t begin = start_of(text, mark);
        const std::size_t end = std::min(text.find_first_of(" \t\r\n<>", mark), text.size());
        const std::string_view address = without_punctuation(text.substr(begin, end - begin));
        if (!is_sound(address)) {
            faults.push_back({"text.malformed-address",
                              begin,
                              std::max<std::size_t>(address.size(), 1),
                              {{"value", std::string(address)}}});
            return;
        }
        mark = next_mark(end);
    }
}

} // namespace annexkit
