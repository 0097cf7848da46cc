// SPDX-License-Identifier: Apache-2.0
// Cuts XML into tags and text, and checks that each is well-formed, matches and has a namespace.
//
// XML 1.0 (fifth edition) and Namespaces in XML 1.0, but for document type declarations, which are refused.
#pragma once

#include "characters.hpp"
#include "faults.hpp"
#include "namespaces.hpp"

#include <string>
#include <vector>

namespace annexkit::xml {

enum class Kind : std::uint8_t { start, empty, end, text, blank, cdata, comment, instruction, finish, more, fault };

/// One token, from begin to end in the text. A blank is text of white space alone.
/// name:  of a tag, with its prefix.
/// own:   a tag whose name is in the namespace of an annex or, unless the root's is, in none.
/// plain: text that stands for itself, without references and carriage returns.
struct Token {
    Kind kind = Kind::more;
    bool own = false;
    bool plain = true;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string_view name;

    [[nodiscard]] bool is_start() const { return kind == Kind::start || kind == Kind::empty; }
    /// Nothing more can be read from the text.
    [[nodiscard]] bool stops() const { return kind >= Kind::finish; }
    /// It says nothing about an annex.
    [[nodiscard]] bool is_nothing() const {
        return kind == Kind::blank || kind == Kind::comment || kind == Kind::instruction;
    }
};

/// An element of text alone that stands for itself, or of nothing; begin and end are those of its content.
struct Leaf {
    std::string_view name;
    bool own = false;
    bool is_blank = false;
    std::size_t begin = 0;
    std::size_t end = 0;
};

/// raw: as spelled, without the quotes. at: where the name starts.
struct Attribute {
    std::string_view name;
    std::string_view raw;
    std::size_t at;
};

/// What follows a text: something, so that a token which ends with the text may go on; or nothing.
enum class Input : std::uint8_t { goes_on, ends };

/// The root element that a text stands in.
struct Root {
    std::string_view name;
    const Scope& scope;
};

class Tokens {
  public:
    /// A document from its start.
    Tokens(std::string_view text, Input input, std::size_t max_depth);
    /// A part of what stands in or behind the root; it begins and ends between two tokens that are in no other element.
    Tokens(std::string_view text, Input input, std::size_t max_depth, const Root& root);

    /// The first fault ends the text, and so does its end. Where a text that goes on is cut makes no difference to the
    /// tokens before, nor to the first fault.
    Token next();

    /// Reads white space and a leaf without attributes and prefix, if no more than that comes next; false: nothing was
    /// read, and next() tells what comes. It spares most tokens of most documents.
    bool read_leaf(Leaf& leaf);

    /// Where the next token begins.
    [[nodiscard]] std::size_t at() const { return at_; }
    /// How many elements are open.
    [[nodiscard]] std::size_t depth() const { return open_.size(); }
    /// What is wrong, after a token that is a fault.
    [[nodiscard]] const Fault& fault() const { return fault_; }
    /// Those of the last start or empty tag.
    [[nodiscard]] const std::vector<Attribute>& attributes() const { return attributes_; }
    /// Of a document, the namespace that its root is in; empty for none.
    [[nodiscard]] std::string_view root_namespace() const {
        return root_namespace_ == nullptr ? std::string_view() : *root_namespace_;
    }
    /// Of a document, the declarations of its root; no more token is wanted.
    [[nodiscard]] Scope take_root_scope();

  private:
    Token read();
    Token markup();
    Token start_tag();
    Token end_tag();
    Token declaration();
    Token comment();
    Token cdata();
    Token instruction();
    Token run_of_text();

    // The functions that answer a bool move `at` behind what they read or check; false: stopped() says why not.
    bool read_attributes(std::size_t& at);
    bool read_attribute(std::size_t& at);
    bool read_value(std::size_t& at);
    bool read_reference(std::size_t& at);
    /// A byte that is Doubtful, for the characters that XML cannot hold.
    bool read_character(std::size_t& at);
    /// Moves `at` to the mark, which starts with `first`.
    template <char first> bool seek(std::string_view mark, Problem without, std::size_t& at);

    bool check_repeated();
    bool check_namespaces(const QName& tag);
    bool declare(std::string_view prefix, const Attribute& attribute);
    bool check_prefix(std::string_view name, std::size_t at);
    Token opened(const QName& name, std::size_t end);
    Token closed(std::size_t end);
    /// The token that stands from at() to `end`.
    [[nodiscard]] Token made(Kind kind, std::size_t end) const;

    bool fail(Problem problem, std::size_t at, std::string_view name = {});
    /// The text ends too early: it is cut, or wrong at `at`.
    bool cut(Problem problem, std::size_t at);
    [[nodiscard]] Token stopped() const;
    /// How many lines ahead the innermost open element starts; -1 for the root.
    [[nodiscard]] std::ptrdiff_t lines_above() const;

    std::string_view text_;
    bool ends_;
    std::size_t max_depth_;
    std::size_t at_ = 0;
    bool has_root_ = false;
    /// The names of the elements that are open.
    std::vector<std::string_view> open_;
    std::vector<Attribute> attributes_;
    Scope scope_;
    bool default_is_own_ = true;
    Scope::Namespace root_namespace_ = nullptr;
    std::string buffer_;
    bool is_wrong_ = false;
    Fault fault_;
};

} // namespace annexkit::xml
