#pragma once
#include <chrono>
#include <cstdint>

namespace horenso {

/// A moment: milliseconds since 1970-01-01T00:00Z. Stored and sent as that number.
struct Instant {
    std::int64_t ms = 0;
    friend auto operator<=>(Instant, Instant) = default;
    friend Instant operator+(Instant at, std::chrono::milliseconds by) {
        return {at.ms + by.count()};
    }
    friend Instant operator-(Instant at, std::chrono::milliseconds by) {
        return {at.ms - by.count()};
    }
};

/// What time it is. Safe to ask from several threads. Wall time is for showing and for dates; it can
/// jump. Whatever measures how long something took, or waits, uses `steady`.
class Clock {
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    virtual std::chrono::steady_clock::time_point steady() const = 0;
};

/// The machine's own clock.
class SystemClock final : public Clock {
public:
    Instant now() const override;
    std::chrono::steady_clock::time_point steady() const override;
};

/// A clock that stands still until it is told otherwise; for tests and for the sample office's past.
class SetClock final : public Clock {
public:
    explicit SetClock(Instant start) : now_(start) {}
    Instant now() const override { return now_; }
    std::chrono::steady_clock::time_point steady() const override {
        return std::chrono::steady_clock::time_point{std::chrono::milliseconds{now_.ms}};
    }
    void set(Instant now) { now_ = now; }
    void advance(std::chrono::milliseconds by) { now_ = now_ + by; }

private:
    Instant now_;
};

}  // namespace horenso
