// SPDX-License-Identifier: Apache-2.0
#include <annexkit/schema.hpp>

#include <doctest/doctest.h>

using annexkit::SchemaFolders;

TEST_CASE("a schema that is found twice is compiled once") {
    const SchemaFolders folders({ANNEXKIT_SOURCE_DIR "/schemas"});
    const SchemaFolders copy = folders;
    const auto first = folders.find("eu-morocco-2013");
    const auto second = copy.find("eu-morocco-2013");
    REQUIRE(first);
    REQUIRE(second);
    CHECK(first->get() == second->get());
}

TEST_CASE("a schema that is not there names those that are") {
    const SchemaFolders folders({ANNEXKIT_SOURCE_DIR "/schemas"});
    const auto found = folders.find("nowhere");
    REQUIRE_FALSE(found);
    CHECK(found.error().message == "there is no schema \"nowhere\"");
    CHECK(found.error().hint == "known: eu-morocco-2013 (searched " ANNEXKIT_SOURCE_DIR
                                "/schemas); a file is named by its path");
}
