#include "app/signals.hpp"

namespace horenso::app {

StopSignals::StopSignals(Hangup meaning) {
    sigemptyset(&taken_);
    sigaddset(&taken_, SIGTERM);
    sigaddset(&taken_, SIGINT);
    if (meaning == Hangup::reads_again) sigaddset(&taken_, SIGHUP);
    pthread_sigmask(SIG_BLOCK, &taken_, &before_);
    std::signal(SIGPIPE, SIG_IGN);
}

void StopSignals::stop(net::Loops& loops, std::function<void()> read_again) {
    waits_ = std::thread{[this, &loops, read_again = std::move(read_again)] {
        int which = 0;
        while (sigwait(&taken_, &which) == 0 && which == SIGHUP) loops.post(0, read_again);
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
