# One library a folder of engine/. MAY_USE names the folders whose headers it may include, USES the foreign libraries
# it is the fence of. tests/style checks the #includes against the same lists.
include(${CMAKE_CURRENT_LIST_DIR}/instruments.cmake)

add_library(paiban_options INTERFACE)
target_compile_options(paiban_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Werror=switch)
# g++ 12 sees an overlap in every assignment of a literal to a std::string that it inlines (GCC bug 105651).
target_compile_options(paiban_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
if(PAIBAN_WERROR)
  target_compile_options(paiban_options INTERFACE -Werror)
endif()

# A folder with headers alone is a library too: its users need to say nothing different when the first .cpp comes.
# AT: where the folder is, if not where its name says.
function(paiban_stage folder)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "AT" "MAY_USE;USES")
  if(NOT arg_AT)
    set(arg_AT ${folder})
  endif()
  file(GLOB sources CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${arg_AT}/*.cpp)
  file(GLOB headers CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/${arg_AT}/*.hpp)
  list(FILTER sources EXCLUDE REGEX "/main\\.cpp$")
  set(target paiban_${folder})
  list(TRANSFORM arg_MAY_USE PREPEND paiban_ OUTPUT_VARIABLE stages)
  if(sources)
    add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/engine)
    # USES is public because a stage's inner headers (handles.hpp) need it to compile alone; style.fences keeps others out.
    target_link_libraries(${target} PUBLIC ${stages} ${arg_USES} PRIVATE paiban_options)
  else()
    add_library(${target} INTERFACE)
    target_include_directories(${target} INTERFACE ${PROJECT_SOURCE_DIR}/engine)
    target_link_libraries(${target} INTERFACE ${stages})
  endif()
  if(sources AND headers)
    target_sources(${target} PUBLIC FILE_SET HEADERS BASE_DIRS ${PROJECT_SOURCE_DIR}/engine FILES ${headers})
    # Every header compiles alone: the target all_verify_interface_header_sets, part of the tests.
    set_target_properties(${target} PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  endif()
endfunction()
