#include "platform/net/tls_stream.hpp"

#include <openssl/err.h>
#include <openssl/ssl.h>
#include <sys/socket.h>

#include <algorithm>
#include <array>
#include <cstring>
#include <new>
#include <utility>

namespace horenso::net {

/// How OpenSSL reaches the socket. Writing never waits: what the socket doesn't take is kept in
/// `unsent_`, so that OpenSSL never holds a half-written record of its own.
struct TlsStream::Wire {
    static TlsStream& of(BIO* bio) { return *static_cast<TlsStream*>(BIO_get_data(bio)); }

    static int read(BIO* bio, char* into, int size) {
        BIO_clear_retry_flags(bio);
        auto const got =
            ::recv(of(bio).descriptor_, into, static_cast<std::size_t>(size), MSG_DONTWAIT);
        if (moved(got).how == Moved::How::later) BIO_set_retry_read(bio);
        return static_cast<int>(got);
    }

    static int write(BIO* bio, char const* bytes, int size) {
        auto& stream = of(bio);
        BIO_clear_retry_flags(bio);
        auto const before = stream.unsent_.size();
        stream.unsent_.append(bytes, static_cast<std::size_t>(size));
        if (before == 0) stream.flush();
        return stream.broken_ ? -1 : size;
    }

    static long control(BIO*, int what, long, void*) {
        return what == BIO_CTRL_FLUSH ? 1 : 0;  // everything else has no meaning here
    }

    static BIO_METHOD* method() {
        static BIO_METHOD* const made = [] {
            auto* const wire = BIO_meth_new(BIO_get_new_index() | BIO_TYPE_SOURCE_SINK, "wire");
            BIO_meth_set_read(wire, read);
            BIO_meth_set_write(wire, write);
            BIO_meth_set_ctrl(wire, control);
            return wire;
        }();
        return made;
    }
};

TlsStream::TlsStream(int descriptor, std::shared_ptr<TlsSetting const> setting)
    : setting_(std::move(setting)), ssl_(SSL_new(setting_->get())), descriptor_(descriptor) {
    auto* const wire = ssl_ ? BIO_new(Wire::method()) : nullptr;
    if (!wire) throw std::bad_alloc{};
    BIO_set_data(wire, this);
    BIO_set_init(wire, 1);
    SSL_set_bio(ssl_, wire, wire);
    SSL_set_accept_state(ssl_);
}

TlsStream::~TlsStream() { SSL_free(ssl_); }

/// True when nothing is left.
bool TlsStream::flush() {
    std::size_t sent = 0;
    while (sent < unsent_.size() && !broken_) {
        auto const now = moved(::send(descriptor_, unsent_.data() + sent, unsent_.size() - sent,
                                      MSG_DONTWAIT | MSG_NOSIGNAL));
        if (now.how == Moved::How::later) break;
        broken_ = now.how == Moved::How::over;
        sent += now.bytes;
    }
    unsent_.erase(0, sent);
    if (unsent_.empty()) std::string{}.swap(unsent_);
    return unsent_.empty();
}

TlsStream::Handshake TlsStream::shake_hands() {
    if (!flush()) return broken_ ? Handshake::failed : Handshake::wants_write;
    if (open_) return Handshake::done;
    ERR_clear_error();
    auto const result = SSL_do_handshake(ssl_);
    open_ = result == 1;
    if (!open_ && SSL_get_error(ssl_, result) != SSL_ERROR_WANT_READ) {
        broken_ = true;
        return Handshake::failed;
    }
    if (!unsent_.empty()) return Handshake::wants_write;
    return open_ ? Handshake::done : Handshake::wants_read;
}

Moved TlsStream::receive(std::span<char> into) {
    if (broken_) return {};
    ERR_clear_error();
    std::size_t got = 0;
    auto const result = SSL_read_ex(ssl_, into.data(), into.size(), &got);
    if (result == 1) return {Moved::How::some, got};
    auto const why = SSL_get_error(ssl_, result);
    if (why == SSL_ERROR_WANT_READ) return {Moved::How::later, 0};
    broken_ = why != SSL_ERROR_ZERO_RETURN;
    return {};
}

Moved TlsStream::send(std::span<iovec const> parts) {
    if (!flush()) return {broken_ ? Moved::How::over : Moved::How::later, 0};
    if (broken_) return {};
    if (std::exchange(owed_, false)) return {Moved::How::some, 1};

    while (!parts.empty() && parts.front().iov_len == 0) parts = parts.subspan(1);
    if (parts.empty()) return {Moved::How::later, 0};
    auto const& first = parts.front();
    if (parts.size() == 1 || first.iov_len >= largest_record)
        return send_record(static_cast<char const*>(first.iov_base),
                           std::min(first.iov_len, largest_record));

    std::array<char, largest_record> record;  // many small frames share one record
    std::size_t size = 0;
    for (auto const& part : parts) {
        auto const count = std::min(part.iov_len, record.size() - size);
        if (count > 0) std::memcpy(record.data() + size, part.iov_base, count);
        size += count;
        if (size == record.size()) break;
    }
    return send_record(record.data(), size);
}

Moved TlsStream::send_record(char const* bytes, std::size_t size) {
    ERR_clear_error();
    std::size_t taken = 0;
    if (SSL_write_ex(ssl_, bytes, size, &taken) != 1) {
        broken_ = true;
        return {};
    }
    if (unsent_.empty()) return {Moved::How::some, taken};
    owed_ = true;
    return {taken > 1 ? Moved::How::some : Moved::How::later, taken - 1};
}

void TlsStream::say_goodbye() {
    if (!open_ || broken_) return;
    ERR_clear_error();
    SSL_shutdown(ssl_);
    ERR_clear_error();
}

}  // namespace horenso::net
