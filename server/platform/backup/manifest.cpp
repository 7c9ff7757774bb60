#include "platform/backup/manifest.hpp"

#include <boost/json.hpp>
#include <ctime>

#include "platform/base/json_writer.hpp"
#include "platform/blob/durable_file.hpp"
#include "platform/crypto/blake2b.hpp"

namespace horenso::backup {
namespace {

constexpr std::int64_t format = 1;
constexpr std::string_view seal_begins = ",\"blake2b\":\"";
constexpr std::string_view seal_ends = "\"}\n";

constexpr Sql count_streams{R"(
    SELECT COUNT(*), CAST(COALESCE(SUM(version), 0) AS BIGINT) FROM stream_head
)"};

constexpr Sql size_on_disk{
    "SELECT c.page_count * s.page_size FROM pragma_page_count() c, pragma_page_size() s",
    "SELECT pg_database_size(current_database())"};

constexpr Sql list_steps{R"(
    SELECT folder, number FROM schema_migration
)"};

std::string seal_of(std::string_view text) {
    return std::string{seal_begins} + crypto::hex(crypto::blake2b(text)) + std::string{seal_ends};
}

Problem refusal(std::string code) { return {.status = 422, .code = std::move(code)}; }

/// The text without its seal; nothing if it was changed.
std::optional<std::string_view> sealed(std::string_view text) {
    constexpr auto size = seal_begins.size() + 64 + seal_ends.size();
    if (text.size() < size) return std::nullopt;
    auto const body = text.substr(0, text.size() - size);
    if (seal_of(body) != text.substr(body.size())) return std::nullopt;
    return body;
}

/// Nothing outside of the folder may be named.
bool stays_inside(std::filesystem::path const& path) {
    if (path.empty() || path.is_absolute() || path != path.lexically_normal()) return false;
    return *path.begin() != ".." && *path.begin() != ".";
}

Manifest manifest_of(boost::json::value const& said) {
    auto text = [](boost::json::value const& value) { return std::string{value.as_string()}; };
    Manifest manifest;
    manifest.program = text(said.at("program"));
    manifest.database = said.at("database") == "sqlite" ? Dialect::sqlite : Dialect::postgres;
    auto const& mark = said.at("mark");
    manifest.mark = {{mark.at("ms").as_int64()},
                     mark.at("streams").as_int64(),
                     mark.at("changes").as_int64(),
                     mark.at("bytes").as_int64()};
    for (auto const& step : said.at("schema").as_array()) manifest.schema.push_back(text(step));
    for (auto const& file : said.at("files").as_array()) {
        manifest.files.push_back({text(file.at("path")),
                                  file.at("bytes").to_number<std::uint64_t>(),
                                  text(file.at("blake2b"))});
        if (!stays_inside(manifest.files.back().path)) throw std::runtime_error{"a path leaves"};
    }
    if (manifest.files.empty()) throw std::runtime_error{"no files"};
    return manifest;
}

}  // namespace

Mark mark_of(Tx& tx, Instant at) {
    Mark mark{at};
    {
        auto rows = tx.query(count_streams);
        rows.next();
        mark.streams = rows.get<std::int64_t>(0);
        mark.changes = rows.get<std::int64_t>(1);
    }
    auto rows = tx.query(size_on_disk);
    rows.next();
    mark.bytes = rows.get<std::int64_t>(0);
    return mark;
}

std::vector<std::string> schema_of(Tx& tx) {
    std::vector<std::string> steps;
    auto rows = tx.query(list_steps);
    while (rows.next())
        steps.push_back(rows.get<std::string>(0) + '/' + std::to_string(rows.get<int>(1)));
    return steps;
}

std::uint64_t Manifest::bytes() const {
    std::uint64_t all = 0;
    for (auto const& file : files) all += file.bytes;
    return all;
}

std::string utc_text(Instant at) {
    std::time_t const seconds = at.ms / 1000;
    std::tm parts{};
    gmtime_r(&seconds, &parts);
    char text[32];
    return {text, std::strftime(text, sizeof text, "%Y-%m-%dT%H:%M:%SZ", &parts)};
}

std::string manifest_text(Manifest const& manifest) {
    json::Writer out;
    out.open_object()
        .field("format", format)
        .field("program", manifest.program)
        .field("database", manifest.database == Dialect::sqlite ? "sqlite" : "postgres");
    auto const& mark = manifest.mark;
    out.key("mark")
        .open_object()
        .field("at", utc_text(mark.at))
        .field("ms", mark.at.ms)
        .field("streams", mark.streams)
        .field("changes", mark.changes)
        .field("bytes", mark.bytes)
        .close_object();
    out.key("schema").open_array();
    for (auto const& step : manifest.schema) out.value(step);
    out.close_array().key("files").open_array();
    for (auto const& file : manifest.files)
        out.open_object()
            .field("path", file.path)
            .field("bytes", file.bytes)
            .field("blake2b", file.blake2b)
            .close_object();
    out.close_array().close_object();
    auto text = out.take();
    text.pop_back();  // the brace comes after the seal
    return text + seal_of(text);
}

Result<Manifest> read_manifest(std::filesystem::path const& folder) {
    auto const text = blob::read_whole(folder / manifest_name);
    if (!text) return refusal("backup.not_a_backup");
    auto const body = sealed(*text);
    if (!body)
        return Problem{.status = 422,
                       .code = "backup.damaged",
                       .fields = {{manifest_name, "backup.file_changed"}}};
    try {
        auto const said = boost::json::parse(std::string{*body} + '}');
        if (said.at("format").as_int64() > format) return refusal("backup.newer");
        return manifest_of(said);
    } catch (std::exception const&) {  // sealed, but not by this program
        return refusal("backup.not_a_backup");
    }
}

}  // namespace horenso::backup
