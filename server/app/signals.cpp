#include "app/signals.hpp"

namespace horenso::app {

StopSignals::StopSignals() {
    sigemptyset(&taken_);
    sigaddset(&taken_, SIGTERM);
    sigaddset(&taken_, SIGINT);
    pthread_sigmask(SIG_BLOCK, &taken_, &before_);
    std::signal(SIGPIPE, SIG_IGN);
}

void StopSignals::stop(net::Loops& loops) {
    waits_ = std::thread{[this, &loops] {
        int which = 0;
        sigwait(&taken_, &which);
        if (!left_) loops.stop();
    }};
}

void StopSignals::leave() {
    if (!waits_.joinable()) return;
    left_ = true;
    pthread_kill(waits_.native_handle(), SIGTERM);  // in case nobody has sent one
    waits_.join();
}

StopSignals::~StopSignals() {
    leave();
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
}

}  // namespace horenso::app
