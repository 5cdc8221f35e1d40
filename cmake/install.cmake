# `cmake --install`: the program, and the faces and templates that it finds beside itself (engine/cli/data_folder.hpp).
# The libraries are not installed: their headers are not yet a promise to anyone.
set(share ${CMAKE_INSTALL_DATADIR}/paiban)
if(TARGET paiban)
  install(TARGETS paiban RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
endif()
install(DIRECTORY fonts templates DESTINATION ${share})
# The number of an issue is checked against these (paiban new, paiban check).
file(GLOB issue_data CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/issues/*.xml)
install(FILES ${issue_data} DESTINATION ${share}/issues)
install(FILES README.md LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} OPTIONAL)
