#include "features/talk/group_body.hpp"
#include "features/talk/messages.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/net/router.hpp"

namespace horenso::talk {
namespace {

struct GroupBody {
    std::string name;
    std::int64_t edited = 0;
    std::optional<std::string> visibility;
    std::optional<std::string> purpose;
    std::optional<std::string> ends_on;
    std::optional<bool> shows_past;
};
BOOST_DESCRIBE_STRUCT(GroupBody, (), (name, edited, visibility, purpose, ends_on, shows_past))

struct MasterBody {
    PersonId person;
    std::optional<bool> leaving;
};
BOOST_DESCRIBE_STRUCT(MasterBody, (), (person, leaving))

struct DeputyBody {
    std::optional<PersonId> person;
};
BOOST_DESCRIBE_STRUCT(DeputyBody, (), (person))

struct RequestBody {
    std::optional<std::string> words;
};
BOOST_DESCRIBE_STRUCT(RequestBody, (), (words))

struct AnswerBody {
    std::string answer;
};
BOOST_DESCRIBE_STRUCT(AnswerBody, (), (answer))

using Answer = Task<Result<net::Reply>>;

Answer done(Task<Result<Done>> work) {
    auto const result = co_await std::move(work);
    if (!result) co_return result.problem();
    co_return net::no_content();
}

void write_listed(json::Writer& out, ListedGroup const& group) {
    out.open_object()
        .field("id", group.id)
        .field("name", group.name)
        .field("purpose", group.purpose)
        .field("master", group.master);
    if (group.ends_on) out.field("ends_on", *group.ends_on);
    if (group.deputy) out.field("deputy", *group.deputy);
    out.key("members").open_array();
    for (auto const person : group.members) out.value(person);
    out.close_array();
    if (group.mine) write_request(out.key("request"), *group.mine);
    out.close_object();
}

Answer list_groups(Groups& groups, Viewer const& viewer, net::Request&) {
    auto const all = co_await groups.listed(viewer);
    json::Writer out;
    out.open_object().key("groups").open_array();
    for (auto const& one : all) write_listed(out, one);
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Answer list_members(Groups& groups, Viewer const& viewer, net::Request& request) {
    auto const all = co_await groups.members(viewer, request.id<RoomId>("room"));
    if (!all) co_return all.problem();
    json::Writer out;
    out.open_object().key("members").open_array();
    for (auto const& one : *all) {
        out.open_object()
            .field("person", one.person)
            .field("came", name_of(one.came))
            .field("at", one.at.ms);
        if (one.by) out.field("by", *one.by);
        out.close_object();
    }
    out.close_array().close_object();
    co_return net::ok(out.take());
}

Answer set_group(Groups& groups, Viewer const& viewer, net::Request& request) {
    auto body = request.json<GroupBody>();
    if (!body) co_return body.problem();
    auto group = asked_group(*body);
    if (!group) co_return group.problem();
    GroupChange change{std::move(body->name), *std::move(group), body->edited};
    co_return co_await done(groups.set(viewer, request.id<RoomId>("room"), std::move(change)));
}

Answer hand_over(Groups& groups, Viewer const& viewer, net::Request& request) {
    auto body = request.json<MasterBody>();
    if (!body) co_return body.problem();
    auto const then = body->leaving.value_or(false) ? Groups::Then::leave : Groups::Then::stay;
    auto const room = request.id<RoomId>("room");
    co_return co_await done(groups.hand_over(viewer, room, body->person, then));
}

Answer set_deputy(Groups& groups, Viewer const& viewer, net::Request& request) {
    auto body = request.json<DeputyBody>();
    if (!body) co_return body.problem();
    auto const room = request.id<RoomId>("room");
    co_return co_await done(groups.set_deputy(viewer, room, body->person));
}

Answer ask_to_join(Groups& groups, Viewer const& viewer, net::Request& request) {
    auto body = request.json<RequestBody>();
    if (!body) co_return body.problem();
    auto words = std::move(body->words).value_or("");
    co_return co_await done(groups.ask(viewer, request.id<RoomId>("room"), std::move(words)));
}

Answer take_back_request(Groups& groups, Viewer const& viewer, net::Request& request) {
    co_return co_await done(groups.take_back(viewer, request.id<RoomId>("room")));
}

Answer answer_request(Groups& groups, Viewer const& viewer, net::Request& request) {
    auto body = request.json<AnswerBody>();
    if (!body) co_return body.problem();
    if (body->answer != "yes" && body->answer != "no")
        co_return Problem{.status = 422,
                          .code = "json.bad_fields",
                          .fields = {{.path = "answer", .code = "talk.unknown_answer"}}};
    auto const answer = body->answer == "yes" ? Groups::Answer::yes : Groups::Answer::no;
    auto const person = request.id<PersonId>("person");
    co_return co_await done(groups.answer(viewer, request.id<RoomId>("room"), person, answer));
}

}  // namespace

void add_routes(net::Router& router, access::Door const& door, Groups& groups) {
    using enum net::Method;
    auto member = [&](Answer (*answer)(Groups&, Viewer const&, net::Request&),
                      access::Use use = access::Use::person) {
        return door.member(
            [&groups, answer](Viewer const& v, net::Request& r) { return answer(groups, v, r); },
            use);
    };
    std::string const room = "/api/v1/talk/rooms/{room}";
    std::string const all = "/api/v1/talk/groups";
    // What stands on a screen is fetched anew by itself when it changed.
    router.add({get, all, "member", member(list_groups, access::Use::screen)});
    router.add({put, all + "/{room}/request", "member", member(ask_to_join)});
    router.add({remove, all + "/{room}/request", "author", member(take_back_request)});
    router.add(
        {get, room + "/members", "member of room", member(list_members, access::Use::screen)});
    router.add({put, room + "/group", "master of room", member(set_group)});
    router.add({put, room + "/master", "master of room", member(hand_over)});
    router.add({put, room + "/deputy", "master of room", member(set_deputy)});
    router.add({put, room + "/requests/{person}", "master of room", member(answer_request)});
}

}  // namespace horenso::talk
