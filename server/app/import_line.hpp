#pragma once
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

namespace horenso::app {

/// Says twice a second how far an import has come, while it lives.
class ImportLine {
public:
    /// `data`: the data folder; `target`: what its control socket is asked.
    ImportLine(std::string data, std::string target);

private:
    std::mutex mutex_;
    std::condition_variable_any ended_;
    std::jthread thread_;
};

}  // namespace horenso::app
