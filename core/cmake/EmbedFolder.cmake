# SPDX-License-Identifier: Apache-2.0
# Writes OUTPUT, a C++ source with the files of the folder FOLDER, by their paths in it.
# usage: cmake -D FOLDER=... -D OUTPUT=... -P EmbedFolder.cmake
file(GLOB_RECURSE files RELATIVE ${FOLDER} ${FOLDER}/*)
list(SORT files)
list(LENGTH files count)
set(entries "")
foreach(file IN LISTS files)
  file(READ ${FOLDER}/${file} text)
  string(APPEND entries "    {\"${file}\", R\"annexkit(${text})annexkit\"},\n")
endforeach()
file(WRITE ${OUTPUT}
"#include \"plugin_new.hpp\"

#include <array>

namespace annexkit::cli {

std::span<const TemplateFile> plugin_template() {
    static constexpr std::array<TemplateFile, ${count}> files = {{
${entries}    }};
    return files;
}

} // namespace annexkit::cli
")
