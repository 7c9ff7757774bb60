// For tests: a server on loopback with its loops in a thread, and a client that sends raw bytes.
#pragma once
#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/un.h>

#include <cstring>
#include <filesystem>
#include <future>
#include <map>
#include <stdexcept>
#include <string>
#include <string_view>
#include <thread>

#include "platform/base/embedded.hpp"
#include "platform/net/descriptor.hpp"
#include "platform/net/frame.hpp"
#include "platform/net/running_tls.hpp"
#include "platform/net/server.hpp"

namespace horenso::net::kit {

/// How the bytes go.
enum class Line { plain, tls };

/// A server for `router` that runs until the end of the test.
class RunningServer {
public:
    explicit RunningServer(Router const& router, Limits limits = {}, int threads = 2,
                           Line line = Line::plain, Router const* before_tls = nullptr)
        : line_(line), loops_(threads), server_({loops_, router, catalogue_}, limits) {
        Server::Place place{.address = "127.0.0.1:0", .before_tls = before_tls};
        if (line == Line::tls) place.tls = test_setting();
        address_ = server_.listen(place);
        thread_ = std::jthread{[this] { loops_.run(); }};
    }
    ~RunningServer() { stop(); }

    void stop() {
        loops_.stop();
        if (thread_.joinable()) thread_.join();
    }
    /// Runs `work` on loop 0 and waits for its end.
    template <class F>
    void on_loop(F work) {
        std::promise<void> done;
        loops_.post(0, [&] {
            work();
            done.set_value();
        });
        done.get_future().wait();
    }

    std::string const& address() const { return address_; }
    Line line() const { return line_; }
    std::string origin() const { return (line_ == Line::tls ? "https://" : "http://") + address_; }
    std::uint16_t port() const {
        return static_cast<std::uint16_t>(std::stoi(address_.substr(address_.rfind(':') + 1)));
    }
    Server& server() { return server_; }
    Loops& loops() { return loops_; }
    Catalogue const& catalogue() const { return catalogue_; }

private:
    Line line_;
    Catalogue catalogue_{embedded::files()};
    Loops loops_;
    Server server_;
    std::string address_;
    std::jthread thread_;
};

struct Answer {
    int status = 0;
    std::map<std::string, std::string> fields;  // names in lower case
    std::string body;
};

/// A connection that sends and receives bytes as they are. Reading gives up after 20 s.
class Wire {
public:
    explicit Wire(RunningServer const& to, int receive_buffer = 0)
        : Wire(to, to.line(), receive_buffer) {}
    /// By another line than the server's.
    Wire(RunningServer const& to, Line line, int receive_buffer = 0)
        : descriptor_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(to.port());
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (receive_buffer > 0)
            ::setsockopt(descriptor_.get(), SOL_SOCKET, SO_RCVBUF, &receive_buffer,
                         sizeof receive_buffer);
        join(reinterpret_cast<sockaddr*>(&address), sizeof address);
        if (line == Line::tls) secure({});
    }
    explicit Wire(std::filesystem::path const& local)
        : descriptor_(::socket(AF_UNIX, SOCK_STREAM, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        local.native().copy(address.sun_path, sizeof address.sun_path - 1);
        join(reinterpret_cast<sockaddr*>(&address), sizeof address);
    }

    /// Shakes hands on a plain wire; throws if the server doesn't.
    TlsClient& secure(Offer const& offer) {
        tls_ = std::make_unique<TlsClient>(descriptor_.get(), offer);
        return *tls_;
    }
    TlsClient& tls() { return *tls_; }

    /// False if the server has gone.
    bool send(std::string_view bytes) {
        while (!bytes.empty()) {
            auto const sent =
                tls_ ? tls_->send(bytes)
                     : ::send(descriptor_.get(), bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent <= 0) return false;
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
        return true;
    }

    std::string read(std::size_t bytes) {
        while (received_.size() < bytes)
            if (!receive()) break;
        return take(std::min(bytes, received_.size()));
    }
    bool is_at_end() { return received_.empty() && !receive(); }

    std::string read_head() {
        auto end = received_.find("\r\n\r\n");
        while (end == std::string::npos && receive()) end = received_.find("\r\n\r\n");
        return end == std::string::npos ? std::string{} : take(end + 4);
    }

    void wait_readable() {
        pollfd waiting{descriptor_.get(), POLLIN, 0};
        ::poll(&waiting, 1, 20'000);
    }
    /// What one call of recv gives.
    std::string read_what_is_there() {
        receive();
        return take(received_.size());
    }

    enum class Body { expected, none };
    Answer answer(Body body = Body::expected) {
        Answer out;
        auto const head = read_head();
        if (head.size() < 12) return out;
        out.status = std::stoi(head.substr(9, 3));
        for (std::size_t at = head.find("\r\n") + 2; at + 2 < head.size();) {
            auto const end = head.find("\r\n", at);
            auto const colon = head.find(": ", at);
            std::string name = head.substr(at, colon - at);
            for (auto& c : name) c = static_cast<char>(std::tolower(c));
            out.fields[name] = head.substr(colon + 2, end - colon - 2);
            at = end + 2;
        }
        auto const length = out.fields.find("content-length");
        if (body == Body::expected && length != out.fields.end())
            out.body = read(std::stoul(length->second));
        return out;
    }

    void end_sending() {
        if (tls_) tls_->end_sending();
        ::shutdown(descriptor_.get(), SHUT_WR);
    }

private:
    void join(sockaddr const* address, socklen_t size) {
        timeval const patience{20, 0};
        ::setsockopt(descriptor_.get(), SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        if (::connect(descriptor_.get(), address, size) != 0)
            throw std::runtime_error{std::strerror(errno)};
    }
    bool receive() {
        char bytes[16 * 1024];
        auto const count = tls_ ? tls_->receive(bytes, sizeof bytes)
                                : ::recv(descriptor_.get(), bytes, sizeof bytes, 0);
        if (count < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            throw std::runtime_error{"nothing came for 20 s"};
        if (count <= 0) return false;
        received_.append(bytes, static_cast<std::size_t>(count));
        return true;
    }
    std::string take(std::size_t bytes) {
        auto out = received_.substr(0, bytes);
        received_.erase(0, bytes);
        return out;
    }

    Descriptor descriptor_;
    std::unique_ptr<TlsClient> tls_;
    std::string received_;
};

/// A frame as a client sends it: masked. `first` is the first byte: FIN, reserved bits, opcode.
inline std::string client_frame(unsigned first, std::string_view payload,
                                unsigned mask_flag = 0x80) {
    std::string out{static_cast<char>(first)};
    auto const size = payload.size();
    auto const put = [&](std::uint64_t number, int bytes) {
        while (bytes-- > 0) out.push_back(static_cast<char>(number >> (8 * bytes)));
    };
    put(mask_flag | (size < 126 ? size : size <= 0xFFFF ? 126u : 127u), 1);
    if (size > 0xFFFF)
        put(size, 8);
    else if (size >= 126)
        put(size, 2);
    if (!mask_flag) return out.append(payload);
    std::string_view const mask = "\x37\xFA\x21\x3D";
    out.append(mask);
    for (std::size_t i = 0; i < size; ++i)
        out.push_back(static_cast<char>(payload[i] ^ mask[i % 4]));
    return out;
}

}  // namespace horenso::net::kit
