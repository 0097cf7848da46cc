# SPDX-License-Identifier: Apache-2.0
# Run by CPack before it makes the packages: copyright and changelog in each, and man pages compressed, as Debian has them.
foreach(component IN LISTS CPACK_COMPONENTS_ALL)
  string(TOUPPER ${component} COMPONENT)
  set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component}${CPACK_PACKAGING_INSTALL_PREFIX})
  set(folder ${root}/share/doc/${CPACK_DEBIAN_${COMPONENT}_PACKAGE_NAME})
  file(COPY ${CPACK_ANNEXKIT_DOCUMENTS}/copyright DESTINATION ${folder})
  file(COPY_FILE ${CPACK_ANNEXKIT_DOCUMENTS}/changelog ${folder}/changelog.Debian)
  file(GLOB pages ${root}/share/man/man1/*.1)
  execute_process(COMMAND gzip -9n ${folder}/changelog.Debian ${pages} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
