// SPDX-License-Identifier: Apache-2.0
// Errors in both languages, from the message files. The program has its messages there too, so what makes an error of
// them is exported, though no header of it is installed.
#pragma once

#include "messages/errors_en.hpp"
#include "messages/errors_fr.hpp"

#include <annexkit/export.h>
#include <annexkit/finding.hpp>
#include <annexkit/registry.hpp>
#include <annexkit/result.hpp>

#include <cstddef>
#include <vector>

namespace annexkit {

/// The id of a message. One that the message files do not have in both languages, alike, does not compile.
class MessageId {
  public:
    template <std::size_t size>
    consteval MessageId(const char (&id)[size]) : id_(id, size - 1) { // NOLINT: as a literal
        sdk::detail::check_words(sdk::detail::words_of(id_, errors_en), sdk::detail::words_of(id_, errors_fr));
    }
    [[nodiscard]] std::string_view id() const { return id_; }

  private:
    std::string_view id_;
};

/// The error of a message, with what its sentences speak of.
[[nodiscard]] ANNEXKIT_API Error make_error(ErrorKind kind, MessageId id, std::vector<Argument> arguments = {});

/// The same with the arguments "reason" and "reason_fr" for an error of the system (errno).
[[nodiscard]] ANNEXKIT_API Error make_error(ErrorKind kind, MessageId id, std::vector<Argument> arguments,
                                            int system_error);

/// The same for what another error says.
[[nodiscard]] ANNEXKIT_API Error make_error(ErrorKind kind, MessageId id, std::vector<Argument> arguments,
                                            const Error& reason);

/// "a, b", or "none" and "aucun" where there are none: the arguments "known" and "known_fr".
ANNEXKIT_API void add_known(std::vector<Argument>& arguments, const std::string& names);

/// The same of the registry's formats and where they were searched; and, as "absent" and "absent_fr", of a plugin that
/// is for what is wanted and was not loaded.
ANNEXKIT_API void add_known(std::vector<Argument>& arguments, const Registry& registry, const Wanted& wanted = {});

/// The second of it alone, and the plugin; nothing, and nullptr, where there is none.
const PluginCandidate* add_absent(std::vector<Argument>& arguments, const Registry& registry, const Wanted& wanted);

} // namespace annexkit
