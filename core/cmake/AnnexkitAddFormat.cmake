# SPDX-License-Identifier: Apache-2.0
# annexkit_add_format(<name> SOURCES <file>... PLUGIN <file>... [LIBRARIES <target>...]
#                     [VERSION <version> LICENSE <SPDX expression> [FORMATS <id>...] [EXTENSIONS <.extension>...]
#                      [MEDIA_TYPES <type>...] [MAGIC <hexadecimal>...]])
#
# Adds a format as a plugin library annexkit_<name>.so, which exports annexkit_plugin_v1 and nothing else, and as the object
# library annexkit_format_<name> without the entry point, for programs that link the format in and for tests. It serves
# this tree and, after find_package(annexkit), any other; annexkit_settings is there in this tree alone.
#
# With VERSION the plugin gets a manifest, annexkit_<name>.toml, by which annexkit knows what the plugin is for where the
# library is missing or refused. It says what the tables of the plugin say, of all its formats together, or the plugin is
# refused; FORMATS is <name> where nothing else is said. MAGIC is bytes that files begin with, such as 504b0304.
set(ANNEXKIT_PLUGIN_MAP ${CMAKE_CURRENT_LIST_DIR}/plugin.map)

# What core/src/plugins/manifest.cpp reads.
function(annexkit_write_manifest file name)
  cmake_parse_arguments(FORMAT "" "VERSION;LICENSE" "FORMATS;EXTENSIONS;MEDIA_TYPES;MAGIC" ${ARGN})
  if(NOT FORMAT_FORMATS)
    set(FORMAT_FORMATS ${name})
  endif()
  set(text "# What annexkit knows of the plugin without loading it.\n")
  string(APPEND text "name = \"${name}\"\nversion = \"${FORMAT_VERSION}\"\nlicense = \"${FORMAT_LICENSE}\"\nabi = 1\n")
  foreach(key formats extensions media-types magic)
    string(TOUPPER ${key} argument)
    string(REPLACE "-" "_" argument ${argument})
    if(FORMAT_${argument})
      list(JOIN FORMAT_${argument} "\", \"" items)
      string(APPEND text "${key} = [\"${items}\"]\n")
    endif()
  endforeach()
  file(CONFIGURE OUTPUT ${file} CONTENT "${text}" @ONLY)
endfunction()

function(annexkit_add_format name)
  cmake_parse_arguments(FORMAT "" "VERSION;LICENSE" "SOURCES;PLUGIN;LIBRARIES;FORMATS;EXTENSIONS;MEDIA_TYPES;MAGIC" ${ARGN})
  add_library(annexkit_format_${name} OBJECT ${FORMAT_SOURCES})
  target_link_libraries(annexkit_format_${name} PUBLIC annexkit::plugin_sdk ${FORMAT_LIBRARIES}
    PRIVATE $<TARGET_NAME_IF_EXISTS:annexkit_settings>)
  set_target_properties(annexkit_format_${name} PROPERTIES POSITION_INDEPENDENT_CODE ON)

  add_library(annexkit_plugin_${name} MODULE ${FORMAT_PLUGIN})
  target_link_libraries(annexkit_plugin_${name} PRIVATE annexkit_format_${name}
    $<TARGET_NAME_IF_EXISTS:annexkit_settings>)
  target_link_options(annexkit_plugin_${name} PRIVATE
    -Wl,--version-script=${ANNEXKIT_PLUGIN_MAP} -Wl,--exclude-libs,ALL)
  # The sanitizers' functions come from the program, so a sanitized plugin cannot be complete by itself.
  if(NOT ANNEXKIT_SANITIZE)
    target_link_options(annexkit_plugin_${name} PRIVATE -Wl,-z,defs)
  endif()
  set_target_properties(annexkit_plugin_${name} PROPERTIES
    PREFIX "" OUTPUT_NAME annexkit_${name}
    LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/${ANNEXKIT_PLUGIN_FOLDER})
  # A format that is linked in needs no plugin but for tests.
  if(ANNEXKIT_STATIC_PLUGINS)
    set_target_properties(annexkit_plugin_${name} PROPERTIES
      EXCLUDE_FROM_ALL ON LIBRARY_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/plugins/built)
    return()
  endif()
  install(TARGETS annexkit_plugin_${name} LIBRARY DESTINATION ${ANNEXKIT_PLUGIN_FOLDER} COMPONENT plugins)
  if(FORMAT_VERSION)
    set(manifest ${CMAKE_BINARY_DIR}/${ANNEXKIT_PLUGIN_FOLDER}/annexkit_${name}.toml)
    annexkit_write_manifest(${manifest} ${name} ${ARGN})
    install(FILES ${manifest} DESTINATION ${ANNEXKIT_PLUGIN_FOLDER} COMPONENT plugins)
  endif()
endfunction()
