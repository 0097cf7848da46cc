# SPDX-License-Identifier: Apache-2.0
# The libraries that the core is linked to, found here as well as where an installed core is used.
find_package(PkgConfig REQUIRED)
find_package(Threads REQUIRED)
pkg_check_modules(ICU REQUIRED IMPORTED_TARGET icu-uc icu-i18n)
pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET nettle)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(SIMDJSON REQUIRED IMPORTED_TARGET simdjson)
find_package(TBB REQUIRED)
find_package(fmt REQUIRED)
find_package(pugixml REQUIRED)
