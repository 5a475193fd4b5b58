# The installed program finds its rules beside itself, from any folder, without the sources. Run by CTest:
# cmake -DBUILD=build-folder -DWORK=scratch-folder -P installed_test.cmake
file(REMOVE_RECURSE "${WORK}")
file(WRITE "${WORK}/records/communes.csv" "id,name\nC1,Xã Thử\n")
execute_process(COMMAND "${CMAKE_COMMAND}" --install "${BUILD}" --prefix "${WORK}/prefix" OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
execute_process(COMMAND "${WORK}/prefix/bin/hoagiai" check records --profile bac-lieu-2023 --format json --fail-on never
  WORKING_DIRECTORY "${WORK}" OUTPUT_VARIABLE report RESULT_VARIABLE code)
if(NOT code EQUAL 0)
  message(FATAL_ERROR "exit ${code}: ${report}")
endif()
string(FIND "${report}" "${WORK}/prefix/share/hoagiai/rules/profiles/bac-lieu-2023.yaml" found)
if(found EQUAL -1)
  message(FATAL_ERROR "the installed profile was not the one that was used: ${report}")
endif()
file(GLOB_RECURSE tests "${WORK}/prefix/*.test.yaml")
if(tests)
  message(FATAL_ERROR "installed beside the rules: ${tests}")
endif()
