# Tests of the programs: they start the real thing.
taillight_test(tst_cli TIMEOUT 600)
target_compile_definitions(tst_cli PRIVATE TAILLIGHT_CLI="$<TARGET_FILE:taillight-cli>")
add_dependencies(tst_cli taillight-cli)
if(TAILLIGHT_ENGINE)
  add_dependencies(tst_cli taillight_engine)
endif()
add_test(NAME layering COMMAND ${CMAKE_SOURCE_DIR}/tests/layering_test.sh ${CMAKE_SOURCE_DIR})
