#include "app/control_client.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <charconv>
#include <cstring>
#include <system_error>

#include "app/app.hpp"

namespace horenso::app {
namespace {

class Connection {
public:
    explicit Connection(std::filesystem::path const& path)
        : socket_(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0)) {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        auto const name = path.string();
        if (name.size() >= sizeof address.sun_path) throw NobodyThere{"path too long: " + name};
        std::memcpy(address.sun_path, name.c_str(), name.size() + 1);
        auto const* general = reinterpret_cast<sockaddr const*>(&address);
        if (::connect(socket_, general, sizeof address) != 0) {
            ::close(socket_);
            throw NobodyThere{"no server runs on " + path.parent_path().string()};
        }
    }
    ~Connection() { ::close(socket_); }
    Connection(Connection const&) = delete;

    void write(std::string_view bytes) const {
        while (!bytes.empty()) {
            auto const sent = ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
            if (sent < 0) throw std::system_error{errno, std::generic_category(), "control socket"};
            bytes.remove_prefix(static_cast<std::size_t>(sent));
        }
    }

    std::string read_all() const {
        std::string all;
        char part[16 * 1024];
        for (;;) {
            auto const got = ::recv(socket_, part, sizeof part, 0);
            if (got < 0) throw std::system_error{errno, std::generic_category(), "control socket"};
            if (got == 0) return all;
            all.append(part, static_cast<std::size_t>(got));
        }
    }

private:
    int socket_;
};

}  // namespace

Answer ask_server(std::filesystem::path const& data, std::string const& target,
                  std::string const& content_type, std::string const& body) {
    Connection const server{control_socket(data)};
    server.write(
        "POST " + target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Type: " +
        content_type + "\r\nContent-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body);
    auto const reply = server.read_all();
    auto const head_end = reply.find("\r\n\r\n");
    auto const status_at = reply.find(' ');
    if (head_end == reply.npos || status_at > head_end)
        throw std::runtime_error{"control socket: no answer"};
    Answer answer{0, reply.substr(head_end + 4)};
    std::from_chars(reply.data() + status_at + 1, reply.data() + head_end, answer.status);
    return answer;
}

}  // namespace horenso::app
