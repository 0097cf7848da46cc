# SPDX-License-Identifier: Apache-2.0
# How everything in this tree is compiled. Link to annexkit_settings; nothing is set globally.
add_library(annexkit_settings INTERFACE)
target_compile_features(annexkit_settings INTERFACE cxx_std_20 c_std_11)
target_compile_options(annexkit_settings INTERFACE
  -fvisibility=hidden
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion
  $<$<COMPILE_LANGUAGE:CXX>:-fvisibility-inlines-hidden>
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
  $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast>
  $<$<BOOL:${ANNEXKIT_WARNINGS_AS_ERRORS}>:-Werror>)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

if(ANNEXKIT_SANITIZE)
  target_compile_options(annexkit_settings INTERFACE
    -fsanitize=${ANNEXKIT_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_link_options(annexkit_settings INTERFACE -fsanitize=${ANNEXKIT_SANITIZE})
  if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    target_compile_options(annexkit_settings INTERFACE
      -fsanitize-ignorelist=${CMAKE_CURRENT_LIST_DIR}/sanitize_ignored.txt)
  endif()
endif()

# Programs and plugins are hardened, which tests/cli/hardened.sh checks; the sanitizers bring their own checks. What costs
# compiling anew is left to release builds. All code is position-independent already.
if(NOT ANNEXKIT_SANITIZE)
  target_link_options(annexkit_settings INTERFACE
    -Wl,-z,relro,-z,now,-z,noexecstack $<$<STREQUAL:$<TARGET_PROPERTY:TYPE>,EXECUTABLE>:-pie>)
  if(CMAKE_BUILD_TYPE MATCHES "Release|RelWithDebInfo")
    target_compile_options(annexkit_settings INTERFACE
      -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fstack-clash-protection)
  endif()
endif()

# annexkit_precompile(<target> <header>...): spends a third less on compiling a target of many files, where
# ANNEXKIT_PRECOMPILE is on. The preset dev leaves it off, so that a file which lacks an include is found out.
function(annexkit_precompile target)
  if(ANNEXKIT_PRECOMPILE)
    target_precompile_headers(${target} PRIVATE
      <algorithm> <array> <charconv> <filesystem> <functional> <map> <memory> <optional> <span> <string> <string_view>
      <unordered_map> <utility> <vector> ${ARGN})
  endif()
endfunction()
