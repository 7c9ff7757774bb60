#pragma once
#include <functional>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "features/talk/talk.hpp"
#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "services/directory/directory.hpp"

namespace horenso::kit {

/// Two organisations with a few people, made by calling the product: みなと (佐藤, 田中, 青木, 原; 青木
/// is administrator) and となり (西). The clock stands at Tuesday 2026-11-24, 8:30 in Japan.
class Office {
public:
    static constexpr Instant morning{1'795'476'600'000};

    explicit Office(Store& of) : store(of) {
        minato = must(wait_for(directory.create_org("minato", "みなと"))).id;
        tonari = must(wait_for(directory.create_org("tonari", "となり"))).id;
        import(minato,
               "氏名,フリガナ,ID,所属,雇用区分\n"
               "佐藤 花子,サトウ ハナコ,sato,地域福祉課,正職員\n"
               "田中 一郎,タナカ イチロウ,tanaka,地域福祉課,特定業務職員\n"
               "青木 実,アオキ ミノル,aoki,総務課,正職員\n"
               "原 葵,ハラ アオイ,hara,生活支援課,臨時職員\n");
        import(tonari, "氏名,フリガナ,ID\n西 洋子,ニシ ヨウコ,nishi\n");
        must(wait_for(directory.set_role(minato, "aoki", directory::Role::administrator)));
        sato = viewer(minato, "sato");
        tanaka = viewer(minato, "tanaka");
        aoki = viewer(minato, "aoki");
        hara = viewer(minato, "hara");
        nishi = viewer(tonari, "nishi");
    }

    /// A group room that `master` opens.
    RoomId group(Viewer const& master, std::vector<Viewer> const& others,
                 std::string name = "打合せG") {
        talk::NewRoom draft{talk::RoomKind::group, std::move(name), {}, key()};
        for (auto const& other : others) draft.members.push_back(other.person);
        return must(wait_for(talk.create_room(master, std::move(draft)))).id;
    }

    talk::Message say(Viewer const& who, RoomId room, std::string body) {
        talk::NewMessage draft{std::move(body), key()};
        return must(wait_for(talk.post(who, room, std::move(draft))));
    }

    void add_site(std::string name) {
        directory::Sites const sites{{store, clock}};
        auto const known = wait_for(sites.all(aoki));
        std::vector<directory::NewSite> wanted;
        for (auto const& one : known.all)
            wanted.push_back({one.name, one.name, one.address, one.telephone});
        wanted.push_back({std::move(name)});
        must(wait_for(sites.set(aoki, known.version, std::move(wanted))));
    }
    /// At a site that is added for it.
    void work_at(std::string department, std::string site) {
        add_site(site);
        directory::Sites const sites{{store, clock}};
        must(wait_for(sites.move(aoki, std::move(department), std::move(site))));
    }

    /// A client key that nobody had before.
    std::string key() {
        auto const digits = std::to_string(1'000'000'000'000 + ++keys_);
        return "00000000-0000-4000-8000-" + digits.substr(1);
    }

    Store& store;
    SetClock clock{morning};
    IdSource ids{1};
    /// What `policy` is told by a feature; nothing, unless a test says it.
    std::function<std::optional<policy::Finding>(Tx&, Viewer const&, policy::Draft const&)>
        find_more = [](Tx&, Viewer const&, policy::Draft const&) { return std::nullopt; };
    policy::Policy policy{
        {store, clock, [this](Tx& tx, Viewer const& author, policy::Draft const& draft) {
             return find_more(tx, author, draft);
         }}};
    directory::Directory directory{
        {store, clock, ids, [this](Tx& tx, OrgId org) { policy.make(tx, org); }}};
    hours::Hours hours{{store, clock, policy}};
    talk::Talk talk{{store, clock, ids, policy, hours}};
    OrgId minato, tonari;
    Viewer sato, tanaka, aoki, hara, nishi;

private:
    void import(OrgId org, std::string csv) {
        must(wait_for(directory.import_staff_of(org, std::move(csv))));
    }

    Viewer viewer(OrgId org, std::string const& login) {
        for (auto const& person : wait_for(directory.people_of(org)))
            if (person.login.starts_with(login + '@')) {
                Viewer who;
                who.org = org;
                who.person = person.id;
                return who;
            }
        throw std::runtime_error{"nobody is called " + login};
    }

    std::int64_t keys_ = 0;
};

/// A fixture with an office on both databases.
class OfficeOnBothDatabases : public OnBothDatabases {
protected:
    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        office_ = std::make_unique<Office>(store());
    }
    void TearDown() override {
        office_.reset();
        OnBothDatabases::TearDown();
    }

    Office& office() { return *office_; }
    talk::Talk& talk() { return office_->talk; }

    /// The events told to a stream since the test began.
    std::vector<Told> told_to(Stream const& stream) {
        std::vector<Told> events;
        for (auto const& one : told())
            if (one.what == Told::What::event && one.stream == stream) events.push_back(one);
        return events;
    }

private:
    std::unique_ptr<Office> office_;
};

}  // namespace horenso::kit
