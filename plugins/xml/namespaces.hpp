// SPDX-License-Identifier: Apache-2.0
// Which namespace a prefix stands for (Namespaces in XML 1.0).
#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace annexkit::xml {

inline constexpr std::string_view own_namespace = "urn:annexkit:annex:1";
inline constexpr std::string_view xml_namespace = "http://www.w3.org/XML/1998/namespace";
inline constexpr std::string_view xmlns_namespace = "http://www.w3.org/2000/xmlns/";

inline bool is_declaration_of_namespace(std::string_view attribute) {
    return attribute.starts_with("xmlns") && (attribute.size() == 5 || attribute[5] == ':');
}

/// The declarations in force at one place of a document; the default namespace has the prefix "".
///
/// Threads: const functions from any thread.
class Scope {
  public:
    /// Two names are in one namespace when these pointers are equal; nullptr is no namespace.
    using Namespace = const std::string*;

    Scope();
    /// A scope within `outer`, which must outlive it.
    explicit Scope(const Scope* outer) : outer_(outer) {}
    Scope(Scope&&) = default;
    Scope& operator=(Scope&&) = default;

    /// The namespace of a prefix, or nothing when the prefix is not declared.
    [[nodiscard]] std::optional<Namespace> find(std::string_view prefix) const;
    /// The prefix stands for the namespace of an annex or, unless the root is in it, for none.
    [[nodiscard]] bool is_own(std::string_view prefix) const;
    /// Names in no namespace are others from here on where the root, of this prefix, is in the namespace of an annex.
    void take_root(std::string_view prefix);

    /// An empty name ends a default namespace. depth: how many elements are open, the declaring one included.
    void declare(std::string_view prefix, std::string_view name, std::size_t depth);
    /// Forgets what elements at `depth` or deeper declare; false when there is nothing.
    bool leave(std::size_t depth);

  private:
    using Bindings = std::map<std::string, std::vector<Namespace>, std::less<>>;
    struct Declared {
        std::size_t depth;
        Bindings::iterator prefix;
    };

    [[nodiscard]] Namespace known(std::string_view name) const;
    [[nodiscard]] bool root_has_namespace() const;

    const Scope* outer_ = nullptr;
    bool root_has_namespace_ = false;
    std::set<std::string, std::less<>> names_;
    /// Of each prefix the declarations in force, the innermost last.
    Bindings bindings_;
    std::vector<Declared> declared_;
};

} // namespace annexkit::xml
