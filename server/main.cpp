#include "app/cli.hpp"
#include "platform/crypto/crypto.hpp"

extern char** environ;

int main(int argc, char** argv) {
    horenso::crypto::start();
    return horenso::app::run_command_line(argc, argv, environ);
}
