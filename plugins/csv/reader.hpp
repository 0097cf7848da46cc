// SPDX-License-Identifier: Apache-2.0
// The importer: scan finds the headings and cuts whole rows, parse reads them.
#pragma once

#include "candidates.hpp"
#include "heading.hpp"
#include "spell.hpp"

namespace annexkit::csv {

class Reader {
  public:
    explicit Reader(const sdk::OpenRequest& request);
    annexkit_status scan(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status parse(annexkit_chunk& chunk, const sdk::Sink& sink) const;
    [[nodiscard]] std::string_view setting(std::string_view option) const;
    /// See annexkit_importer.candidates.
    template <class Take>
    annexkit_status candidates(const annexkit_window& window, const sdk::Sink& sink, Take&& take) const {
        return tell_candidates({window, table_.dialect, table_.fields, sink}, has_headings_, take);
    }
    bool spell(const annexkit_spell_request& request, annexkit_span& replaced, sdk::Output& output) const {
        return csv::spell(table_, request, replaced, output);
    }

  private:
    enum class State { mark, sep_line, headings, rows };

    annexkit_status read_sep_line(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status read_headings(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status read_width(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan);
    annexkit_status deliver_columns(std::vector<std::string> names, const Heading& heading, const sdk::Sink& sink);
    annexkit_status deliver_head(std::string_view text, const Row& row, const sdk::Sink& sink);
    annexkit_status cut(const annexkit_window& window, const sdk::Sink& sink, annexkit_scan& scan);

    Table table_;
    bool has_headings_ = true;
    State state_ = State::mark;
};

std::int32_t sniff(annexkit_text beginning);

} // namespace annexkit::csv
