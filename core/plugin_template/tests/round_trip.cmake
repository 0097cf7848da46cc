# To JSON and back: the bytes are those that were there.
# usage: cmake -D ANNEXKIT=... -D PLUGINS=... -D ANNEX=... -D WORK=... -P round_trip.cmake
foreach(step "${ANNEX};${WORK}/annex.json" "${WORK}/annex.json;${WORK}/annex.new-format")
  execute_process(COMMAND ${ANNEXKIT} convert --force --plugin-dir ${PLUGINS} ${step} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
execute_process(COMMAND ${CMAKE_COMMAND} -E compare_files ${ANNEX} ${WORK}/annex.new-format COMMAND_ERROR_IS_FATAL ANY)
