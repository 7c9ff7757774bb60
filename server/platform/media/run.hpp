#pragma once
#include <chrono>
#include <filesystem>
#include <string>

namespace horenso::media {

/// One job for a process of its own.
struct Work {
    std::filesystem::path program;
    std::string job;    ///< its only argument
    std::string bytes;  ///< what it reads
    std::chrono::milliseconds deadline;
};

/// What came of it.
struct Ran {
    enum class End { answered, missing, late, lost };
    End end = End::lost;
    std::string sent = {};  ///< whole, if it answered
    std::string why =
        {};  ///< if it was lost or is missing: "said too much", "ended 1", "killed by 9"
};

/// Starts the program, sends it the bytes and reads what it sends until it ends well; after the deadline, or
/// when it sends more than an answer may have, it is killed. It gets no environment and no open file but
/// these: nothing of the server's is in its reach.
Ran run(Work const& work);

}  // namespace horenso::media
