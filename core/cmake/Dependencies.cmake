# SPDX-License-Identifier: Apache-2.0
# Every library that is used, wrapped once as annexkit_<library>. All are Debian 12 packages; `./dev` installs them.
include(${CMAKE_CURRENT_LIST_DIR}/CoreDependencies.cmake)

function(annexkit_wrap name)
  cmake_parse_arguments(WRAP "" "" "LIBRARIES;DEFINITIONS;INCLUDES" ${ARGN})
  add_library(annexkit_${name} INTERFACE)
  set_target_properties(annexkit_${name} PROPERTIES EXPORT_NAME ${name})
  target_link_libraries(annexkit_${name} INTERFACE ${WRAP_LIBRARIES})
  target_compile_definitions(annexkit_${name} INTERFACE ${WRAP_DEFINITIONS})
  target_include_directories(annexkit_${name} SYSTEM INTERFACE ${WRAP_INCLUDES})
endfunction()

# A library that ships no CMake or pkg-config file: found by its header and, unless it is header-only, its archive.
function(annexkit_wrap_plain name header)
  find_path(ANNEXKIT_${name}_INCLUDE ${header} REQUIRED)
  set(libraries)
  foreach(library IN LISTS ARGN)
    find_library(ANNEXKIT_${name}_LIBRARY ${library} REQUIRED)
    list(APPEND libraries ${ANNEXKIT_${name}_LIBRARY})
  endforeach()
  annexkit_wrap(${name} LIBRARIES ${libraries} INCLUDES ${ANNEXKIT_${name}_INCLUDE})
endfunction()

annexkit_wrap(icu LIBRARIES PkgConfig::ICU)
annexkit_wrap(nettle LIBRARIES PkgConfig::NETTLE)
annexkit_wrap(re2 LIBRARIES PkgConfig::RE2)
annexkit_wrap(simdjson LIBRARIES PkgConfig::SIMDJSON)
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)
annexkit_wrap(tomlplusplus LIBRARIES PkgConfig::TOMLPLUSPLUS)
annexkit_wrap(tbb LIBRARIES TBB::tbb Threads::Threads)
annexkit_wrap(fmt LIBRARIES fmt::fmt)
annexkit_wrap(pugixml LIBRARIES pugixml::pugixml)
annexkit_wrap_plain(libcsv csv.h csv)
annexkit_wrap_plain(rapidjson rapidjson/reader.h)
target_compile_options(annexkit_rapidjson INTERFACE
  "$<$<COMPILE_LANGUAGE:CXX>:SHELL:-include ${CMAKE_CURRENT_LIST_DIR}/rapidjson_memory.hpp>")
annexkit_wrap_plain(expected tl/expected.hpp)
annexkit_wrap_plain(boost boost/dll/shared_library.hpp)
# With the standard file system no compiled part of Boost is needed.
target_compile_definitions(annexkit_boost INTERFACE BOOST_DLL_USE_STD_FS)
target_link_libraries(annexkit_boost INTERFACE ${CMAKE_DL_LIBS})
annexkit_wrap_plain(cli11 CLI/CLI.hpp)
annexkit_wrap_plain(doctest doctest/doctest.h)
