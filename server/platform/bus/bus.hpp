#pragma once
#include <cstddef>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace horenso {

/// Carries short notes between the programs that share a PostgreSQL database (LISTEN and NOTIFY, on a
/// connection and a thread of its own). A note says that something was committed, a little sooner than
/// looking would: it may be lost, come twice, or come late, and nothing may depend on it but speed.
/// Notes of one sender that arrive, arrive in its order.
class Bus {
public:
    /// Receives each note, also the sender's own, on the bus's thread.
    using Heard = std::function<void(std::string_view note)>;

    /// `url`: a libpq connection string. Connects by itself, and again whenever the line is lost, with
    /// growing pauses up to 2 s.
    Bus(std::string url, Heard heard);
    ~Bus();
    Bus(Bus const&) = delete;

    /// Ends the thread: nothing is heard any more, and what is sent is dropped. Again is harmless.
    void stop();

    /// Sends what was given at the next turn of the thread, many together. From any thread; never waits.
    /// Dropped while nobody is connected, and above `most_waiting`.
    void send(std::vector<std::string> notes);

    static constexpr std::size_t most_bytes =
        7'900;  ///< of a note; PostgreSQL takes less than 8,000
    static constexpr std::size_t most_waiting = 10'000;

    struct Impl;

private:
    std::unique_ptr<Impl> impl_;
};

}  // namespace horenso
