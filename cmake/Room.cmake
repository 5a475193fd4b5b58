# A room is a folder with one target. hoagiai_room(NAME DEPENDS rooms… LIBRARIES libraries…) takes every .cpp of the folder
# (and of the subfolders named by FOLDERS) and links only the rooms that it may include.
include_guard()

function(hoagiai_compile_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra -Wpedantic -Wshadow -Wconversion)
  # g++ 12, optimising, sees overlapping copies in std::string's operator+ (GCC bug 105651) and uninitialised members of moved
  # variants where there are none; the asan preset looks at both in earnest.
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
    target_compile_options(${target} PRIVATE -Wno-restrict -Wno-maybe-uninitialized)
  endif()
  if(HOAGIAI_WARNINGS_AS_ERRORS)
    target_compile_options(${target} PRIVATE -Werror)
  endif()
endfunction()

# Empty rooms are not rooms yet: nothing is built for them.
function(hoagiai_room name)
  cmake_parse_arguments(ROOM "" "" "DEPENDS;LIBRARIES;FOLDERS;GENERATED" ${ARGN})
  file(GLOB sources CONFIGURE_DEPENDS "*.cpp" "*.h")
  foreach(folder IN LISTS ROOM_FOLDERS)
    file(GLOB more CONFIGURE_DEPENDS "${folder}/*.cpp" "${folder}/*.h")
    list(APPEND sources ${more})
  endforeach()
  if(NOT sources AND NOT ROOM_GENERATED)
    add_library(hoagiai_${name} INTERFACE)
    return()
  endif()
  add_library(hoagiai_${name} STATIC ${sources} ${ROOM_GENERATED})
  set_target_properties(hoagiai_${name} PROPERTIES LINKER_LANGUAGE CXX)
  target_include_directories(hoagiai_${name} PUBLIC "${PROJECT_SOURCE_DIR}")
  hoagiai_compile_options(hoagiai_${name})
  list(TRANSFORM ROOM_DEPENDS PREPEND hoagiai_)
  target_link_libraries(hoagiai_${name} PUBLIC ${ROOM_DEPENDS} PRIVATE ${ROOM_LIBRARIES})
endfunction()

# hoagiai_registry(OUT FOLDER HEADER TYPE PREFIX): location is registration. Every FOLDER/NAME.cpp defines
# `extern const TYPE PREFIX_NAME;`; the generated file OUT lists them all, so that a new file needs no other change and a
# missing definition is a link error.
function(hoagiai_registry out folder header type prefix)
  file(GLOB entries CONFIGURE_DEPENDS "${CMAKE_CURRENT_SOURCE_DIR}/${folder}/*.cpp")
  set(declarations "")
  set(pointers "")
  foreach(entry IN LISTS entries)
    get_filename_component(stem "${entry}" NAME_WE)
    string(APPEND declarations "extern const ${type} ${prefix}_${stem};\n")
    string(APPEND pointers "        &${prefix}_${stem},\n")
  endforeach()
  file(CONFIGURE OUTPUT "${out}" CONTENT "// Made from ${folder}/ by cmake/Room.cmake.
#include \"${header}\"

#include <vector>

namespace hoagiai {
${declarations}
const std::vector<const ${type}*>& registered_${prefix}();
const std::vector<const ${type}*>& registered_${prefix}() {
    static const std::vector<const ${type}*> all = {
${pointers}    };
    return all;
}
}  // namespace hoagiai
" @ONLY)
endfunction()

# hoagiai_embed(OUT SYMBOL FILE): a text file as `extern const std::string_view SYMBOL` in namespace hoagiai.
function(hoagiai_embed out symbol file)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}")
  file(READ "${file}" content)
  # A raw literal may be at most 64 KiB in some compilers: cut into pieces.
  string(LENGTH "${content}" length)
  set(pieces "")
  set(position 0)
  while(position LESS length)
    string(SUBSTRING "${content}" ${position} 8000 piece)
    string(APPEND pieces "R\"embed(${piece})embed\"\n")
    math(EXPR position "${position} + 8000")
  endwhile()
  file(WRITE "${out}.new" "#include <string_view>\nnamespace hoagiai {\nextern const std::string_view ${symbol};\nconst std::string_view ${symbol} =\n${pieces};\n}\n")
  file(COPY_FILE "${out}.new" "${out}" ONLY_IF_DIFFERENT)
endfunction()
