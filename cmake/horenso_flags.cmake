# Warnings for our own code, sanitizers for all of it, the fast linker.
add_library(horenso_flags INTERFACE)
target_compile_options(horenso_flags INTERFACE
    $<$<COMPILE_LANGUAGE:CXX>:-Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror>
    # g++ 12, optimising, takes Asio's coroutine frames for memory of another allocator.
    $<$<AND:$<CONFIG:Release>,$<COMPILE_LANG_AND_ID:CXX,GNU>>:-Wno-mismatched-new-delete>)
target_compile_definitions(horenso_flags INTERFACE
    BOOST_ASIO_SEPARATE_COMPILATION BOOST_ASIO_NO_DEPRECATED BOOST_BEAST_USE_STD_STRING_VIEW)
target_include_directories(horenso_flags INTERFACE ${CMAKE_SOURCE_DIR}/server)

find_program(MOLD mold)
if(MOLD)
    add_link_options(-fuse-ld=mold)
endif()

if(HORENSO_SANITIZE)
    add_compile_options(-fsanitize=${HORENSO_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${HORENSO_SANITIZE})
    add_compile_options($<$<COMPILE_LANG_AND_ID:CXX,GNU>:-Wno-mismatched-new-delete>)  # as for Release
    if(CMAKE_CXX_COMPILER_ID STREQUAL GNU)  # takes a coroutine frame's own new and delete for strangers
        add_compile_options($<$<COMPILE_LANGUAGE:CXX>:-Wno-mismatched-new-delete>)
    endif()
    if(HORENSO_SANITIZE STREQUAL thread AND CMAKE_CXX_COMPILER_ID STREQUAL GNU)
        add_compile_options(-Wno-tsan)  # Asio's fences, which only add to what its mutexes order
    endif()
    if(CMAKE_CXX_COMPILER_ID STREQUAL Clang)
        add_compile_options(-fno-sanitize=function)  # clang 14 crashes on coroutines with it
    endif()
endif()

if(HORENSO_FUZZ)
    add_compile_options(-fsanitize=fuzzer-no-link)
endif()
