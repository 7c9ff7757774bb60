#include "features/contacts/contacts.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"

namespace horenso::contacts {
namespace {

struct EntryBody {
    std::string organisation, organisation_kana, department, person, person_kana, position,
        category, telephone, other_telephone, fax, mail, address, note;
    std::optional<PersonId> responsible;
};
BOOST_DESCRIBE_STRUCT(EntryBody, (),
                      (organisation, organisation_kana, department, person, person_kana, position,
                       category, telephone, other_telephone, fax, mail, address, note, responsible))

struct NewBody {
    bool own = false;
    std::string client_key;
    EntryBody entry;
};
BOOST_DESCRIBE_STRUCT(NewBody, (), (own, client_key, entry))

struct ChangedBody {
    std::int64_t version = 0;
    EntryBody entry;
};
BOOST_DESCRIBE_STRUCT(ChangedBody, (), (version, entry))

struct MailBody {
    std::string department;
    std::string address;
    std::string webmail;
};
BOOST_DESCRIBE_STRUCT(MailBody, (), (department, address, webmail))

Entry entry_of(EntryBody&& body) {
    return {.organisation = std::move(body.organisation),
            .organisation_kana = std::move(body.organisation_kana),
            .department = std::move(body.department),
            .person = std::move(body.person),
            .person_kana = std::move(body.person_kana),
            .position = std::move(body.position),
            .category = std::move(body.category),
            .telephone = std::move(body.telephone),
            .other_telephone = std::move(body.other_telephone),
            .fax = std::move(body.fax),
            .mail = std::move(body.mail),
            .address = std::move(body.address),
            .note = std::move(body.note),
            .responsible = body.responsible};
}

using Answer = Task<Result<net::Reply>>;

Answer list_contacts(Contacts& contacts, Viewer const& viewer, net::Request&) {
    auto const all = co_await contacts.list(viewer);
    json::Writer out;
    out.open_object().key("contacts").open_array();
    for (auto const& one : all) out.raw(contact_json(one));
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Answer add_contact(Contacts& contacts, Viewer const& viewer, net::Request& request) {
    auto body = request.json<NewBody>();
    if (!body) co_return body.problem();
    NewContact wanted{body->own, std::move(body->client_key), entry_of(std::move(body->entry))};
    auto const added = co_await contacts.add(viewer, std::move(wanted));
    if (!added) co_return added.problem();
    co_return net::created(contact_json(*added));
}

Answer change_contact(Contacts& contacts, Viewer const& viewer, net::Request& request) {
    auto body = request.json<ChangedBody>();
    if (!body) co_return body.problem();
    auto entry = entry_of(std::move(body->entry));
    auto const changed = co_await contacts.change(viewer, request.id<ContactId>("contact"),
                                                  body->version, std::move(entry));
    if (!changed) co_return changed.problem();
    co_return net::ok(contact_json(*changed));
}

Answer remove_contact(Contacts& contacts, Viewer const& viewer, net::Request& request) {
    auto const version = request.query_number("version", 0, INT64_MAX);
    if (!version) co_return version.problem();
    auto const done =
        co_await contacts.remove(viewer, request.id<ContactId>("contact"), version->value_or(0));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

void write_way(json::Writer& out, MailWay const& way) {
    out.open_object()
        .field("department", way.department)
        .field("address", way.address)
        .field("webmail", way.webmail)
        .close_object();
}

Answer get_desk(Contacts& contacts, Viewer const& viewer, net::Request&) {
    auto const desk = co_await contacts.desk(viewer);
    json::Writer out;
    out.open_object().field("may_keep", desk.may_keep).field("may_set_mail", desk.may_set_mail);
    if (desk.mail) write_way(out.key("mail"), *desk.mail);
    out.key("all").open_array();
    for (auto const& way : desk.all) write_way(out, way);
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Answer set_mail(Contacts& contacts, Viewer const& viewer, net::Request& request) {
    auto body = request.json<MailBody>();
    if (!body) co_return body.problem();
    MailWay way{std::move(body->department), std::move(body->address), std::move(body->webmail)};
    auto const done = co_await contacts.set_mail(viewer, std::move(way));
    if (!done) co_return done.problem();
    co_return net::no_content();
}

}  // namespace

void add_routes(net::Router& router, access::Door const& door, Contacts& contacts) {
    using enum net::Method;
    auto member = [&](Answer (*answer)(Contacts&, Viewer const&, net::Request&),
                      access::Use use = access::Use::person) {
        return door.member([&contacts, answer](Viewer const& v,
                                               net::Request& r) { return answer(contacts, v, r); },
                           use);
    };
    std::string const base = "/api/v1/contacts";
    router.add({get, base, "member", member(list_contacts)});
    router.add({post, base, "keeper of contacts", member(add_contact)});
    router.add({put, base + "/{contact}", "keeper of contacts", member(change_contact)});
    router.add({remove, base + "/{contact}", "keeper of contacts", member(remove_contact)});
    router.add({get, base + "/desk", "member", member(get_desk, access::Use::screen)});
    router.add({put, base + "/mail", "permission contacts", member(set_mail)});
    add_sheet_routes(router, door, contacts);
}

}  // namespace horenso::contacts
