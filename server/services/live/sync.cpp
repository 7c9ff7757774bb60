#include "services/live/sync.hpp"

#include <unordered_map>

namespace horenso::live {
namespace {

void write_visible(json::Writer& out, std::vector<std::vector<Standing>> const& all) {
    out.key("visible").open_array();
    for (auto const& kind : all)
        for (auto const& standing : kind) out.value(standing.stream.name());
    out.close_array();
}

void write_state(json::Writer& out, Source const& source, Tx& tx, Reader reader, Standing const& at,
                 std::int64_t since) {
    out.open_object().field("stream", at.stream.name()).field("version", at.version);
    auto const kind = source.state(tx, reader, at.stream, since, out);
    out.field("snapshot", kind == Source::Kind::snapshot).close_object();
}

}  // namespace

Task<std::string> Sync::answer(Reader reader, Have have) const {
    auto read = [&](Tx& tx) { return answer(tx, reader, have); };
    co_return co_await needs_.store.read(read);
}

std::string Sync::answer(Tx& tx, Reader reader, Have const& have) const {
    std::unordered_map<std::string_view, std::int64_t> known;
    for (auto const& one : have.streams) known.emplace(one.stream, one.version);

    auto const access = needs_.access_version(tx, reader);
    std::vector<std::vector<Standing>> visible;
    for (auto const& source : needs_.sources) visible.push_back(source.visible(tx, reader));

    json::Writer out;
    out.open_object().field("access_version", access);
    if (have.access_version != access) write_visible(out, visible);

    bool more = false;
    out.key("streams").open_array();
    for (std::size_t kind = 0; kind < visible.size(); ++kind)
        for (auto const& at : visible[kind]) {
            auto const found = known.find(at.stream.name());
            auto const since = found == known.end() ? 0 : found->second;
            if (since == at.version) continue;
            more = out.size() > reply_bytes;
            if (more) break;
            // A client that is ahead has seen a database that is gone; it starts anew.
            write_state(out, needs_.sources[kind], tx, reader, at, since > at.version ? 0 : since);
        }
    out.close_array().field("more", more).close_object();
    return out.take();
}

Task<std::vector<Stream>> Sync::visible(Reader reader) const {
    auto read = [&](Tx& tx) {
        std::vector<Stream> streams;
        for (auto const& source : needs_.sources)
            for (auto const& standing : source.visible(tx, reader))
                streams.push_back(standing.stream);
        return streams;
    };
    co_return co_await needs_.store.read(read);
}

}  // namespace horenso::live
