# SPDX-License-Identifier: Apache-2.0
# Man pages and completions, which the program writes from its own table of commands.
set(ANNEXKIT_ZSH_FOLDER ${CMAKE_INSTALL_DATADIR}/zsh/site-functions CACHE STRING "Where zsh looks for completions")
set(man ${CMAKE_BINARY_DIR}/${CMAKE_INSTALL_MANDIR}/man1)
set(completions ${CMAKE_CURRENT_BINARY_DIR}/completions)

add_custom_command(
  OUTPUT ${man}/annexkit.1 ${completions}/annexkit ${completions}/_annexkit ${completions}/annexkit.fish
  COMMAND ${CMAKE_COMMAND} -E rm -rf ${man}
  COMMAND annexkit man --out-dir ${man}
  COMMAND ${CMAKE_COMMAND} -E make_directory ${completions}
  COMMAND annexkit completions bash > ${completions}/annexkit
  COMMAND annexkit completions zsh > ${completions}/_annexkit
  COMMAND annexkit completions fish > ${completions}/annexkit.fish
  DEPENDS annexkit
  COMMENT "Writing man pages and completions"
  VERBATIM)
add_custom_target(annexkit_manners ALL DEPENDS ${man}/annexkit.1)

install(DIRECTORY ${man} DESTINATION ${CMAKE_INSTALL_MANDIR} COMPONENT program)
install(FILES ${completions}/annexkit DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions COMPONENT program)
install(FILES ${completions}/_annexkit DESTINATION ${ANNEXKIT_ZSH_FOLDER} COMPONENT program)
install(FILES ${completions}/annexkit.fish DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d
        COMPONENT program)
