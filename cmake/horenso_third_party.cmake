# The libraries we stand on (docs/adr says why each). Debian's, but for SQLite.
find_package(Threads REQUIRED)
find_package(OpenSSL REQUIRED)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(PostgreSQL REQUIRED)
find_package(spdlog REQUIRED)
find_package(tomlplusplus QUIET)
find_package(PkgConfig REQUIRED)
pkg_check_modules(SODIUM REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(CBOR REQUIRED IMPORTED_TARGET libcbor)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(PUGIXML REQUIRED IMPORTED_TARGET pugixml)
pkg_check_modules(XLSXWRITER REQUIRED IMPORTED_TARGET xlsxwriter)
pkg_check_modules(ZIP REQUIRED IMPORTED_TARGET libzip)
pkg_check_modules(QRENCODE REQUIRED IMPORTED_TARGET libqrencode)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(GTest REQUIRED)

# The plain SQLite amalgamation (Debian's 3.40.1 has the WAL-reset bug), pinned by package-lock.json.
set(SQLITE_DIR ${CMAKE_SOURCE_DIR}/third_party/sqlite/node_modules/better-sqlite3/deps/sqlite3)
if(NOT EXISTS ${SQLITE_DIR}/sqlite3.c)
    message(FATAL_ERROR "third_party/sqlite is not installed: run ./dev build, which does it")
endif()
add_library(sqlite3 STATIC ${SQLITE_DIR}/sqlite3.c)
target_include_directories(sqlite3 SYSTEM PUBLIC ${SQLITE_DIR})
target_compile_definitions(sqlite3
    PRIVATE SQLITE_DQS=0 SQLITE_DEFAULT_MEMSTATUS=0 SQLITE_LIKE_DOESNT_MATCH_BLOBS
            SQLITE_MAX_EXPR_DEPTH=0 SQLITE_OMIT_DEPRECATED SQLITE_OMIT_SHARED_CACHE
            SQLITE_OMIT_LOAD_EXTENSION SQLITE_USE_ALLOCA SQLITE_ENABLE_FTS5 SQLITE_MAX_MMAP_SIZE=0
            SQLITE_DEFAULT_PCACHE_INITSZ=0  # a RETURNING would take and give back 88 KB each time
    PUBLIC SQLITE_THREADSAFE=2)
target_compile_options(sqlite3 PRIVATE -w -O2)
target_link_libraries(sqlite3 PRIVATE m)
