// What an operator does with backups.
#include <boost/json.hpp>
#include <chrono>
#include <condition_variable>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <thread>

#include "app/asking.hpp"
#include "app/commands.hpp"
#include "platform/backup/check.hpp"
#include "platform/backup/restore.hpp"
#include "platform/base/catalogue.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/store/postgres_archive.hpp"

namespace horenso::app {
namespace {

namespace fs = std::filesystem;

/// Prints a sentence of the catalogue for the person at the console.
void say(std::string const& code, Problem::Arguments const& arguments = {}) {
    Catalogue const catalogue{embedded::files()};
    auto const words = catalogue.words(code, arguments);
    std::cerr << words.title << '\n';
    if (!words.instead.empty()) std::cerr << words.instead << '\n';
}

std::uintmax_t megabytes_in(fs::path const& place) {
    std::uintmax_t bytes = 0;
    std::error_code error;
    for (auto const& folder : fs::directory_iterator{place, error}) {
        if (!folder.path().filename().string().starts_with(".unfinished-")) continue;
        for (auto const& file : fs::recursive_directory_iterator{folder.path(), error})
            if (auto const size = file.file_size(error); !error) bytes += size;
    }
    return bytes >> 20;
}

/// Says each second how far it has come, while it lives.
class Progress {
public:
    explicit Progress(fs::path place)
        : thread_{[this, place = std::move(place)](std::stop_token const& stop) {
              std::unique_lock lock{mutex_};
              while (!ended_.wait_for(lock, stop, std::chrono::seconds{1}, [] { return false; }) &&
                     !stop.stop_requested())
                  say("app.backup_progress", {{"megabytes", std::to_string(megabytes_in(place))}});
          }} {}

private:
    std::mutex mutex_;
    std::condition_variable_any ended_;
    std::jthread thread_;
};

class TemporaryFolder {
public:
    TemporaryFolder() {
        auto pattern = (fs::temp_directory_path() / "horenso-verify-XXXXXX").string();
        if (!mkdtemp(pattern.data()))
            throw std::system_error{errno, std::generic_category(), pattern};
        path_ = pattern;
    }
    ~TemporaryFolder() {
        std::error_code ignored;
        fs::remove_all(path_, ignored);
    }
    TemporaryFolder(TemporaryFolder const&) = delete;
    fs::path const& path() const { return path_; }

private:
    fs::path path_;
};

/// Prints what was found; 1 if anything is wrong.
int print_findings(boost::json::value const& said) {
    bool audit = true, all_else = true;
    for (auto const& finding : said.at("findings").as_array()) {
        std::cout << boost::json::serialize(finding) << '\n';
        if (finding.at("ok").as_bool()) continue;
        (finding.at("check") == "audit" ? audit : all_else) = false;
    }
    if (!audit) say("app.verify_found");
    if (!all_else) say("app.verify_damaged");
    return audit && all_else ? 0 : 1;
}

int verify_data(Config const& config) {
    auto const answer = ask(config, "/verify", "application/json", "{}");
    if (answer.status != 200) return refused(answer);
    return print_findings(boost::json::parse(answer.body));
}

std::string line_about(std::string const& folder, backup::Manifest const& manifest) {
    json::Writer out;
    out.open_object()
        .field("check", "backup")
        .field("folder", folder)
        .field("mark", backup::utc_text(manifest.mark.at))
        .field("files", manifest.files.size())
        .field("bytes", manifest.bytes())
        .field("ok", true)
        .close_object();
    return out.take();
}

std::string line_about(std::string const& folder, Problem const& problem) {
    json::Writer out;
    out.open_object().field("check", "backup").field("folder", folder);
    out.field("kind", problem.code).key("files").open_array();
    for (auto const& field : problem.fields) out.value(field.path);
    out.close_array().field("ok", false).close_object();
    return out.take();
}

/// An archive can only be read to its end here; what it holds shows when it is restored.
int verify_archive(fs::path const& archive) {
    auto const fault = postgres::fault_of_archive(archive);
    if (!fault) return refused(fault.problem());
    json::Writer out;
    out.open_object().field("check", "database").field("ok", fault->empty());
    if (!fault->empty()) out.field("why", *fault);
    out.close_object();
    std::cout << out.take() << '\n';
    if (!fault->empty()) say("app.verify_damaged");
    return fault->empty() ? 0 : 1;
}

/// Its bytes; then everything that is verified of live data, in a copy that goes away again.
int verify_backup(Config const& config, std::string const& folder) {
    auto const manifest = backup::check(folder);
    if (!manifest) {
        std::cout << line_about(folder, manifest.problem()) << '\n';
        return refused(manifest.problem());
    }
    std::cout << line_about(folder, *manifest) << std::endl;
    if (manifest->database == Dialect::postgres)
        return verify_archive(fs::path{folder} / manifest->database_file());
    TemporaryFolder const copy;
    auto const restored = backup::restore(folder, {copy.path(), ""});
    if (!restored) return refused(restored.problem());
    return verify_data(config.with("data", copy.path().string()).with("database", ""));
}

}  // namespace

int Commands::backup(Config const& config) {
    auto const place = fs::absolute(file).lexically_normal();
    json::Writer body;
    body.open_object().field("folder", place.string()).close_object();
    auto const answer = [&] {
        Progress const progress{place};
        return ask(config, "/backups", "application/json", body.take());
    }();
    if (answer.status != 201) return refused(answer);
    std::cout << answer.body << '\n';
    return 0;
}

int Commands::restore(Config const& config) {
    require_data(config);
    auto const restored = backup::restore(file, {config["data"], config["database"]});
    if (!restored) return refused(restored.problem());
    std::cout << line_about(file, *restored) << std::endl;
    return verify_data(config);
}

int Commands::verify(Config const& config) {
    return file.empty() ? verify_data(config) : verify_backup(config, file);
}

}  // namespace horenso::app
