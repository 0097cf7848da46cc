# SPDX-License-Identifier: Apache-2.0
# What other projects build against: headers, the core as a static library, annexkit_add_format().
include(CMakePackageConfigHelpers)
set(folder ${CMAKE_INSTALL_LIBDIR}/cmake/annexkit)
set(cmake ${PROJECT_SOURCE_DIR}/core/cmake)

set_target_properties(annexkit_plugin_sdk PROPERTIES EXPORT_NAME plugin_sdk)
set_target_properties(annexkit_core PROPERTIES EXPORT_NAME core)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/core/include/annexkit DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}
        COMPONENT development)
install(TARGETS annexkit_plugin_sdk EXPORT annexkit_plugin_sdk INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS annexkit_core annexkit_fmt annexkit_icu annexkit_nettle annexkit_pugixml
                annexkit_re2 annexkit_simdjson annexkit_tbb
        EXPORT annexkit_core ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT development)
install(EXPORT annexkit_plugin_sdk NAMESPACE annexkit:: FILE annexkitPluginSdk.cmake DESTINATION ${folder}
        COMPONENT development)
install(EXPORT annexkit_core NAMESPACE annexkit:: FILE annexkitCore.cmake DESTINATION ${folder} COMPONENT development)

configure_package_config_file(${cmake}/annexkitConfig.cmake.in ${CMAKE_BINARY_DIR}/annexkitConfig.cmake
                              INSTALL_DESTINATION ${folder})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/annexkitConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_BINARY_DIR}/annexkitConfig.cmake ${CMAKE_BINARY_DIR}/annexkitConfigVersion.cmake
              ${cmake}/AnnexkitAddFormat.cmake ${cmake}/CoreDependencies.cmake ${cmake}/plugin.map
        DESTINATION ${folder} COMPONENT development)
