# The libraries of others, each found once.
find_package(PkgConfig REQUIRED)
foreach(module IN ITEMS harfbuzz freetype2 cairo icu-uc icu-i18n libjpeg libpng libtiff-4 lcms2 libdeflate libqpdf nettle zlib)
  string(MAKE_C_IDENTIFIER ${module} name)
  pkg_check_modules(${name} REQUIRED IMPORTED_TARGET ${module})
endforeach()
# Its headers ask whether one knows that its old pointers are gone.
target_compile_definitions(PkgConfig::libqpdf INTERFACE POINTERHOLDER_TRANSITION=4)
find_package(pugixml REQUIRED)
find_package(fmt REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(CLI11 REQUIRED)
find_path(TL_EXPECTED_DIR tl/expected.hpp REQUIRED)
pkg_check_modules(httplib REQUIRED IMPORTED_TARGET cpp-httplib)
