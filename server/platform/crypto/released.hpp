#pragma once

namespace horenso::crypto {

/// For what a C library hands out: `std::unique_ptr<BIO, Released<BIO_free>>`.
template <auto release>
struct Released {
    template <class T>
    void operator()(T* held) const {
        release(held);
    }
};

}  // namespace horenso::crypto
