# -DPLANT=FILE.patch builds the program with a planted bug: every .cpp that the patch changes is copied
# into the build directory, changed there, and compiled instead of the original. The tree stays as it is,
# and only that file, its library and the program are made again.
set(PLANT "" CACHE FILEPATH "patch with a bug to plant")
set(HORENSO_PLANTED "")

if(PLANT)
    file(STRINGS ${PLANT} lines REGEX "^\\+\\+\\+ b/")
    foreach(line IN LISTS lines)
        string(REGEX REPLACE "^\\+\\+\\+ b/([^\t]+).*" "\\1" changed ${line})
        if(NOT changed MATCHES "^server/.*\\.cpp$")
            message(FATAL_ERROR "${PLANT}: only sources of the server can be changed, not ${changed}")
        endif()
        configure_file(${CMAKE_SOURCE_DIR}/${changed} ${CMAKE_BINARY_DIR}/planted/${changed} COPYONLY)
        list(APPEND HORENSO_PLANTED ${changed})
    endforeach()
    execute_process(COMMAND patch --strip=1 --batch --silent --no-backup-if-mismatch --input=${PLANT}
        WORKING_DIRECTORY ${CMAKE_BINARY_DIR}/planted RESULT_VARIABLE failed OUTPUT_VARIABLE told)
    if(failed)
        message(FATAL_ERROR "${PLANT} doesn't fit the sources any more:\n${told}")
    endif()
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${PLANT})
endif()

# The sources with those that were changed in place of the originals.
function(horenso_plant list_name)
    foreach(changed IN LISTS HORENSO_PLANTED)
        list(TRANSFORM ${list_name} REPLACE "^${CMAKE_SOURCE_DIR}/${changed}$" "${CMAKE_BINARY_DIR}/planted/${changed}")
    endforeach()
    set(${list_name} ${${list_name}} PARENT_SCOPE)
endfunction()
