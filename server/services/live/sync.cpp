#include "services/live/sync.hpp"

#include <set>
#include <unordered_map>

namespace horenso::live {
namespace {

// $2: an array of [kind, id, version, place in the list].
constexpr Sql select_ahead{
    R"(SELECT w.value ->> 3, h.version
         FROM json_each($2) AS w
         JOIN stream_head h ON h.org_id = $1 AND h.kind = w.value ->> 0 AND h.id = w.value ->> 1
        WHERE h.version > w.value ->> 2)",
    R"(SELECT CAST(w.value ->> 3 AS BIGINT), h.version
         FROM json_array_elements(CAST($2 AS JSON)) AS w
         JOIN stream_head h ON h.org_id = $1 AND h.kind = w.value ->> 0
                           AND h.id = CAST(w.value ->> 1 AS BIGINT)
        WHERE h.version > CAST(w.value ->> 2 AS BIGINT))"};

std::string as_list(std::vector<Standing> const& streams, OrgId org) {
    json::Writer out;
    out.open_array();
    for (std::size_t place = 0; place < streams.size(); ++place) {
        auto const& at = streams[place];
        if (at.stream.org != org) continue;
        out.open_array().value(at.stream.kind).value(at.stream.id).value(at.version).value(place);
        out.close_array();
    }
    out.close_array();
    return out.take();
}

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

Task<std::vector<Standing>> Sync::visible(Reader reader) const {
    auto read = [&](Tx& tx) {
        std::vector<Standing> streams;
        for (auto const& source : needs_.sources)
            for (auto const& standing : source.visible(tx, reader)) streams.push_back(standing);
        return streams;
    };
    co_return co_await needs_.store.read(read);
}

Task<std::vector<Standing>> Sync::ahead(std::vector<Standing> streams) const {
    std::set<OrgId> orgs;
    for (auto const& known : streams) orgs.insert(known.stream.org);
    auto read = [&](Tx& tx) {
        std::vector<Standing> ahead;
        for (auto const org : orgs) {
            auto row = tx.query(select_ahead, org, as_list(streams, org));
            while (row.next())
                ahead.push_back(
                    {streams.at(row.get<std::size_t>(0)).stream, row.get<std::int64_t>(1)});
        }
        return ahead;
    };
    co_return co_await needs_.store.read(read);
}

Task<Missed> Sync::missed(Standing known) const {
    auto read = [&](Tx& tx) {
        for (auto const& source : needs_.sources)
            if (source.kind == known.stream.kind)
                return source.missed(tx, known.stream, known.version);
        return Missed{};
    };
    co_return co_await needs_.store.read(read);
}

std::string_view Sync::kind(std::string_view name) const {
    for (auto const& source : needs_.sources)
        if (source.kind == name) return source.kind;
    return {};
}

}  // namespace horenso::live
