# cmake -D PATCH=… -D FROM=… -D TO=… -D FILE=… -P: a copy of FROM/FILE in TO, changed by PATCH.
configure_file(${FROM}/${FILE} ${TO}/${FILE}.fresh COPYONLY)
execute_process(COMMAND patch --batch --silent --fuzz=1 --no-backup-if-mismatch --reject-file=- ${TO}/${FILE}.fresh ${PATCH}
    RESULT_VARIABLE failed OUTPUT_VARIABLE told ERROR_VARIABLE told)
if(failed)
    message(FATAL_ERROR "${PATCH} doesn't fit ${FILE} any more: plant the bug anew in what it says now, or a like one\n${told}")
endif()
file(RENAME ${TO}/${FILE}.fresh ${TO}/${FILE})
file(TOUCH ${TO}/${FILE})
