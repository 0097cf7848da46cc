// SPDX-License-Identifier: Apache-2.0
// The rules of this plugin.
#pragma once

#include <annexkit/rule_words.hpp>

namespace annexkit::xml {

inline constexpr sdk::RuleKind rules[] = {
    {.id = "xml.syntax",
     .severity = ANNEXKIT_ERROR,
     .bad = "<initiative>Un texte. A & B</initiative>",
     .good = "<initiative>Un texte. A &amp; B</initiative>"},
    {.id = "xml.namespace",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(<annex declaration="eu-morocco-2013" xmlns:x="">)",
     .good = R"(<annex declaration="eu-morocco-2013">)"},
    {.id = "xml.undeclared-prefix", .severity = ANNEXKIT_ERROR, .bad = "<x:bodies/>", .good = "<bodies/>"},
    {.id = "xml.not-an-annex",
     .severity = ANNEXKIT_ERROR,
     .bad = "<liste/>",
     .good = R"(<annex declaration="eu-morocco-2013">
<initiative>
  <id>ma-2013-p1-001</id><part>1</part>
  <section>mobilite</section><objective>1</objective>
  <partners><partner>UE</partner></partners>
  <initiative>Un texte.</initiative>
</initiative>
</annex>)"},
    {.id = "xml.doctype",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(<!DOCTYPE annex [<!ENTITY a "b">]>
<annex declaration="eu-morocco-2013">)",
     .good = R"(<annex declaration="eu-morocco-2013">)"},
    {.id = "xml.entity",
     .severity = ANNEXKIT_ERROR,
     .bad = "<initiative>Un&nbsp;texte.</initiative>",
     .good = "<initiative>Un&#160;texte.</initiative>"},
    {.id = "xml.too-deep",
     .severity = ANNEXKIT_ERROR,
     .bad = R"(<note><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>
<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>
<a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a><a>
</a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>
</a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>
</a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a>
</a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></a></note>)",
     .good = "<note>texte</note>"},
    {.id = "xml.unexpected",
     .severity = ANNEXKIT_ERROR,
     .bad = "<initiative>Un <b>texte</b>.</initiative>",
     .good = "<initiative>Un texte.</initiative>"},
    {.id = "xml.options", .severity = ANNEXKIT_ERROR},
};

} // namespace annexkit::xml
