# SPDX-License-Identifier: Apache-2.0
# How everything in this tree is compiled. Link to annexkit_settings; nothing is set globally.
add_library(annexkit_settings INTERFACE)
target_compile_features(annexkit_settings INTERFACE cxx_std_20 c_std_11)
# What a name of one file hides in another that is united with it is no fault, nor is a name that is in no header.
target_compile_options(annexkit_settings INTERFACE
  -fvisibility=hidden
  -Wall -Wextra -Wpedantic $<$<NOT:$<BOOL:${ANNEXKIT_UNITE}>>:-Wshadow> -Wconversion
  $<$<AND:$<BOOL:${ANNEXKIT_UNITE}>,$<COMPILE_LANG_AND_ID:CXX,GNU>>:-Wno-subobject-linkage>
  $<$<COMPILE_LANGUAGE:CXX>:-fvisibility-inlines-hidden>
  $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor>
  $<$<COMPILE_LANGUAGE:CXX>:-Wold-style-cast>
  $<$<BOOL:${ANNEXKIT_WARNINGS_AS_ERRORS}>:-Werror>)
# GCC 12 takes some joinings of strings for copies that overlap (GCC bug 105651), in optimised builds alone.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  target_compile_options(annexkit_settings INTERFACE $<$<COMPILE_LANGUAGE:CXX>:-Wno-restrict>)
endif()
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

# Programs that note in build/<preset>/profile which branches they take, or programs that are laid out for what was noted.
# The notes are by the path of each object below its build folder. What was never run,
# or differs between the two builds, is compiled as it is without notes.
if(ANNEXKIT_PROFILE)
  if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    message(FATAL_ERROR "ANNEXKIT_PROFILE needs GCC")
  endif()
  if(ANNEXKIT_PROFILE STREQUAL "collect")
    set(profile -fprofile-generate=${CMAKE_BINARY_DIR}/profile -fprofile-update=atomic)
  else()
    set(profile -fprofile-use=${ANNEXKIT_PROFILE} -fprofile-partial-training -Wno-missing-profile
        -Wno-coverage-mismatch -Wno-maybe-uninitialized)
  endif()
  list(APPEND profile -fprofile-prefix-path=${CMAKE_BINARY_DIR})
  target_compile_options(annexkit_settings INTERFACE ${profile})
  target_link_options(annexkit_settings INTERFACE ${profile})
endif()

# annexkit_unite(<target> [<pattern>]): compiles the files of a target as one, or those as one whose paths agree in the
# first group of the pattern, where ANNEXKIT_UNITE is on: most of the time goes into headers that they share. The preset
# dev leaves it off, so that a file which lacks an include is found out. Names of files that are united must be unique.
function(annexkit_unite target)
  if(NOT ANNEXKIT_UNITE)
    return()
  endif()
  set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 0)
  if(ARGC GREATER 1)
    set_target_properties(${target} PROPERTIES UNITY_BUILD_MODE GROUP)
    get_target_property(sources ${target} SOURCES)
    foreach(source IN LISTS sources)
      if(source MATCHES "${ARGV1}")
        set_source_files_properties(${source} PROPERTIES UNITY_GROUP ${CMAKE_MATCH_1})
      endif()
    endforeach()
  endif()
endfunction()
