# One library per folder of the shelves, linked to what it may include: its left neighbours on
# platform and services, and all lower shelves. `*_test.cpp` beside the code become one test program
# per folder; `*_fuzz.cpp` one fuzz target each.
set(HORENSO_LIBRARIES "" CACHE INTERNAL "folders so far, lowest first")

function(horenso_folder path)
    cmake_parse_arguments(F "" "" "LIBRARIES" ${ARGN})
    set(dir ${CMAKE_SOURCE_DIR}/server/${path})
    file(GLOB sources CONFIGURE_DEPENDS ${dir}/*.cpp)
    set(tests ${sources})
    set(fuzzers ${sources})
    list(FILTER sources EXCLUDE REGEX "_(test|fuzz)\\.cpp$")
    list(FILTER tests INCLUDE REGEX "_test\\.cpp$")
    list(FILTER fuzzers INCLUDE REGEX "_fuzz\\.cpp$")
    string(REPLACE "/" "_" name ${path})

    string(REGEX MATCH "^[a-z]+" shelf ${path})
    set(below ${HORENSO_LIBRARIES})
    if(shelf MATCHES "^(features|across)$")  # no neighbours there
        list(FILTER below EXCLUDE REGEX "^${shelf}_")
    endif()
    list(REVERSE below)

    horenso_plant(sources)
    if(sources)
        add_library(${name} STATIC ${sources})
        target_link_libraries(${name} PUBLIC ${below} ${F_LIBRARIES} horenso_flags)
        set(HORENSO_LIBRARIES ${HORENSO_LIBRARIES} ${name} CACHE INTERNAL "")
        set(self ${name})
    else()
        set(self ${below} ${F_LIBRARIES} horenso_flags)
    endif()

    if(tests AND NOT HORENSO_FUZZ)
        add_executable(${name}_test ${tests})
        target_link_libraries(${name}_test PRIVATE ${self} test_kit GTest::gmock GTest::gtest_main)
        if(HORENSO_SANITIZE)
            target_compile_options(${name}_test PRIVATE -O0)  # compiled in two thirds of the time
        endif()
    endif()
    if(HORENSO_FUZZ)
        foreach(file IN LISTS fuzzers)
            get_filename_component(target ${file} NAME_WE)
            add_executable(${target} ${file})
            target_link_libraries(${target} PRIVATE ${self} -fsanitize=fuzzer)
        endforeach()
    endif()
endfunction()
