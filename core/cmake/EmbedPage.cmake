# SPDX-License-Identifier: Apache-2.0
# Writes OUTPUT, a C++ source with page.html and the style and scripts that go into it, all of the folder FOLDER.
# usage: cmake -D FOLDER=... -D OUTPUT=... -P EmbedPage.cmake

# The digest of a text as a Content-Security-Policy wants it: SHA-256 in base64.
function(csp_hash text result)
  string(SHA256 hex "${text}")
  set(alphabet ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/)
  set(base64 "")
  # Three hexadecimal digits are two letters; the digits are filled up with zeros to a whole number of letters.
  set(hex "${hex}00")
  foreach(at RANGE 0 63 3)
    string(SUBSTRING ${hex} ${at} 3 digits)
    math(EXPR first "0x${digits} >> 6")
    math(EXPR second "0x${digits} & 63")
    string(SUBSTRING ${alphabet} ${first} 1 first)
    string(SUBSTRING ${alphabet} ${second} 1 second)
    string(APPEND base64 ${first}${second})
  endforeach()
  string(SUBSTRING ${base64} 0 43 base64)
  set(${result} "sha256-${base64}=" PARENT_SCOPE)
endfunction()

file(READ ${FOLDER}/page.html page)
file(READ ${FOLDER}/style.css style)
set(script "")
foreach(part words data page)
  file(READ ${FOLDER}/${part}.js text)
  string(APPEND script "${text}")
endforeach()
csp_hash("${style}" style_hash)
csp_hash("${script}" script_hash)
string(REPLACE "@STYLE_HASH@" "${style_hash}" page "${page}")
string(REPLACE "@SCRIPT_HASH@" "${script_hash}" page "${page}")
string(REPLACE "@STYLE@" "${style}" page "${page}")
string(REPLACE "@SCRIPT@" "${script}" page "${page}")
string(FIND "${page}" "@DATA@" at)
string(SUBSTRING "${page}" 0 ${at} before)
math(EXPR behind "${at} + 6")
string(SUBSTRING "${page}" ${behind} -1 after)
file(WRITE ${OUTPUT}
"#include \"report/page.hpp\"
namespace annexkit::page {
const std::string_view before_data = R\"annexkit(${before})annexkit\";
const std::string_view after_data = R\"annexkit(${after})annexkit\";
}
")
