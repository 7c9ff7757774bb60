#pragma once
#include <sys/types.h>

#include <cerrno>
#include <cstddef>

namespace horenso::net {

/// What came of moving bytes: some went, none can now, or none ever will.
struct Moved {
    enum class How { some, later, over } how = How::over;
    std::size_t bytes = 0;
};

/// From what recv, send and their kind return.
inline Moved moved(ssize_t result) {
    if (result > 0) return {Moved::How::some, static_cast<std::size_t>(result)};
    bool const later = result < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
    return {later ? Moved::How::later : Moved::How::over, 0};
}

}  // namespace horenso::net
