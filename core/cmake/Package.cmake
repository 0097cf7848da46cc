# SPDX-License-Identifier: Apache-2.0
# What other projects build against: the shared library, its headers, annexkit_add_format(), and how CMake and pkg-config
# find them. Nothing else is needed: no header shows a library of others.
include(CMakePackageConfigHelpers)
set(folder ${CMAKE_INSTALL_LIBDIR}/cmake/annexkit)
set(cmake ${PROJECT_SOURCE_DIR}/core/cmake)

set_target_properties(annexkit_plugin_sdk PROPERTIES EXPORT_NAME plugin_sdk)
set_target_properties(annexkit_core PROPERTIES EXPORT_NAME core)
install(TARGETS annexkit_plugin_sdk annexkit_core EXPORT annexkit INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/core/include/annexkit DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        COMPONENT development)
install(EXPORT annexkit NAMESPACE annexkit:: FILE annexkitTargets.cmake DESTINATION ${folder} COMPONENT development)

configure_package_config_file(${cmake}/annexkitConfig.cmake.in ${CMAKE_BINARY_DIR}/annexkitConfig.cmake
                              INSTALL_DESTINATION ${folder})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/annexkitConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/annexkitConfig.cmake ${CMAKE_BINARY_DIR}/annexkitConfigVersion.cmake
              ${cmake}/AnnexkitAddFormat.cmake ${cmake}/plugin.map
        DESTINATION ${folder} COMPONENT development)

# The file says where it is (pcfiledir), so the prefix may be moved.
file(RELATIVE_PATH prefix_from_pc ${CMAKE_INSTALL_FULL_LIBDIR}/pkgconfig ${CMAKE_INSTALL_PREFIX})
string(REGEX REPLACE "/$" "" prefix_from_pc ${prefix_from_pc})
configure_file(${cmake}/annexkit.pc.in ${CMAKE_BINARY_DIR}/annexkit.pc @ONLY)
install(FILES ${CMAKE_BINARY_DIR}/annexkit.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT development)
