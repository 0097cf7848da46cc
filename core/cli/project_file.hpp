// SPDX-License-Identifier: Apache-2.0
// annexkit.toml: settings of a project, found from its inputs upward.
#pragma once

#include "failure.hpp"

#include <CLI/CLI.hpp>

#include <filesystem>
#include <initializer_list>
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

    /// Does what may refuse the values of these options. Throws Failure; where it is the file alone that gave them, the
    /// error says where.
    template <class Work> void blame(std::initializer_list<std::string_view> options, Work&& work) const {
        try {
            std::forward<Work>(work)();
        } catch (const Failure& failure) {
            throw told(failure, options);
        }
    }

  private:
    /// The settings in use as TOML, and where each one comes from.
    [[nodiscard]] std::string shown() const;
    [[nodiscard]] std::filesystem::path find(const std::vector<std::string>& inputs) const;
    void read();
    [[nodiscard]] Failure told(const Failure& failure, std::initializer_list<std::string_view> options) const;

    /// An option that the file gave, and where: ", line 2, column 1", in French too.
    struct Taken {
        std::string_view name;
        std::string place;
        std::string place_fr;
    };

    CLI::App* command_ = nullptr;
    std::string file_;
    bool none_ = false;
    bool show_ = false;
    std::filesystem::path found_;
    std::vector<Taken> taken_;
};

} // namespace annexkit::cli
