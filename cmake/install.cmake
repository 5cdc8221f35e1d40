# `cmake --install`: the program, and the faces and templates that it finds beside itself (engine/cli/data_folder.hpp).
# The libraries are not installed: their headers are not yet a promise to anyone.
set(share ${CMAKE_INSTALL_DATADIR}/paiban)
if(TARGET paiban)
  install(TARGETS paiban RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(DIRECTORY fonts templates DESTINATION ${share})
install(DIRECTORY engine/archive/jobs DESTINATION ${share} USE_SOURCE_PERMISSIONS)
install(FILES README.md LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
