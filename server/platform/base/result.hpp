#pragma once
#include <utility>
#include <variant>

#include "platform/base/problem.hpp"

namespace horenso {

/// What a person's request came to: a `T`, or the `Problem` to show. For failures that nobody asking
/// can cause (disk full, a bug, the database gone) code throws instead.
/// Read the value only after asking: `if (!x) co_return x.problem();`
template <class T>
class [[nodiscard]] Result {
public:
    using Value = T;

    Result(T value) : held_(std::in_place_index<0>, std::move(value)) {}
    Result(Problem problem) : held_(std::in_place_index<1>, std::move(problem)) {}

    explicit operator bool() const { return held_.index() == 0; }

    T& operator*() & { return std::get<0>(held_); }
    T const& operator*() const& { return std::get<0>(held_); }
    T&& operator*() && { return std::get<0>(std::move(held_)); }
    T* operator->() { return &std::get<0>(held_); }
    T const* operator->() const { return &std::get<0>(held_); }

    Problem const& problem() const& { return std::get<1>(held_); }
    Problem&& problem() && { return std::get<1>(std::move(held_)); }

private:
    std::variant<T, Problem> held_;
};

/// The result of an operation that gives nothing back.
struct Done {
    friend bool operator==(Done, Done) = default;
};

}  // namespace horenso
