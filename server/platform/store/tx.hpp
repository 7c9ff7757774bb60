#pragma once
#include <array>
#include <concepts>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "platform/base/id.hpp"
#include "platform/store/sql.hpp"
#include "platform/store/stream.hpp"

namespace horenso {

/// The rows of one statement as a driver lends them out. Reading a column as what it is not, or NULL
/// as anything but an optional, throws std::logic_error.
class Cursor {
public:
    virtual bool next() = 0;
    virtual bool is_null(int column) const = 0;
    virtual std::int64_t integer(int column) const = 0;
    virtual std::string_view text(int column) const = 0;  ///< until the next `next`
    virtual Bytes bytes(int column) const = 0;            ///< until the next `next`
    virtual void finish() noexcept = 0;                   ///< gives it back; the last call

protected:
    ~Cursor() = default;
};

/// Rows, one after the other: `while (rows.next()) use(rows.get<std::string>(0))`. Columns count
/// from 0. Views (`std::string_view`, `Bytes`) are good until the next `next`. Rows end with the
/// transaction's function; they are never kept.
class Rows {
public:
    explicit Rows(Cursor& cursor) : cursor_(&cursor) {}
    Rows(Rows const&) = delete;  // and no move: rows can't leave the transaction

    bool next() { return cursor_->next(); }

    template <class T>
    T get(int column) const {
        return Read<T>::from(*cursor_, column);
    }

private:
    template <class T>
    struct Read;
    struct Finish {
        void operator()(Cursor* cursor) const noexcept { cursor->finish(); }
    };
    std::unique_ptr<Cursor, Finish> cursor_;
};

template <std::integral T>
struct Rows::Read<T> {
    static T from(Cursor const& c, int column) { return static_cast<T>(c.integer(column)); }
};
template <>
struct Rows::Read<std::string_view> {
    static std::string_view from(Cursor const& c, int column) { return c.text(column); }
};
template <>
struct Rows::Read<std::string> {
    static std::string from(Cursor const& c, int column) { return std::string{c.text(column)}; }
};
template <>
struct Rows::Read<Bytes> {
    static Bytes from(Cursor const& c, int column) { return c.bytes(column); }
};
/// Of fixed length: a digest, a UUID. Throws std::length_error if the column holds another length.
template <std::size_t N>
struct Rows::Read<std::array<std::uint8_t, N>> {
    static std::array<std::uint8_t, N> from(Cursor const& c, int column) {
        auto const bytes = c.bytes(column);
        if (bytes.size() != N) throw std::length_error{"store: bytes of another length"};
        std::array<std::uint8_t, N> out;
        std::memcpy(out.data(), bytes.data(), N);
        return out;
    }
};
template <>
struct Rows::Read<Instant> {
    static Instant from(Cursor const& c, int column) { return {c.integer(column)}; }
};
template <class Tag>
struct Rows::Read<Id<Tag>> {
    static Id<Tag> from(Cursor const& c, int column) { return {c.integer(column)}; }
};
template <class T>
struct Rows::Read<std::optional<T>> {
    static std::optional<T> from(Cursor const& c, int column) {
        if (c.is_null(column)) return std::nullopt;
        return Read<T>::from(c, column);
    }
};

/// An open transaction. Given to the function passed to `Store::write` or `Store::read`, on a database
/// thread; never kept. SQL that fails throws, and the transaction is rolled back.
/// A broken UNIQUE rule on PostgreSQL (somebody else was first) runs the function again.
class Tx {
public:
    virtual ~Tx() = default;

    /// Runs a statement that gives rows. What it changes (`RETURNING`) is changed even if no row is
    /// read. The same statement may be open twice. Finish (or drop) the rows before the next statement
    /// that changes what they read.
    template <class... Arguments>
    Rows query(Sql const& sql, Arguments const&... arguments) {
        std::array<Value, sizeof...(Arguments)> values{Value(arguments)...};
        return Rows{start(sql, values)};
    }

    /// Runs a statement and says how many rows it changed.
    template <class... Arguments>
    std::int64_t run(Sql const& sql, Arguments const&... arguments) {
        std::array<Value, sizeof...(Arguments)> values{Value(arguments)...};
        return change(sql, values);
    }

    /// Counts the stream's version up and gives it. The stream's row stays locked until commit, so
    /// versions are committed in order.
    std::int64_t advance(Stream const& stream);

    /// As `advance`, and takes the next place: `seq` is dense and in commit order.
    Head take_place(Stream const& stream);

    /// Where the stream stands; zeros if nothing has happened in it.
    Head head(Stream const& stream);

    /// Publishes after commit, in commit order; nothing is told if the transaction is rolled back.
    void tell(Told told) { told_.push_back(std::move(told)); }

    virtual Dialect dialect() const = 0;

protected:
    std::vector<Told> told_;

private:
    virtual Cursor& start(Sql const& sql, std::span<Value const> values) = 0;
    virtual std::int64_t change(Sql const& sql, std::span<Value const> values) = 0;
};

}  // namespace horenso
