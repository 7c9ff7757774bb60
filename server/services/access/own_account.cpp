#include "platform/base/json_writer.hpp"
#include "services/access/access.hpp"
#include "services/access/opening.hpp"
#include "services/access/sessions.hpp"
#include "services/access/sign_in_rules.hpp"
#include "services/access/view.hpp"

namespace horenso::access {
namespace {

constexpr Sql select_settings{R"(
    SELECT text_size, theme, enter_key FROM access_settings WHERE org_id = $1 AND person_id = $2)"};

constexpr Sql upsert_settings{R"(
    INSERT INTO access_settings (org_id, person_id, text_size, theme, enter_key)
    VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (org_id, person_id)
    DO UPDATE SET text_size = excluded.text_size, theme = excluded.theme, enter_key = excluded.enter_key)"};

Problem::Field unknown_word(char const* path) {
    return {.path = path, .code = "access.unknown_setting"};
}

template <std::size_t N>
bool is_one_of(std::string_view word, char const* const (&words)[N]) {
    for (auto const* each : words)
        if (word == each) return true;
    return false;
}

std::vector<Problem::Field> bad_fields(Settings const& settings) {
    std::vector<Problem::Field> bad;
    if (!is_one_of(settings.text_size, {"small", "medium", "large", "extra_large"}))
        bad.push_back(unknown_word("text_size"));
    if (!is_one_of(settings.theme, {"system", "light", "dark"}))
        bad.push_back(unknown_word("theme"));
    if (!is_one_of(settings.enter_key, {"ask", "newline", "send"}))
        bad.push_back(unknown_word("enter_key"));
    return bad;
}

void tell_settings(Tx& tx, OrgId org, PersonId person) {
    auto const stream = directory::person_stream(org, person);
    auto const version = tx.advance(stream);
    json::Writer event;
    event.open_object()
        .field("type", "access.settings_changed")
        .field("stream", stream.name())
        .field("version", version)
        .close_object();
    tx.tell({.stream = stream, .version = version, .json = event.take()});
}

}  // namespace

Settings find_settings(Tx& tx, OrgId org, PersonId person) {
    auto row = tx.query(select_settings, org, person);
    if (!row.next()) return {};
    return {row.get<std::string>(0), row.get<std::string>(1), row.get<std::string>(2)};
}

std::optional<SessionView> find_view(Tx& tx, OrgId org, PersonId person) {
    auto home = directory::find_org(tx, org);
    auto self = directory::find_person(tx, org, person);
    if (!home || !self) return std::nullopt;
    SessionView view{std::move(*home), std::move(*self), directory::access_version(tx, org, person),
                     find_settings(tx, org, person), !password_hash_of(tx, org, person).empty()};
    view.has_passkey = has_passkey(tx, org, person);
    view.has_second_factor = has_second_factor(tx, org, person);
    view.permissions = directory::standing_of(tx, org, person).permissions;
    view.has_pin = has_pin(tx, org, person);
    view.owes_second = owes_second_factor(tx, org, person);
    view.password_over_at = find_password_over(tx, org, person);
    return view;
}

std::string settings_json(Settings const& settings) {
    json::Writer out;
    out.open_object()
        .field("text_size", settings.text_size)
        .field("theme", settings.theme)
        .field("enter_key", settings.enter_key)
        .close_object();
    return out.take();
}

std::string view_json(SessionView const& view) {
    json::Writer out;
    out.open_object()
        .key("org")
        .open_object()
        .field("id", view.org.id)
        .field("name", view.org.name);
    out.close_object();
    out.key("person").raw(directory::person_json(view.person));
    out.field("access_version", view.access_version);
    out.key("settings").raw(settings_json(view.settings));
    out.field("has_password", view.has_password);
    out.field("may_change_password", view.may_change_password);
    out.field("has_passkey", view.has_passkey);
    out.field("has_second_factor", view.has_second_factor);
    out.field("has_pin", view.has_pin);
    out.field("by_pin", view.is_by_pin);
    out.field("owes_second", view.owes_second);
    if (view.password_over_at) out.field("password_over_at", view.password_over_at->ms);
    out.field("device", word_of(view.device));
    out.key("may")
        .open_object()
        .field("download", view.may_download)
        .field("administration", view.may_administer)
        .close_object();
    directory::write_permissions(out.key("permissions"), view.permissions);
    out.close_object();
    return out.take();
}

Task<Result<SessionView>> Access::session(Viewer const& viewer) {
    auto read = [&](Tx& tx) {
        auto view = find_view(tx, viewer.org, viewer.person);
        if (!view) return view;
        view->device = find_device(tx, viewer);
        view->is_by_pin = opening_of(tx, viewer).is_by_pin();
        view->may_download = viewer.may_download;
        view->may_administer = viewer.may_administer;
        view->may_change_password = may_change_password(tx, viewer.org);
        return view;
    };
    auto view = co_await needs_.store.read(read);
    if (!view) co_return Problem{.status = 401, .code = "access.signed_out"};
    co_return std::move(*view);
}

Task<Result<Settings>> Access::set_settings(Viewer const& viewer, Settings settings) {
    auto bad = bad_fields(settings);
    if (!bad.empty())
        co_return Problem{.status = 422, .code = "json.bad_fields", .fields = std::move(bad)};
    auto keep = [&](Tx& tx) -> Result<Settings> {
        if (find_settings(tx, viewer.org, viewer.person) == settings) return settings;
        tx.run(upsert_settings, viewer.org, viewer.person, settings.text_size, settings.theme,
               settings.enter_key);
        tell_settings(tx, viewer.org, viewer.person);
        return settings;
    };
    co_return co_await needs_.store.write(keep);
}

}  // namespace horenso::access
