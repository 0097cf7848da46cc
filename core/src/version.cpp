// SPDX-License-Identifier: Apache-2.0
#include <annexkit/version.hpp>

#include <algorithm>

#include <boost/version.hpp>
#include <fmt/format.h>
#include <nettle/version.h>
#include <oneapi/tbb/version.h>
#include <pugixml.hpp>
#include <rapidjson/rapidjson.h>
#include <toml++/toml.h>
#include <unicode/uversion.h>

namespace annexkit {
namespace {

std::string boost_version() {
    std::string version = BOOST_LIB_VERSION;
    std::replace(version.begin(), version.end(), '_', '.');
    return version;
}

std::string icu_version() {
    UVersionInfo version;
    u_getVersion(version);
    char text[U_MAX_VERSION_STRING_LENGTH];
    u_versionToString(version, text);
    return text;
}

} // namespace

std::string_view version() { return ANNEXKIT_VERSION; }

std::vector<LibraryVersion> library_versions() {
    return {
        {"Boost", boost_version()},
        {"fmt", fmt::format("{}.{}.{}", FMT_VERSION / 10000, FMT_VERSION / 100 % 100, FMT_VERSION % 100)},
        {"ICU", icu_version()},
        {"Nettle", fmt::format("{}.{}", nettle_version_major(), nettle_version_minor())},
        {"oneTBB", TBB_runtime_version()},
        {"pugixml", fmt::format("{}.{}", PUGIXML_VERSION / 1000, PUGIXML_VERSION % 1000 / 10)},
        {"RapidJSON", RAPIDJSON_VERSION_STRING},
        {"simdjson", ANNEXKIT_SIMDJSON_VERSION},
        {"toml++", fmt::format("{}.{}.{}", TOML_LIB_MAJOR, TOML_LIB_MINOR, TOML_LIB_PATCH)},
    };
}

} // namespace annexkit
