// SPDX-License-Identifier: Apache-2.0
// The annex head: the attributes of the root and its head elements.
#pragma once

#include "outline.hpp"
#include "values.hpp"

#include <string_view>
#include <utility>
#include <vector>

namespace annexkit::xml {

class Head {
  public:
    /// text: what the tags and elements stand in; it outlives the head.
    explicit Head(std::string_view text) : text_(text) {}

    void add(const Attribute& attribute);
    /// A head element, which the outline holds.
    void add(const Outline& outline);
    /// Delivers the members, if there are any, and reports what is no part of them.
    annexkit_status deliver(const sdk::Sink& sink) const;

  private:
    void add(std::string_view name, const annexkit_value& value, annexkit_span span);

    std::string_view text_;
    Values values_;
    std::vector<annexkit_named_value> members_;
    std::vector<annexkit_place> places_;
    std::vector<std::pair<Surplus, annexkit_span>> surplus_;
};

} // namespace annexkit::xml
