// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in English. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::xml {

inline constexpr sdk::RuleWords rules_en[] = {
    {.id = "xml.syntax",
     .summary = "The text is not well-formed XML 1.0.",
     .message = "this is not XML: {problem}",
     .hint = "mend the text at this place"},
    {.id = "xml.namespace",
     .summary = "A name or a declaration breaks Namespaces in XML 1.0.",
     .message = "this name cannot be used: {problem}",
     .hint = "change or remove the name, or its declaration"},
    {.id = "xml.undeclared-prefix",
     .summary = "A name has a prefix that nothing declares.",
     .message = "the prefix {name} is not declared",
     .hint = "declare it in this element or around it, as in xmlns:prefix=\"namespace\", or remove it"},
    {.id = "xml.not-an-annex",
     .summary = "The root element is not an annex.",
     .message = "the root element is {name}, but must be \"annex\"",
     .hint = "an annex is <annex><initiative>...</initiative></annex>, in no namespace or in "
             "urn:annexkit:annex:1"},
    {.id = "xml.doctype",
     .summary = "The document has a document type declaration, which is never read.",
     .message = "the document has a document type declaration (DOCTYPE)",
     .hint = "remove it"},
    {.id = "xml.entity",
     .summary = "A reference names an entity that XML does not define.",
     .message = "the entity {name} is not known",
     .hint = "write the character itself, or a reference with its number such as &#233;"},
    {.id = "xml.too-deep",
     .summary = "Elements are nested deeper than the reader allows.",
     .message = "elements are nested more than {limit} deep here",
     .hint = "flatten the element, or allow more with --from-option max-depth=N (at most 1000)"},
    {.id = "xml.unexpected",
     .summary = "Something stands where an annex has no place for it and would be lost.",
     .message = "{what} cannot stand here and would be lost",
     .hint = "remove it, or write it as a field of the initiative"},
    {.id = "xml.options",
     .summary = "An option of format xml is out of its range.",
     .message = "option {name} is {value}, but must be {wanted}"},
};

} // namespace annexkit::xml
