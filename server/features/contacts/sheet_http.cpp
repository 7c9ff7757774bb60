#include "features/contacts/contacts.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"

namespace horenso::contacts {
namespace {

std::string person_text(std::optional<PersonId> const& person) {
    return person ? std::to_string(person->value) : std::string{};
}

void write_field(json::Writer& out, std::string_view field, std::string_view before,
                 std::string_view after) {
    if (before == after) return;
    out.open_object()
        .field("field", field)
        .field("before", before)
        .field("after", after)
        .close_object();
}

void write_change(json::Writer& out, EntryChange const& change) {
    auto const& before = change.before.entry;
    out.open_object().key("contact").raw(contact_json(change.before)).key("fields").open_array();
    for (auto const& field : fields())
        write_field(out, field.name, before.*field.text, change.after.*field.text);
    write_field(out, "responsible", person_text(before.responsible),
                person_text(change.after.responsible));
    out.close_array().close_object();
}

using Answer = Task<Result<net::Reply>>;

template <Whose whose>
Answer preview_import(Contacts& contacts, Viewer const& viewer, net::Request& request) {
    auto const plan = co_await contacts.preview_import(viewer, whose, std::move(request.body));
    if (!plan) co_return plan.problem();
    co_return net::ok(plan_json(*plan));
}

template <Whose whose>
Answer import_sheet(Contacts& contacts, Viewer const& viewer, net::Request& request) {
    auto key = directory::import_key(request.query_parameter("key"));
    if (!key) co_return key.problem();
    auto const report =
        co_await contacts.import_sheet(viewer, whose, std::move(request.body), *std::move(key));
    if (!report) co_return report.problem();
    co_return net::ok(directory::report_json(*report));
}

template <Whose whose>
Answer get_import(Contacts& contacts, Viewer const& viewer, net::Request&) {
    auto const standing = co_await contacts.import_standing(viewer, whose);
    if (!standing) co_return standing.problem();
    co_return net::ok(directory::standing_json(*standing));
}

struct ExportBody {
    std::string format;
};
BOOST_DESCRIBE_STRUCT(ExportBody, (), (format))

template <Whose whose>
Answer export_sheet(Contacts& contacts, Viewer const& viewer, net::Request& request) {
    auto const body = request.json<ExportBody>();
    if (!body) co_return body.problem();
    auto const kind = directory::sheet_kind(body->format);
    if (!kind) co_return kind.problem();
    auto sheet = co_await contacts.export_sheet(viewer, whose, *kind);
    if (!sheet) co_return sheet.problem();
    co_return directory::as_file(*std::move(sheet), *kind, "contacts");
}

/// The doors of a book's sheets.
template <Whose whose, class Member>
void add_book(net::Router& router, std::string const& base, std::string const& authz,
              std::size_t largest, Member const& member) {
    using enum net::Method;
    router.add({get, base + "imports", authz, member(get_import<whose>, access::Use::screen)});
    router.add({post, base + "imports", authz, member(import_sheet<whose>, access::Use::person),
                largest, directory::sheet_types});
    router.add({post, base + "imports/preview", authz,
                member(preview_import<whose>, access::Use::person), largest,
                directory::sheet_types});
    router.add({post, base + "exports", authz, member(export_sheet<whose>, access::Use::person)});
}

}  // namespace

std::string plan_json(Plan const& plan) {
    json::Writer out;
    out.open_object().key("added").open_array();
    for (auto const& entry : plan.added) out.raw(entry_json(entry));
    out.close_array().key("changed").open_array();
    for (auto const& change : plan.changed) write_change(out, change);
    out.close_array().field("unchanged", plan.unchanged).close_object();
    return out.take();
}

void add_sheet_routes(net::Router& router, access::Door const& door, Contacts& contacts) {
    auto member = [&](Answer (*answer)(Contacts&, Viewer const&, net::Request&), access::Use use) {
        return door.member([&contacts, answer](Viewer const& v,
                                               net::Request& r) { return answer(contacts, v, r); },
                           use);
    };
    std::string const base = "/api/v1/contacts/";
    add_book<Whose::ours>(router, base, "keeper of contacts", directory::largest_sheet, member);
    add_book<Whose::mine>(router, base + "own/", "member", largest_own_sheet, member);
}

}  // namespace horenso::contacts
