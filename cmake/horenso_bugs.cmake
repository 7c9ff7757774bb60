# The program with each bug of tests/faults/bugs, for the proof that the checker finds them: the target `bugs`
# makes them all, bug_NAME one. The changed source is compiled once more and linked before the library it
# belongs to, whose own copy is then not taken; all else is the program's. Nothing of it is in `all`.
set(HORENSO_BUGS ${CMAKE_BINARY_DIR}/bugs)
add_custom_target(bugs)

function(horenso_bug patch)
    get_filename_component(name ${patch} NAME_WE)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${patch})
    file(STRINGS ${patch} changed REGEX "^\\+\\+\\+ b/server/.*\\.cpp")
    list(LENGTH changed count)
    if(NOT count EQUAL 1)
        message(FATAL_ERROR "${patch}: a planted bug changes one .cpp of the server, not ${count}")
    endif()
    string(REGEX REPLACE "^\\+\\+\\+ b/([^\t]+).*" "\\1" changed ${changed})
    set(home ${HORENSO_BUGS}/${name}.dir)
    add_custom_command(OUTPUT ${home}/${changed}
        COMMAND ${CMAKE_COMMAND} -D PATCH=${patch} -D FROM=${CMAKE_SOURCE_DIR} -D TO=${home} -D FILE=${changed}
            -P ${CMAKE_SOURCE_DIR}/cmake/plant_bug.cmake
        DEPENDS ${patch} ${CMAKE_SOURCE_DIR}/${changed} ${CMAKE_SOURCE_DIR}/cmake/plant_bug.cmake
        COMMENT "Planting ${name}" VERBATIM)
    add_executable(bug_${name} EXCLUDE_FROM_ALL $<TARGET_OBJECTS:horenso> ${home}/${changed})
    target_compile_options(bug_${name} PRIVATE -g0 -w)
    target_link_libraries(bug_${name} PRIVATE app)
    target_link_options(bug_${name} PRIVATE -s)
    set_target_properties(bug_${name} PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${HORENSO_BUGS} OUTPUT_NAME ${name})
    add_dependencies(bugs bug_${name})
endfunction()

file(GLOB bug_patches CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/tests/faults/bugs/*.patch)
foreach(patch IN LISTS bug_patches)
    horenso_bug(${patch})
endforeach()
