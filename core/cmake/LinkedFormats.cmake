# SPDX-License-Identifier: Apache-2.0
# annexkit_link_formats(<target> <format>...)
#
# Links formats of this tree into a target that holds the core, so that Registry::add_linked() takes them and nothing is
# loaded. Their entry points, which all have the name of the contract, get names of their own.
set(ANNEXKIT_LINKED_TEMPLATE ${CMAKE_CURRENT_LIST_DIR}/linked_plugins.cpp.in)

function(annexkit_link_formats target)
  set(declarations "")
  set(entries "")
  foreach(format IN LISTS ARGN)
    set(plugin ${PROJECT_SOURCE_DIR}/plugins/${format}/plugin.cpp)
    set(entry annexkit_plugin_v1_${format})
    set_source_files_properties(${plugin} PROPERTIES COMPILE_DEFINITIONS annexkit_plugin_v1=${entry})
    target_sources(${target} PRIVATE ${plugin})
    target_link_libraries(${target} PRIVATE annexkit_format_${format})
    string(APPEND declarations "extern \"C\" const annexkit_plugin* ${entry}();\n")
    list(APPEND entries ${entry})
  endforeach()
  list(JOIN entries ", " entries)
  configure_file(${ANNEXKIT_LINKED_TEMPLATE} ${CMAKE_CURRENT_BINARY_DIR}/linked_plugins.cpp @ONLY)
  target_sources(${target} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/linked_plugins.cpp)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/core/src)
endfunction()
