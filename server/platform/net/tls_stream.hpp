#pragma once
#include <sys/uio.h>

#include <cstddef>
#include <memory>
#include <span>
#include <string>

#include "platform/net/moved.hpp"
#include "platform/net/tls.hpp"

struct ssl_st;

namespace horenso::net {

/// The TLS of one connection, over a non-blocking descriptor that it doesn't own. Pinned where it is
/// made: OpenSSL holds its address.
class TlsStream {
public:
    TlsStream(int descriptor, std::shared_ptr<TlsSetting const> setting);
    ~TlsStream();
    TlsStream(TlsStream const&) = delete;

    enum class Handshake { done, wants_read, wants_write, failed };
    Handshake shake_hands();

    /// At least `largest_record` bytes of room: then nothing that has come is left behind in here, where
    /// no wait for the descriptor would find it.
    Moved receive(std::span<char> into);
    /// One record of at most `largest_record` bytes. What was ciphered can't be taken back, so while the
    /// socket doesn't take all of a record its last byte is told as not sent: the caller waits, and
    /// offers it again.
    Moved send(std::span<iovec const> parts);
    static constexpr std::size_t largest_record = 16 * 1024;

    void say_goodbye();  ///< the peer learns that nothing was cut off

private:
    struct Wire;
    bool flush();
    Moved send_record(char const* bytes, std::size_t size);

    std::shared_ptr<TlsSetting const> setting_;
    ssl_st* ssl_;
    int descriptor_;
    std::string unsent_;  // ciphered, and not taken by the socket yet
    bool owed_ = false;   // the last byte of the record in `unsent_` is not told as sent yet
    bool open_ = false;   // hands are shaken
    bool broken_ = false;
};

}  // namespace horenso::net
