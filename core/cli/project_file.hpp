// SPDX-License-Identifier: Apache-2.0
// annexkit.toml: settings of a project, found from its inputs upward.
#pragma once

#include "failure.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace annexkit::cli {

/// --config, --no-config and --show-config, and what they lead to.
///
/// A key of the file is the name of an option: what the command line says goes before what the file says. Paths are
/// those below the file's folder.
class ProjectFile {
  public:
    void setup(CLI::App& command);

    /// Gives the options of the command that the command line does not name what the file says. Without --config it is
    /// the annexkit.toml in the folder of the inputs, or the nearest one above. Throws Failure for a file that is
    /// malformed or has a key that is not known, and where the inputs have several. Returns false where --show-config
    /// was given and has been answered, so that there is nothing else to do.
    [[nodiscard]] bool apply(const std::vector<std::string>& inputs);

    /// The file in use; empty for none.
    [[nodiscard]] std::string file() const { return found_.string(); }

    /// Does what may refuse this value of the option, or its values. Throws Failure; where the file gave them, the
    /// error says where.
    template <class Work> void blame(std::string_view option, std::string_view value, Work&& work) const {
        try {
            std::forward<Work>(work)();
        } catch (const Failure& failure) {
            throw told(failure, option, value);
        }
    }
    template <class Work> void blame(std::string_view option, Work&& work) const {
        blame(option, {}, std::forward<Work>(work));
    }

    /// A place in the file, as it is told: ", line 2, column 1", in French too.
    struct Spot {
        std::string place;
        std::string place_fr;
    };
    /// A value as the option takes it.
    struct Given {
        std::string text;
        Spot at;
    };

  private:
    /// The settings in use as TOML, and where each one comes from.
    [[nodiscard]] std::string shown() const;
    [[nodiscard]] std::filesystem::path find(const std::vector<std::string>& inputs) const;
    void read();
    [[nodiscard]] Failure told(const Failure& failure, std::string_view option, std::string_view value) const;

    /// An option that the file gave.
    struct Taken {
        std::string_view name;
        Spot at;
        std::vector<Given> values;
    };

    CLI::App* command_ = nullptr;
    std::string file_;
    bool none_ = false;
    bool show_ = false;
    std::filesystem::path found_;
    std::vector<Taken> taken_;
};

} // namespace annexkit::cli
