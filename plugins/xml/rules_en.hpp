// SPDX-License-Identifier: Apache-2.0
// What is said of the rules in English. The host puts quotation marks around names and values that were submitted.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::xml {

inline constexpr sdk::RuleWords rules_en[] = {
    {.id = "xml.syntax",
     .summary = "The text is not well-formed XML 1.0.",
     .message = "this is not XML: {problem}",
     .hint = "mend the text at this place",
     .why = "Behind such a fault nobody can tell what is meant, and XML 1.0, section 1.2, has every reader stop there. "
            "A frequent one is & or < in a text, which are written &amp; and &lt; (section 2.4)."},
    {.id = "xml.namespace",
     .summary = "A name or a declaration breaks Namespaces in XML 1.0.",
     .message = "this name cannot be used: {problem}",
     .hint = "change or remove the name, or its declaration",
     .why = "Programs that know namespaces refuse the document, and others see other names than were meant. Namespaces "
            "in XML 1.0, sections 3 to 6, says what a prefix may stand for and where it may be used."},
    {.id = "xml.undeclared-prefix",
     .summary = "A name has a prefix that nothing declares.",
     .message = "the prefix {name} is not declared",
     .hint = "declare it in this element or around it, as in xmlns:prefix=\"namespace\", or remove it",
     .why = "A prefix stands for a namespace; undeclared it stands for nothing, and programs that know namespaces "
            "refuse the document (Namespaces in XML 1.0, section 5)."},
    {.id = "xml.not-an-annex",
     .summary = "The root element is not an annex.",
     .message = "the root element is {name}, but must be \"annex\"",
     .hint = "an annex is <annex><initiative>...</initiative></annex>, in no namespace or in "
             "urn:annexkit:annex:1",
     .why = "A web page or another list would be read as an annex without initiatives, and nobody would notice that "
            "the wrong file was sent. Each document has one root (XML 1.0, section 2.1), that of an annex is <annex>."},
    {.id = "xml.doctype",
     .summary = "The document has a document type declaration, which is never read.",
     .message = "the document has a document type declaration (DOCTYPE)",
     .hint = "remove it",
     .why = "It can define entities that fill the memory (CWE-776) or that fetch files of the machine that reads it "
            "(CWE-611). An annex has no use for what else it declares (XML 1.0, section 2.8)."},
    {.id = "xml.entity",
     .summary = "A reference names an entity that XML does not define.",
     .message = "the entity {name} is not known",
     .hint = "write the character itself, or a reference with its number such as &#233;",
     .why = "Entities such as &nbsp; belong to HTML. XML 1.0, section 4.6, defines amp, lt, gt, apos and quot alone; "
            "what any other stands for, nobody knows, and the text would lose a character."},
    {.id = "xml.too-deep",
     .summary = "Elements are nested deeper than the reader allows.",
     .message = "elements are nested more than {limit} deep here",
     .hint = "flatten the element, or allow more with --from-option max-depth=N (at most 1000)",
     .why = "A file of opening tags alone would exhaust the memory of a program that follows it down (CWE-674). An "
            "annex needs few levels."},
    {.id = "xml.unexpected",
     .summary = "Something stands where an annex has no place for it and would be lost.",
     .message = "{what} cannot stand here and would be lost",
     .hint = "remove it, or write it as a field of the initiative",
     .why = "What stands between the fields, or as an element within a text, belongs to no field: no other format "
            "could hold it, and to read on would lose it in silence."},
    {.id = "xml.options",
     .summary = "An option of format xml is out of its range.",
     .message = "option {name} is {value}, but must be {wanted}",
     .why = "With another value than the one that was asked for, the run would do something that nobody wanted, so it "
            "does nothing. annexkit formats lists the options."},
};

} // namespace annexkit::xml
