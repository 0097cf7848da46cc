// SPDX-License-Identifier: Apache-2.0
// What the outputs of a batch are called, and what they may not be.
#include "messages/error.hpp"

#include <annexkit/batch.hpp>

#include <map>
#include <string>
#include <unordered_map>
#include <utility>

#include <fmt/format.h>

#include <sys/stat.h>

namespace annexkit {
namespace {

namespace fs = std::filesystem;

/// What a file is, whatever it is called.
using Identity = std::pair<::dev_t, ::ino_t>;

std::optional<Identity> identity_of(const fs::path& file) {
    struct ::stat status {};
    if (::stat(file.c_str(), &status) != 0) return std::nullopt;
    return Identity{status.st_dev, status.st_ino};
}

Error refuse(MessageId what, std::vector<Argument> arguments) {
    return make_error(ErrorKind::usage, what, std::move(arguments));
}

Error refuse_collision(const BatchFile& first, const BatchFile& second) {
    std::vector<Argument> arguments = {{"file", first.input.string()},
                                       {"other", second.input.string()},
                                       {"output", first.output.string()},
                                       {"below", second.output.string()}};
    return first.output == second.output ? refuse("batch.collision", std::move(arguments))
                                         : refuse("batch.folder", std::move(arguments));
}

} // namespace

Result<void> name_outputs(std::vector<BatchFile>& files, const fs::path& folder, std::string_view extension) {
    std::unordered_map<std::string, std::size_t> by_output;
    std::map<Identity, std::size_t> by_input;
    std::vector<BatchFile> kept;
    for (auto& file : files) {
        if (!file.fault) {
            file.output = (folder / file.output).replace_extension(extension);
            const auto [named, is_new] = by_output.emplace(file.output.native(), kept.size());
            const auto identity = identity_of(file.input);
            if (!is_new && identity && identity == identity_of(kept[named->second].input)) continue;
            if (!is_new) return refuse_collision(kept[named->second], file);
            if (identity) by_input.emplace(*identity, kept.size());
        }
        kept.push_back(std::move(file));
    }
    files = std::move(kept);
    for (const auto& file : files) {
        if (file.fault) continue;
        for (fs::path above = file.output.parent_path(); above != folder && above.has_relative_path();
             above = above.parent_path())
            if (const auto found = by_output.find(above.native()); found != by_output.end())
                return refuse_collision(files[found->second], file);
        const auto identity = identity_of(file.output);
        if (!identity) continue;
        if (const auto found = by_input.find(*identity); found != by_input.end())
            return refuse("batch.output-is-input",
                          {{"output", file.output.string()}, {"file", files[found->second].input.string()}});
    }
    return {};
}

} // namespace annexkit
