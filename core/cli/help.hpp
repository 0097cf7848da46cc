// SPDX-License-Identifier: Apache-2.0
// --help in lines that a terminal has room for.
#pragma once

#include <CLI/CLI.hpp>

#include <cstddef>
#include <string>

namespace annexkit::cli {

/// Breaks what CLI11 says in one line each: what options and commands are for.
class Help : public CLI::Formatter {
  public:
    explicit Help(std::size_t width) : width_(width) {}

    std::string make_option(const CLI::Option* option, bool is_positional) const override;
    std::string make_subcommand(const CLI::App* command) const override;
    std::string make_description(const CLI::App* command) const override;
    std::string make_footer(const CLI::App* command) const override;

  private:
    [[nodiscard]] std::string entry(const std::string& name, const std::string& text) const;
    [[nodiscard]] std::string broken(const std::string& text) const;

    std::size_t width_;
};

} // namespace annexkit::cli
