// SPDX-License-Identifier: Apache-2.0
#include "faults.hpp"

#include "characters.hpp"

#include <string>

namespace annexkit::xml {
namespace {

struct Words {
    std::string_view english;
    std::string_view french;
};

// * stands for the name that the fault is about.
Words words_of(Problem problem) {
    switch (problem) {
    case Problem::root_expected:
        return {"an element, the root of the document, is expected here",
                "un élément, la racine du document, est attendu ici"};
    case Problem::second_root:
        return {"something follows the root element, which ends the document",
                "quelque chose suit l'élément racine, qui termine le document"};
    case Problem::document_ends:
        return {"the document ends before the end tag </*>", "le document se termine avant la balise fermante </*>"};
    case Problem::tag_ends:
        return {"the document ends inside a tag; its closing > is missing",
                "le document se termine dans une balise ; son > fermant manque"};
    case Problem::comment_ends:
        return {"this comment is never closed; its --> is missing",
                "ce commentaire n'est jamais fermé ; son --> manque"};
    case Problem::cdata_ends:
        return {"this CDATA section is never closed; its ]]> is missing",
                "cette section CDATA n'est jamais fermée ; son ]]> manque"};
    case Problem::instruction_ends:
        return {"this processing instruction is never closed; its ?> is missing",
                "cette instruction de traitement n'est jamais fermée ; son ?> manque"};
    case Problem::value_ends:
        return {"the value of this attribute is never closed; its closing quotation mark is missing",
                "la valeur de cet attribut n'est jamais fermée ; son guillemet fermant manque"};
    case Problem::unknown_markup:
        return {"<! starts a comment, <!--, or a CDATA section, <![CDATA[, and nothing else here",
                "<! introduit un commentaire, <!--, ou une section CDATA, <![CDATA[, et rien d'autre ici"};
    case Problem::name_expected:
        return {"a name is expected after <; a < that is text is written &lt;",
                "un nom est attendu après < ; un < qui est du texte s'écrit &lt;"};
    case Problem::attribute_expected:
        return {"an attribute, such as name=\"value\", or the end of the tag is expected here",
                "un attribut, comme nom=\"valeur\", ou la fin de la balise est attendu ici"};
    case Problem::blank_expected: return {"white space is missing here", "il manque un blanc ici"};
    case Problem::equals_expected:
        return {"= is expected after the name of an attribute", "= est attendu après le nom d'un attribut"};
    case Problem::quote_expected:
        return {"the value of an attribute stands between quotation marks",
                "la valeur d'un attribut se place entre guillemets"};
    case Problem::close_expected: return {"> is expected here", "> est attendu ici"};
    case Problem::tag_in_value:
        return {
            "< stands in the value of an attribute, whose closing quotation mark may be missing; a < that is text is "
            "written &lt;",
            "< figure dans la valeur d'un attribut, dont le guillemet fermant manque peut-être ; un < qui est du "
            "texte s'écrit &lt;"};
    case Problem::duplicate_attribute:
        return {"the attribute is given twice in the same tag", "l'attribut est donné deux fois dans la même balise"};
    case Problem::end_tag_without_start:
        return {"this end tag closes no element", "cette balise fermante ne ferme aucun élément"};
    case Problem::bare_ampersand:
        return {"& starts a reference such as &amp; or &#233;; an & that is text is written &amp;",
                "& introduit une référence comme &amp; ou &#233; ; un & qui est du texte s'écrit &amp;"};
    case Problem::character_reference:
        return {"this reference stands for no character that XML knows; references are &#233; or &#xE9;",
                "cette référence ne désigne aucun caractère que XML connaît ; on écrit &#233; ou &#xE9;"};
    case Problem::character:
        return {"XML cannot hold this character, not even as a reference",
                "XML ne peut pas contenir ce caractère, même comme référence"};
    case Problem::cdata_close_in_text:
        return {"]]> stands in text; write ]]&gt;", "]]> figure dans du texte ; écrivez ]]&gt;"};
    case Problem::hyphens_in_comment:
        return {"-- stands in a comment, where only --> may end it",
                "-- figure dans un commentaire, que seul --> peut fermer"};
    case Problem::instruction_name:
        return {"a processing instruction starts with a name other than xml, such as <?name ...?>",
                "une instruction de traitement commence par un nom autre que xml, comme <?nom ...?>"};
    case Problem::xml_declaration_place:
        return {"the XML declaration stands at the very start of the document or nowhere",
                "la déclaration XML se place au tout début du document ou nulle part"};
    case Problem::xml_declaration:
        return {"the XML declaration holds version, then encoding, then standalone, such as <?xml version=\"1.0\" "
                "encoding=\"UTF-8\"?>",
                "la déclaration XML contient version, puis encoding, puis standalone, comme <?xml version=\"1.0\" "
                "encoding=\"UTF-8\"?>"};
    case Problem::xml_version: return {"the version of XML is 1.0", "la version de XML est 1.0"};
    case Problem::xml_encoding:
        return {"the name of an encoding starts with a letter and has letters, digits, points, hyphens and underscores",
                "le nom d'un encodage commence par une lettre et a des lettres, chiffres, points, traits d'union et "
                "traits bas"};
    case Problem::xml_standalone: return {"standalone is yes or no", "standalone vaut yes ou no"};
    case Problem::colon:
        return {"a colon stands once in a name, between a prefix and a name",
                "un deux-points figure une fois dans un nom, entre un préfixe et un nom"};
    case Problem::prefix_without_namespace:
        return {"a prefix must stand for a namespace, not for an empty text",
                "un préfixe doit désigner un espace de noms, pas un texte vide"};
    case Problem::prefix_xml:
        return {"the prefix xml belongs to http://www.w3.org/XML/1998/namespace, and to nothing else",
                "le préfixe xml appartient à http://www.w3.org/XML/1998/namespace, et à rien d'autre"};
    case Problem::prefix_xmlns:
        return {"xmlns declares prefixes and is none itself, nor can http://www.w3.org/2000/xmlns/ be declared",
                "xmlns déclare des préfixes et n'en est pas un, et http://www.w3.org/2000/xmlns/ ne se déclare pas"};
    case Problem::same_attribute:
        return {"the attribute is given twice in the same tag: both prefixes stand for one namespace",
                "l'attribut est donné deux fois dans la même balise : les deux préfixes désignent un seul espace de "
                "noms"};
    case Problem::undeclared_prefix:
    case Problem::entity:
    case Problem::doctype:
    case Problem::too_deep:
    case Problem::end_tag_differs: break;
    }
    return {};
}

std::string with_name(std::string_view words, std::string_view name) {
    std::string text(words);
    if (const auto star = text.find('*'); star != std::string::npos) text.replace(star, 1, name);
    return text;
}

// Lines are told from the end tag on, since nobody knows here how many stand above.
std::string english_of_end_tag(const Fault& fault) {
    const std::string name(fault.name);
    std::string text = "the end tag </" + std::string(fault.found) + "> stands where </" + name + "> is expected";
    if (fault.lines_above < 0) return text;
    text += ": <" + name + "> starts ";
    if (fault.lines_above == 0) return text + "in the same line";
    return text + std::to_string(fault.lines_above) + (fault.lines_above == 1 ? " line above" : " lines above");
}

std::string french_of_end_tag(const Fault& fault) {
    const std::string name(fault.name);
    std::string text =
        "la balise fermante </" + std::string(fault.found) + "> est à la place de </" + name + ">, qui est attendue";
    if (fault.lines_above < 0) return text;
    text += " : <" + name + "> commence ";
    if (fault.lines_above == 0) return text + "à la même ligne";
    return text + std::to_string(fault.lines_above) +
           (fault.lines_above == 1 ? " ligne plus haut" : " lignes plus haut");
}

} // namespace

std::string_view rule_of(Problem problem) {
    switch (problem) {
    case Problem::undeclared_prefix: return "xml.undeclared-prefix";
    case Problem::entity: return "xml.entity";
    case Problem::doctype: return "xml.doctype";
    case Problem::too_deep: return "xml.too-deep";
    default: return problem >= Problem::colon ? "xml.namespace" : "xml.syntax";
    }
}

annexkit_status report(const Fault& fault, std::string_view text, std::size_t max_depth, const sdk::Sink& sink,
                       std::uint64_t record) {
    const Words words = words_of(fault.problem);
    const bool is_other_end = fault.problem == Problem::end_tag_differs;
    const std::string english = is_other_end ? english_of_end_tag(fault) : with_name(words.english, fault.name);
    const std::string french = is_other_end ? french_of_end_tag(fault) : with_name(words.french, fault.name);
    const std::string limit = std::to_string(max_depth);
    const std::size_t size = fault.at < text.size() ? character_size(text[fault.at]) : 0;
    const annexkit_status status =
        sink.report({.rule = rule_of(fault.problem), .span = {fault.at, size}, .record = record},
                    {sdk::argument("problem", english), sdk::argument("problem_fr", french),
                     sdk::argument("name", fault.name), sdk::argument("limit", limit)});
    return status == ANNEXKIT_OK ? annexkit_status{ANNEXKIT_FAILED} : status;
}

} // namespace annexkit::xml
