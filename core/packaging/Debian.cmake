# SPDX-License-Identifier: Apache-2.0
# Debian packages by CPack, one for each component; `./dev package` makes them.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME annexkit)
set(CPACK_PACKAGE_CONTACT "The annexkit maintainers <annexkit@localhost>")
set(CPACK_PACKAGE_VENDOR annexkit)
# Each package has its own.
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL program plugins library development)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
# The packages of others that are linked to; our own, which are not installed here, are said below.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS_PRIVATE_DIRS ${CMAKE_BINARY_DIR}/${CMAKE_INSTALL_LIBDIR})

# annexkit_package(<component> <package> <section> SUMMARY <line> DESCRIPTION <line>... [DEPENDS <relation>...]
#                  [RECOMMENDS <relation>...])
function(annexkit_package component package section)
  cmake_parse_arguments(PACKAGE "" "SUMMARY" "DESCRIPTION;DEPENDS;RECOMMENDS" ${ARGN})
  string(TOUPPER ${component} COMPONENT)
  list(JOIN PACKAGE_DESCRIPTION "\n" description)
  list(JOIN PACKAGE_DEPENDS ", " depends)
  list(JOIN PACKAGE_RECOMMENDS ", " recommends)
  set(CPACK_DEBIAN_${COMPONENT}_PACKAGE_NAME ${package} PARENT_SCOPE)
  set(CPACK_DEBIAN_${COMPONENT}_PACKAGE_SECTION ${section} PARENT_SCOPE)
  set(CPACK_DEBIAN_${COMPONENT}_DESCRIPTION "${PACKAGE_SUMMARY}\n${description}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${COMPONENT}_PACKAGE_DEPENDS "${depends}" PARENT_SCOPE)
  set(CPACK_DEBIAN_${COMPONENT}_PACKAGE_RECOMMENDS "${recommends}" PARENT_SCOPE)
endfunction()

set(same "(= ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})")
set(library libannexkit${ANNEXKIT_ABI_VERSION})
annexkit_package(program annexkit utils
  SUMMARY "validate and convert the annexes of international declarations"
  DESCRIPTION "annexkit reads the list of initiatives of a declaration, says exactly what is"
              "wrong and where, and writes it in another format."
  DEPENDS "${library} ${same}" "annexkit-plugins ${same}")
annexkit_package(plugins annexkit-plugins utils
  SUMMARY "formats of annexkit: CSV, JSON and XML"
  DESCRIPTION "Plugins that annexkit and programs linked to its library load, and the"
              "program that each may be isolated in."
  DEPENDS "${library} ${same}")
annexkit_package(library ${library} libs
  SUMMARY "library that validates and converts annexes of declarations"
  DESCRIPTION "The library, and the schemas of the declarations that it knows."
  RECOMMENDS "annexkit-plugins ${same}")
annexkit_package(development libannexkit-dev libdevel
  SUMMARY "library that validates and converts annexes of declarations (development)"
  DESCRIPTION "Headers, and what CMake and pkg-config need, for programs that use the library"
              "and for plugins."
  DEPENDS "${library} ${same}")

# What packages of programs that are linked to the library depend on, and what has ldconfig run.
set(control ${CMAKE_BINARY_DIR}/debian)
file(WRITE ${control}/shlibs "libannexkit ${ANNEXKIT_ABI_VERSION} ${library} (>= ${PROJECT_VERSION})\n")
file(WRITE ${control}/triggers "activate-noawait ldconfig\n")
set(CPACK_DEBIAN_LIBRARY_PACKAGE_CONTROL_EXTRA ${control}/shlibs ${control}/triggers)
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian/documents.cmake)
set(CPACK_ANNEXKIT_DOCUMENTS ${CMAKE_CURRENT_LIST_DIR}/debian)
include(CPack)
