// SPDX-License-Identifier: Apache-2.0
#include "report/coverage_svg.hpp"

#include "report/words.hpp"
#include "text/xml_tree.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>

namespace annexkit {
namespace {

constexpr int number_width = 44;
constexpr int least_cell_width = 44;
constexpr int cell_height = 24;
constexpr int band_height = 28;
constexpr int margin = 24;
// What the word behind the legend takes.
constexpr int legend_words = 80;
constexpr int title_height = 20;
constexpr int heading_height = 17;
// What a bold letter takes of a line on average, 16 and 13 high, in any sans serif; titles may be all capitals.
constexpr int title_letter = 12;
constexpr int heading_letter = 8;
// What a figure takes, bold or not.
constexpr int figure = 8;

// Light to dark; white figures on the two darkest keep a contrast of 4.5 (WCAG 2.1, 1.4.3).
constexpr std::array shades = {"#ffffff", "#dbe7f3", "#b3cde6", "#7fa9d1", "#33689e", "#1d4477"};

// Shades divide the counts up to the largest alike; as many counts as there are shades have one each.
struct Scale {
    static constexpr std::uint64_t steps = shades.size() - 1;
    std::uint64_t most = steps;

    [[nodiscard]] std::size_t shade_of(std::uint64_t count) const { return (count * steps + most - 1) / most; }
    /// "3", "6–9": the counts of a shade.
    [[nodiscard]] std::string counts_of(std::size_t shade) const {
        if (shade == 0) return "0";
        const std::uint64_t first = (shade - 1) * most / steps + 1;
        const std::uint64_t last = shade * most / steps;
        return first == last ? fmt::format("{}", first) : fmt::format("{}–{}", first, last);
    }
};

class Picture {
  public:
    Picture(const Coverage& coverage, const CoverageSettings& settings)
        : coverage_(coverage), settings_(settings), declaration_(coverage.schema().declaration()) {
        for (std::size_t objective = 0; objective < declaration_.objectives.size(); ++objective)
            for (std::size_t partner = 0; partner < declaration_.signatories.size(); ++partner)
                scale_.most = std::max(scale_.most, coverage.count({{}, objective, partner}));
        const auto figures = static_cast<int>(fmt::format("{}", coverage.count({})).size());
        cell_width_ = std::max(least_cell_width, figures * figure + 4);
    }

    std::string draw();

  private:
    [[nodiscard]] int x_of(std::size_t column) const {
        return margin + number_width + static_cast<int>(column) * cell_width_;
    }
    [[nodiscard]] int width() const {
        const int legend = x_of(0) + static_cast<int>(shades.size()) * legend_width() + legend_words;
        return std::max(x_of(declaration_.signatories.size() + 1), legend) + margin;
    }
    [[nodiscard]] int legend_width() const {
        return std::max(cell_width_, figure * static_cast<int>(columns_of(scale_.counts_of(shades.size() - 1))) + 12);
    }

    pugi::xml_node add(const char* name) { return xml_tree::child(svg_, name); }
    static void set(pugi::xml_node node, const char* name, int value) {
        xml_tree::set(node, name, fmt::format("{}", value));
    }
    static void set(pugi::xml_node node, const char* name, std::string_view value) { xml_tree::set(node, name, value); }
    struct Label {
        int x;
        int y;
        const char* anchor = "start";
        const char* weight = "normal";
        const char* fill = "#1b1b1b";
        int size = 13;
    };
    void text(const Label& label, const std::string& value);
    void rectangle(int x, int y, int w, const char* fill, const char* stroke);
    void head();
    void rows();
    void legend(int y);
    /// How many letters a line has room for.
    [[nodiscard]] std::size_t room(int letter) const {
        return static_cast<std::size_t>((width() - 2 * margin) / letter);
    }
    void row(int y, const std::string& number, std::optional<std::size_t> objective);

    const Coverage& coverage_;
    const CoverageSettings& settings_;
    const Declaration& declaration_;
    /// The same for every part.
    Scale scale_;
    /// Wide enough for the largest total, of all parts.
    int cell_width_ = least_cell_width;
    pugi::xml_document document_;
    pugi::xml_node svg_;
    /// Where what follows begins.
    int y_ = 0;
};

void Picture::text(const Label& label, const std::string& value) {
    auto node = add("text");
    set(node, "x", label.x);
    set(node, "y", label.y);
    set(node, "font-size", label.size);
    set(node, "text-anchor", label.anchor);
    set(node, "font-weight", label.weight);
    set(node, "fill", label.fill);
    xml_tree::set_text(node, printable(value));
}

void Picture::rectangle(int x, int y, int w, const char* fill, const char* stroke) {
    auto node = add("rect");
    set(node, "x", x);
    set(node, "y", y);
    set(node, "width", w);
    set(node, "height", cell_height);
    set(node, "fill", fill);
    set(node, "stroke", stroke);
}

void Picture::head() {
    const Words& said = words(settings_.language);
    const std::string part =
        settings_.part ? fmt::format("{} {}{} {}", said.part, declaration_.parts[*settings_.part].number, said.colon,
                                     in_language(declaration_.parts[*settings_.part].label, settings_.language))
                       : std::string(said.all_parts);
    const std::string title = fmt::format("{}, {}", in_language(declaration_.title, settings_.language), part);
    xml_tree::set_text(add("title"), printable(title));
    auto page = add("rect");
    set(page, "width", "100%");
    set(page, "height", "100%");
    set(page, "fill", "#ffffff");
    y_ = margin + 14;
    for (const auto& line : lines_of(printable(title), room(title_letter))) {
        text({margin, y_, "start", "bold", "#1b1b1b", 16}, line);
        y_ += title_height;
    }
    y_ += cell_height;
    const int y = y_;
    y_ += 8;
    for (std::size_t partner = 0; partner < declaration_.signatories.size(); ++partner)
        text({x_of(partner) + cell_width_ / 2, y, "middle", "bold"}, declaration_.signatories[partner].code);
    text({x_of(declaration_.signatories.size()) + cell_width_ / 2, y, "middle", "bold"}, std::string(said.total));
}

void Picture::row(int y, const std::string& number, std::optional<std::size_t> objective) {
    text({margin + number_width - 10, y + 17, "end", "normal", "#1b1b1b"}, number);
    for (std::size_t partner = 0; partner <= declaration_.signatories.size(); ++partner) {
        const bool is_total = partner == declaration_.signatories.size() || !objective;
        const auto column = partner == declaration_.signatories.size() ? std::nullopt : std::optional(partner);
        const auto count = coverage_.count({settings_.part, objective, column});
        const std::size_t shade = is_total ? 0 : scale_.shade_of(count);
        rectangle(x_of(partner), y, cell_width_, shades[shade], "#c9ced6");
        const bool is_gap = column == std::nullopt && objective && count == 0;
        const char* fill = shade >= 4 ? "#ffffff" : is_gap ? "#a4262c" : count == 0 ? "#6b7280" : "#1b1b1b";
        const bool is_shown = count > 0 || is_total;
        if (is_shown)
            text({x_of(partner) + cell_width_ / 2, y + 17, "middle", is_total ? "bold" : "normal", fill},
                 fmt::format("{}", count));
    }
}

void Picture::legend(int y) {
    for (std::size_t shade = 0; shade < shades.size(); ++shade) {
        const int x = x_of(0) + static_cast<int>(shade) * legend_width();
        rectangle(x, y, legend_width(), shades[shade], "#c9ced6");
        text({x + legend_width() / 2, y + 17, "middle", "normal", shade >= 4 ? "#ffffff" : "#1b1b1b"},
             scale_.counts_of(shade));
    }
    text({x_of(0) + static_cast<int>(shades.size()) * legend_width() + 8, y + 17},
         std::string(words(settings_.language).initiative.several));
}

void Picture::rows() {
    int y = y_;
    for (const auto& section : declaration_.sections) {
        y += band_height - heading_height;
        for (const auto& line : lines_of(printable(section.heading), room(heading_letter))) {
            text({margin, y + 8, "start", "bold", "#33415c"}, line);
            y += heading_height;
        }
        for (std::size_t i = 0; i < declaration_.objectives.size(); ++i) {
            const auto& numbers = section.objectives;
            if (std::find(numbers.begin(), numbers.end(), declaration_.objectives[i].number) == numbers.end()) continue;
            row(y, fmt::format("{}", declaration_.objectives[i].number), i);
            y += cell_height;
        }
    }
    y += 8;
    row(y, std::string(words(settings_.language).total), std::nullopt);
    y += cell_height;
    legend(y + 12);
    y += 12 + cell_height;
    if (coverage_.unplaced() > 0 && !settings_.part) {
        const bool is_french = settings_.language == Language::french;
        text({margin, y + 22},
             (is_french ? "hors du tableau : " : "outside the matrix: ") +
                 counted(coverage_.unplaced(), words(settings_.language).initiative, settings_.language));
        y += band_height;
    }
    y += margin;
    set(svg_, "width", width());
    set(svg_, "height", y);
    set(svg_, "viewBox", fmt::format("0 0 {} {}", width(), y));
}

std::string Picture::draw() {
    svg_ = xml_tree::child(document_, "svg");
    set(svg_, "xmlns", "http://www.w3.org/2000/svg");
    set(svg_, "role", "img");
    set(svg_, "font-family", "system-ui, 'Segoe UI', 'Noto Sans', sans-serif");
    head();
    rows();
    return xml_tree::spelled(document_, " ");
}

} // namespace

std::string coverage_svg(const Coverage& coverage, const CoverageSettings& settings) {
    return Picture(coverage, settings).draw();
}

} // namespace annexkit
