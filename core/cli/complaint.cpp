// SPDX-License-Identifier: Apache-2.0
#include "complaint.hpp"

#include "messages/error.hpp"

#include <regex>
#include <utility>
#include <vector>

namespace annexkit::cli {
namespace {

/// What the library of the command line says, in English alone, and what we say of it.
struct Complaint {
    const char* pattern;
    MessageId message;
    /// What the groups of the pattern are.
    std::vector<const char*> names;
};

const std::vector<Complaint>& complaints() {
    static const std::vector<Complaint> all = {
        {R"((.+) is required)", "usage.required", {"name"}},
        {R"((.+) excludes (.+))", "usage.excludes", {"flag", "other"}},
        {R"((.+) requires (.+))", "usage.needs", {"flag", "other"}},
        {R"((.+): (.*) not in \{(.*)\})", "usage.not-in", {"flag", "value", "known"}},
        {R"(Could not convert: (.+) = (.*))", "usage.unconvertible", {"flag", "value"}},
        {R"((.+): Value (.*) not in range (?:\[)?(\S+)(?: to | - )([^\]]+)\]?)",
         "usage.range",
         {"flag", "value", "least", "most"}},
        {R"((.+): \d+ required .* missing)", "usage.no-value", {"flag"}},
        {R"((.+): At Most \d+ required but received (\d+))", "usage.too-many", {"flag", "count"}},
        {R"((?:.+: )?Directory does not exist: (.*))", "usage.no-folder", {"value"}},
    };
    return all;
}

} // namespace

Error complaint_of(const std::string& said, const std::string& command) {
    for (const auto& [pattern, message, names] : complaints()) {
        std::smatch groups;
        if (!std::regex_match(said, groups, std::regex(pattern))) continue;
        std::vector<Argument> arguments = {{"command", command}};
        for (std::size_t i = 0; i < names.size(); ++i) arguments.push_back({names[i], groups[i + 1]});
        return make_error(ErrorKind::usage, message, std::move(arguments));
    }
    return make_error(ErrorKind::usage, "usage.complaint", {{"complaint", said}, {"command", command}});
}

} // namespace annexkit::cli
