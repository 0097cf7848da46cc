// SPDX-License-Identifier: Apache-2.0
#include "input/binary.hpp"

#include <algorithm>
#include <array>

namespace annexkit {
namespace {

constexpr std::array binaries = {
    Binary{"PK\x03\x04", "a workbook (.xlsx, .ods) or another zipped file",
           "un classeur (.xlsx, .ods) ou un autre fichier compressé"},
    Binary{"\xD0\xCF\x11\xE0", "a document of an older office program (.xls, .doc)",
           "un document d'un ancien logiciel de bureau (.xls, .doc)"},
    Binary{"%PDF-", "a PDF", "un PDF"},
    Binary{"\x1F\x8B", "a compressed file (.gz)", "un fichier compressé (.gz)"},
};

} // namespace

const Binary* kind_of_binary(std::string_view beginning) {
    const auto* const found = std::find_if(binaries.begin(), binaries.end(),
                                           [&](const Binary& known) { return beginning.starts_with(known.beginning); });
    return found == binaries.end() ? nullptr : found;
}

} // namespace annexkit
