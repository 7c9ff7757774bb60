// What a client is told of contacts: events and /sync come to the same as starting anew.
#include <gmock/gmock.h>

#include <boost/json.hpp>
#include <map>

#include "kit/contacts.hpp"

namespace horenso::contacts {
namespace {

namespace json = boost::json;
using kit::must;
using kit::wait_for;
using testing::ElementsAre;
using testing::IsEmpty;

/// A client as small as one can be: what it has of its books.
class Client {
public:
    explicit Client(std::function<std::string(live::Have)> ask) : ask_(std::move(ask)) {}

    void sync() {
        live::Have have;
        for (auto const& [name, version] : versions_) have.streams.push_back({name, version});
        auto const reply = json::parse(ask_(std::move(have))).as_object();
        for (auto const& stream : reply.at("streams").as_array()) take(stream.as_object());
    }
    /// By the names of organisations, with the stream they came from.
    std::map<std::string, std::string> known() const {
        std::map<std::string, std::string> all;
        for (auto const& [stream, book] : books_)
            for (auto const& [id, contact] : book)
                all[std::string{contact.at("entry").at("organisation").as_string()}] = stream;
        return all;
    }
    std::string shown() const {
        json::object all;
        for (auto const& [stream, book] : books_)
            for (auto const& [id, contact] : book) all[stream + ' ' + id] = contact;
        return json::serialize(all);
    }
    std::vector<bool> snapshots() const { return snapshots_; }

private:
    void take(json::object const& state) {
        auto const name = std::string{state.at("stream").as_string()};
        auto& book = books_[name];
        snapshots_.push_back(state.at("snapshot").as_bool());
        if (snapshots_.back()) book.clear();
        for (auto const& contact : state.at("contacts").as_array())
            book[std::string{contact.at("id").as_string()}] = contact.as_object();
        if (auto const* removed = state.if_contains("removed_contacts"))
            for (auto const& id : removed->as_array()) book.erase(std::string{id.as_string()});
        versions_[name] = state.at("version").as_int64();
    }

    std::function<std::string(live::Have)> ask_;
    std::map<std::string, std::int64_t> versions_;
    std::map<std::string, std::map<std::string, json::object>> books_;
    std::vector<bool> snapshots_;
};

class ContactsTold : public kit::ContactsOnBothDatabases {
protected:
    void SetUp() override {
        ContactsOnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        auto access_version = [](Tx&, live::Reader) { return std::int64_t{1}; };
        live::Sync::Needs needs{store(), access_version, {Contacts::source()}};
        sync_ = std::make_unique<live::Sync>(std::move(needs));
    }
    void TearDown() override {
        sync_.reset();
        ContactsOnBothDatabases::TearDown();
    }
    Client client(Viewer const& who) {
        return Client{[this, who](live::Have have) {
            live::Reader const reader{who.org, who.person.value, 1};
            return wait_for(sync_->answer(reader, std::move(have)));
        }};
    }
    std::string own_stream(Viewer const& who) {
        return contacts_stream(who.org, who.person).name();
    }

    std::unique_ptr<live::Sync> sync_;
};
INSTANTIATE_TEST_SUITE_P(Databases, ContactsTold, horenso::kit::both_databases,
                         horenso::kit::database_name);

TEST_P(ContactsTold, GivenBothBooks_WhenSynced_ThenOnlyTheOrganisationsAndOnesOwnCome) {
    add(aoki(), called("病院"));
    add_own(tanaka(), called("薬局"));
    add_own(hara(), called("美容院"));
    auto tanakas = client(tanaka()), nishis = client(nishi());
    tanakas.sync();
    nishis.sync();
    EXPECT_EQ(tanakas.known(), (std::map<std::string, std::string>{
                                   {"病院", "contacts"}, {"薬局", own_stream(tanaka())}}));
    EXPECT_THAT(nishis.known(), IsEmpty());
}

TEST_P(ContactsTold, GivenEachAction_WhenWhatChangedIsTakenIn_ThenItIsAsStartingAnew) {
    auto entry = hospital();
    entry.responsible = hara().person;
    auto const shared = add(aoki(), entry);
    auto const own = add_own(tanaka(), entry);
    auto tanakas = client(tanaka());
    tanakas.sync();
    auto expect_same = [&](char const* action) {
        tanakas.sync();
        auto anew = client(tanaka());
        anew.sync();
        EXPECT_EQ(tanakas.shown(), anew.shown()) << action;
    };
    add(aoki(), called("警察署"));
    expect_same("add");
    auto const changed = must(change(aoki(), shared, entry));
    must(change(tanaka(), own, entry));
    expect_same("change");
    must(remove(aoki(), changed));
    expect_same("remove");
    must(wait_for(
        contacts().import_sheet(aoki(), Whose::ours, "機関・事業所,電話\n警察署,110\n市役所,\n")));
    expect_same("import");
    retire(hara());
    expect_same("retire");
    EXPECT_EQ(tanakas.known().size(), 3u);
    EXPECT_THAT(tanakas.snapshots(),
                ElementsAre(true, true, false, false, false, false, false, false));
}

TEST_P(ContactsTold, GivenABook_WhenItChanges_ThenItsReadersAreToldOnceWithoutAWordOfIt) {
    auto const shared = contacts_stream(minato(), std::nullopt);
    auto const own = contacts_stream(minato(), tanaka().person);
    auto const contact = add(aoki(), hospital());
    add_own(tanaka(), hospital());
    EXPECT_EQ(told_to(own).size(), 1u);
    ASSERT_EQ(told_to(shared).size(), 1u);
    auto const event = json::parse(told_to(shared)[0].json).as_object();
    EXPECT_EQ(event.at("type"), "contacts.changed");
    EXPECT_EQ(event.at("version"), contact.version);
    EXPECT_EQ(event.size(), 3u);
}

TEST_P(ContactsTold, GivenAnotherNodeThatMissedAChange_WhenItAsks_ThenItTellsTheNewest) {
    auto const contact = must(change(aoki(), add(aoki(), hospital()), called("別")));
    auto const missed = wait_for(sync_->missed({contacts_stream(minato(), std::nullopt), 1}));
    ASSERT_EQ(missed.told.size(), 1u);
    EXPECT_EQ(missed.version, contact.version);
    EXPECT_EQ(missed.told[0].version, contact.version);
}

}  // namespace
}  // namespace horenso::contacts
