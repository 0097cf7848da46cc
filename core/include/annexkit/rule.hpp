// SPDX-License-Identifier: Apache-2.0
// Rules and their sentences in English and French.
#pragma once

#include <annexkit/finding.hpp>
#include <annexkit/result.hpp>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit {

enum class Language { english, french };

/// A sentence about a finding, with {name} for each argument.
struct Sentence {
    std::string message;
    /// The way out; may be empty.
    std::string hint;
};

struct Rule {
    std::string id;
    Severity severity = Severity::error;
    /// What the rule means, in one English sentence.
    std::string summary;
    Sentence english;
    Sentence french;
    /// Ids of the formats that report it; none for the core's own.
    std::vector<std::string> formats = {};
    /// Only Extent::whole_annex asks for it.
    bool of_whole_annex = false;
};

/// Whether an argument of that name counts something, so that machine forms write it as a number.
[[nodiscard]] bool is_number_argument(std::string_view name);

/// All rules that are known: the core's own and those of the registered formats.
///
/// Threads: const members may be called from any thread.
class RuleCatalogue {
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

    /// A catalogue without the core's rules, for reports that bring their own.
    [[nodiscard]] static RuleCatalogue empty();

  private:
    /// A stretch of a sentence: text as it stands, or the name of an argument.
    struct Piece {
        std::string text;
        bool is_argument = false;
        bool is_quoted = false;
    };
    using Pieces = std::vector<Piece>;
    struct Compiled {
        Pieces message;
        Pieces hint;
    };
    struct Entry {
        Compiled english;
        Compiled french;
    };

    struct Nothing {};
    explicit RuleCatalogue(Nothing) {}
    static bool compile(std::string_view sentence, Pieces& pieces);
    static void fill(const Pieces& pieces, const Finding& finding, Language language, std::string& into);

    std::map<std::string, Rule, std::less<>> rules_;
    std::map<std::string, Entry, std::less<>> entries_;
};

} // namespace annexkit
