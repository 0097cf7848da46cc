// SPDX-License-Identifier: Apache-2.0
// Cuts XML into tags and text and checks that each is well-formed: pugixml is lenient, and sees one record at a time.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace annexkit::xml {

inline constexpr std::string_view own_namespace = "urn:annexkit:annex:1";

enum class Kind { start, empty, end, text, cdata, comment, instruction, finish, more, fault };

/// What is wrong; the words are in both languages. rule is xml.syntax, xml.entity, xml.doctype or xml.too-deep.
struct Fault {
    std::string_view rule = "xml.syntax";
    std::string_view english;
    std::string_view french;
    std::size_t at = 0;
};

struct Attribute {
    std::string_view name;
    std::string_view raw; ///< as spelled, without the quotes
    std::size_t at;
};

/// begin and end are offsets in the text. name is that of a tag, with its prefix.
struct Token {
    Kind kind = Kind::more;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view name;
    bool blank = false; ///< text of white space alone
    Fault fault{};
};

bool is_blank(char byte);
bool is_name(std::string_view text); ///< an NCName
std::string_view local_name(std::string_view name);
std::string_view prefix_of(std::string_view name);

class Tokens {
  public:
    /// last: nothing follows the text. at_start: the text may begin with an XML declaration.
    Tokens(std::string_view text, bool last, bool at_start) : text_(text), last_(last), at_start_(at_start) {}

    Token next();
    /// Those of the last start or empty tag.
    [[nodiscard]] const std::vector<Attribute>& attributes() const { return attributes_; }
    [[nodiscard]] std::size_t at() const { return at_; }
    [[nodiscard]] std::string_view text() const { return text_; }
    void go_to(std::size_t at) { at_ = at; }

  private:
    Token markup();
    Token tag();
    Token end_tag();
    Token instruction();
    Token run_of_text();
    Token until(Kind kind, std::size_t from, std::string_view mark);
    bool check_references(std::size_t from, std::size_t to, Token& fault) const;
    bool check_characters(std::size_t from, std::size_t to, Token& fault) const;
    bool check_duplicates(Token& fault) const;
    [[nodiscard]] std::size_t name_end(std::size_t from) const;
    [[nodiscard]] std::size_t skip_blank(std::size_t from) const;
    /// The text ends within a token: more is wanted, or it is a fault.
    [[nodiscard]] Token cut() const;

    std::string_view text_;
    bool last_;
    bool at_start_;
    std::size_t at_ = 0;
    std::vector<Attribute> attributes_;
};

Token fault_at(std::size_t at, std::string_view english, std::string_view french);

/// Reads the element that starts with `first`, the token last read, to its end, and gives every token of it to `see`
/// with the depth of the element that it stands in (0 for the element itself). Answers its end tag, or more or fault.
template <class See> Token read_element(Tokens& tokens, const Token& first, std::size_t max_depth, See&& see) {
    std::vector<std::string_view> open;
    for (Token token = first;; token = tokens.next()) {
        if (token.kind == Kind::more || token.kind == Kind::fault) return token;
        if (token.kind == Kind::finish)
            return fault_at(token.begin, "the text ends before all elements are closed",
                            "le texte se termine avant que tous les éléments soient fermés");
        if (token.kind == Kind::end) {
            if (open.empty() || open.back() != token.name)
                return fault_at(token.begin, "the end tag does not match the start tag",
                                "la balise fermante ne correspond pas à la balise ouvrante");
            open.pop_back();
        }
        const bool starts = token.kind == Kind::start || token.kind == Kind::empty;
        if (starts && open.size() >= max_depth) {
            Token deep = fault_at(token.begin, "", "");
            deep.fault.rule = "xml.too-deep";
            return deep;
        }
        see(token, open.size());
        if (token.kind == Kind::start) open.push_back(token.name);
        if (open.empty()) return token;
    }
}

} // namespace annexkit::xml
