// SPDX-License-Identifier: Apache-2.0
// Reads what stands outside the initiatives, and cuts the initiatives into chunks.
#pragma once

#include "report.hpp"
#include "sax.hpp"
#include "settings.hpp"

#include <annexkit/plugin_sdk.hpp>

#include <string_view>
#include <vector>

namespace annexkit::json {

/// The scan of one input. It finds out the layout and writes it to the settings.
class Frame {
  public:
    explicit Frame(Settings& settings) : settings_(settings) {}

    annexkit_status scan(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan);

  private:
    /// Where the window starts.
    enum class Stage { start, first_member, next_member, after_member, list, after_element, lines, tail };
    /// What scan answers, or that it may go on.
    enum class Step { on, more, structure, records, end, stopped };

    Step advance();
    Step out_of_text();
    Step start(std::size_t at);
    Step first_object(std::size_t at);
    Step first_scalar(std::size_t at);
    Step list(std::size_t at);
    Step after_element(std::size_t at);
    Step close_list(std::size_t at);
    Step lines(std::size_t at);
    Step member(std::size_t at);
    Step named_member(std::size_t at);
    Step initiatives(std::size_t at);
    Step head(std::size_t at);
    Step ignored(std::size_t at, const sdk::Finding& finding, std::string_view name);
    Step close_document(std::size_t at);

    [[nodiscard]] std::size_t blanks_until(std::size_t at) const { return skip_blank(window_, at); }
    template <class Handler> Outcome read(std::size_t at, Handler& handler);
    [[nodiscard]] bool is_cut_off(const Outcome& outcome) const;
    Step wait() const { return at_ > 0 ? Step::structure : Step::more; }
    /// The window ends within what stands at its start.
    Step cut_off(Problem problem);
    Step fault(Problem problem, std::size_t at);
    Step refuse(const Outcome& outcome);
    /// Reports an error behind which reading does not go on.
    Step stop(annexkit_status reported);
    Step took(std::size_t end, Stage next);

    Settings& settings_;
    Stage stage_ = Stage::start;
    bool has_head_ = false;
    bool has_initiatives_ = false;
    /// In the list, a comma was the last thing before the window.
    bool after_comma_ = false;

    // For one call of scan.
    const sdk::Sink* sink_ = nullptr;
    std::string_view window_;
    bool last_ = false;
    /// How much of the window has been dealt with.
    std::size_t at_ = 0;
    annexkit_status status_ = ANNEXKIT_OK;
    /// A copy of the window that is read in place, or empty.
    std::vector<char> copy_;
    RapidReader reader_;
};

} // namespace annexkit::json
