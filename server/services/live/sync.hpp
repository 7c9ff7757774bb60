#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "platform/base/json_writer.hpp"
#include "platform/base/task.hpp"
#include "platform/store/store.hpp"
#include "services/live/ids.hpp"

namespace horenso::live {

/// A stream and where it stands.
struct Standing {
    Stream stream;
    std::int64_t version = 0;
};

/// What brings the readers of a stream to where it stands, when its events didn't come by themselves.
struct Missed {
    std::vector<Told> told =
        {};                    ///< each with its version, in order; none before what is asked for
    std::int64_t version = 0;  ///< where that brings them
    /// Who reads it now; absent if that never changes.
    std::optional<std::vector<std::int64_t>> readers = {};
    /// What this person may see may have changed (0: nobody's).
    std::int64_t access_of = 0;
};

/// One kind of stream, as its owner answers for it. Functions run inside one read transaction.
struct Source {
    std::string_view kind;  ///< "room": a literal, as in Stream
    /// What the reader may see, what is wanted first at the front.
    std::function<std::vector<Standing>(Tx&, Reader)> visible;
    /// Writes the fields that changed since `since` (of a stream that `visible` gave), and says whether
    /// they are a snapshot. `since` 0: the client has nothing.
    enum class Kind { changes, snapshot };
    std::function<Kind(Tx&, Reader, Stream const&, std::int64_t since, json::Writer&)> state;
    /// What happened after `since`; called where several nodes work together.
    std::function<Missed(Tx&, Stream const&, std::int64_t since)> missed = {};
};

/// What a client has.
struct Have {
    struct Known {
        std::string stream;
        std::int64_t version = 0;
    };
    std::optional<std::int64_t> access_version;
    std::vector<Known> streams;
};

/// Answers `POST /api/v1/sync`: start, reconnect and the phone that was offline are one call.
class Sync {
public:
    struct Needs {
        Store& store;
        std::function<std::int64_t(Tx&, Reader)> access_version;
        std::vector<Source> sources;
    };
    explicit Sync(Needs needs) : needs_(std::move(needs)) {}

    /// A SyncReply (api/live.yaml), from one consistent state of the database. About `reply_bytes` long
    /// at most: then `more` says that the client should ask again.
    Task<std::string> answer(Reader reader, Have have) const;

    /// Every stream the reader may see; for subscribing.
    Task<std::vector<Standing>> visible(Reader reader) const;

    /// Those of `streams` that stand further, and where.
    Task<std::vector<Standing>> ahead(std::vector<Standing> streams) const;
    /// What happened in the stream after the version given.
    Task<Missed> missed(Standing known) const;
    /// The lasting name of a kind of stream; empty if there is none.
    std::string_view kind(std::string_view name) const;

    static constexpr std::size_t reply_bytes = 256 * 1024;

private:
    std::string answer(Tx& tx, Reader reader, Have const& have) const;
    Needs needs_;
};

}  // namespace horenso::live
