// SPDX-License-Identifier: Apache-2.0
// Rules and their sentences in English and French.
#pragma once

#include <annexkit/export.h>
#include <annexkit/finding.hpp>
#include <annexkit/result.hpp>

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace annexkit {

/// What can be done about a rule that is broken, without asking anybody.
enum class Fix {
    none,
    safe,   ///< nothing else can have been meant
    unsafe, ///< it is likely to have been meant; on request only
    both    ///< safe where case, an alias or a name tells which code is meant, else unsafe
};
[[nodiscard]] ANNEXKIT_API Fix fix_of(std::string_view rule);

/// What is said of a rule in one language, with {name} in the sentence for each argument.
struct RuleText : Sentence {
    /// What the rule means, in one sentence. May be empty in French.
    std::string summary;
    /// What it is good for. Empty for rules of a saved report, and of formats that do not say.
    std::string_view why;
};

struct Rule {
    std::string id;
    Severity severity = Severity::error;
    RuleText english;
    RuleText french;
    /// A stretch of an input that breaks the rule, and what stands there in one that does not. May be empty.
    std::string_view bad;
    std::string_view good;
    /// Ids of the formats that report it; none for the core's own.
    std::vector<std::string> formats = {};
    /// It judges what an annex says, rather than how it was read or written.
    bool on_content = false;
    /// Only Extent::whole_annex asks for it.
    bool of_whole_annex = false;

    /// It tells what could not be read or written. Switched off, it would let something be lost in silence.
    [[nodiscard]] ANNEXKIT_API bool tells_loss() const;
    [[nodiscard]] const RuleText& in(Language language) const {
        return language == Language::french ? french : english;
    }
};

/// Which rules are asked, and how grave they are. A rule is named by its id or the beginning of it up to a point or
/// hyphen: "text" for all of "text.*". Where several names fit a rule, the longest counts; of two that are as long the
/// latter list.
struct RuleSelection {
    /// Empty for all.
    std::vector<std::string> select;
    std::vector<std::string> ignore;
    /// Not Severity::off, which is to ignore it.
    std::vector<std::pair<std::string, Severity>> severities;
};

/// Whether an argument of that name counts something, so that machine forms write it as a number.
[[nodiscard]] ANNEXKIT_API bool is_number_argument(std::string_view name);

/// All rules that are known: the core's own and those of the registered formats.
///
/// Threads: const members may be called from any thread.
class ANNEXKIT_API RuleCatalogue {
  public:
    /// The core's own rules.
    RuleCatalogue();

    /// Adds a rule of a format. Fails for an id that is taken and for a sentence whose braces do not match.
    Result<void> add(Rule rule);

    /// Says that a format, too, reports a rule that is there.
    void share(std::string_view id, std::string format);

    /// The rule of this id, or nullptr. Lifetime: as long as the catalogue.
    [[nodiscard]] const Rule* find(std::string_view id) const;

    /// All rules, by id.
    [[nodiscard]] const std::map<std::string, Rule, std::less<>>& all() const { return rules_; }

    /// The sentence of a finding. A finding of an unknown rule is rendered as its id and arguments.
    [[nodiscard]] Sentence render(const Finding& finding, Language language) const;
    /// The same, into a sentence whose memory is used again.
    void render(const Finding& finding, Language language, Sentence& into) const;

    /// Makes the rules as grave as the selection says. Rules that tell a loss are left out where the beginning of their
    /// ids would switch them off or make them milder.
    /// Errors: ErrorKind::usage for a name that fits no rule, with the nearest one, and for the whole id of a rule that
    ///         tells a loss.
    Result<void> select(const RuleSelection& selection);

    /// A catalogue without the core's rules, for reports that bring their own.
    [[nodiscard]] static RuleCatalogue empty();

  private:
    /// A stretch of a sentence: text as it stands, or the name of an argument.
    struct Piece {
        std::string text;
        bool is_argument = false;
        bool is_quoted = false;
        /// A clause of a hint says nothing without it.
        bool may_be_none = false;
    };
    using Pieces = std::vector<Piece>;
    struct Compiled {
        Pieces message;
        /// Clauses, divided by semicolons.
        std::vector<Pieces> hint;
    };
    struct Entry {
        Compiled english;
        Compiled french;
    };

    struct Nothing {};
    explicit RuleCatalogue(Nothing) {}
    static bool compile(std::string_view sentence, Pieces& pieces);
    static bool compile(const Sentence& sentence, Compiled& compiled);
    static void fill(const Pieces& pieces, const Finding& finding, Language language, std::string& into);

    std::map<std::string, Rule, std::less<>> rules_;
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view id) const { return std::hash<std::string_view>()(id); }
    };
    std::unordered_map<std::string, Entry, Hash, std::equal_to<>> entries_;
};

/// The error for a name that fits no rule, with the nearest one.
[[nodiscard]] ANNEXKIT_API Error unknown_rule(const RuleCatalogue& rules, std::string_view name);

} // namespace annexkit
