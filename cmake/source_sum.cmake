# cmake -D FROM=engine -D TO=source_sum.cpp -P source_sum.cmake: one sum over everything that the engine is built from.
# Not git's commit: that says nothing of changed files, and there is none in an archive of the sources.
cmake_minimum_required(VERSION 3.25)
file(GLOB_RECURSE files RELATIVE ${FROM} ${FROM}/*)
list(SORT files)
set(lines "")
foreach(file IN LISTS files)
  file(SHA256 ${FROM}/${file} sum)
  string(APPEND lines "${sum}  ${file}\n")
endforeach()
string(SHA256 sum "${lines}")
file(CONFIGURE OUTPUT ${TO} CONTENT "namespace paiban {\nconst char* source_sum() { return \"@sum@\"; }\n}\n" @ONLY)
