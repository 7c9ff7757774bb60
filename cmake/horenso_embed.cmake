# Builds files into the program: an assembler file with one .incbin per file, and a sorted table.
# horenso_embed(TARGET name FUNCTION ns::function ROOT dir FILES ...) makes a library that defines
# `std::span<horenso::embedded::File const> ns::function()`.
function(horenso_embed)
    cmake_parse_arguments(E "" "TARGET;FUNCTION;ROOT" "FILES" ${ARGN})
    list(SORT E_FILES)
    string(REPLACE "::" "_" symbol ${E_FUNCTION})
    set(assembly "    .section .rodata\n")
    set(externs "")
    set(table "")
    set(number 0)
    foreach(path IN LISTS E_FILES)
        string(APPEND assembly
            "    .global ${symbol}_${number}\n    .global ${symbol}_${number}_end\n    .balign 16\n"
            "${symbol}_${number}:\n    .incbin \"${E_ROOT}/${path}\"\n${symbol}_${number}_end:\n    .byte 0\n")
        string(APPEND externs "extern char const ${symbol}_${number}[], ${symbol}_${number}_end[];\n")
        string(APPEND table
            "    {\"${path}\", {${symbol}_${number}, static_cast<std::size_t>(${symbol}_${number}_end - ${symbol}_${number})}},\n")
        math(EXPR number "${number} + 1")
    endforeach()
    string(APPEND assembly "    .section .note.GNU-stack,\"\",@progbits\n")
    string(REGEX REPLACE "::[^:]+$" "" namespace ${E_FUNCTION})
    string(REGEX REPLACE ".*::" "" name ${E_FUNCTION})
    set(base ${CMAKE_CURRENT_BINARY_DIR}/${E_TARGET})
    file(CONFIGURE OUTPUT ${base}.S CONTENT "${assembly}" @ONLY)
    file(CONFIGURE OUTPUT ${base}.cpp CONTENT
"#include <array>
#include \"platform/base/embedded.hpp\"
extern \"C\" {
${externs}}
namespace ${namespace} {
std::span<horenso::embedded::File const> ${name}();
std::span<horenso::embedded::File const> ${name}() {
    static std::array<horenso::embedded::File, ${number}> const table{{
${table}    }};
    return table;
}
}
" @ONLY)
    add_library(${E_TARGET} STATIC ${base}.S ${base}.cpp)
    list(TRANSFORM E_FILES PREPEND ${E_ROOT}/ OUTPUT_VARIABLE sources)
    set_source_files_properties(${base}.S PROPERTIES OBJECT_DEPENDS "${sources}")
    target_link_libraries(${E_TARGET} PRIVATE horenso_flags)
endfunction()
