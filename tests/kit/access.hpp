// The council's people and the ways in to their accounts.
#pragma once
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <thread>
#include <vector>

#include "kit/databases.hpp"
#include "kit/must.hpp"
#include "kit/wait_for.hpp"
#include "platform/crypto/hasher.hpp"
#include "services/access/access.hpp"

namespace horenso::access::kit {

using horenso::kit::must;
using horenso::kit::wait_for;

/// How many tries ended with each code; "" is success.
using Ends = std::map<std::string, int>;

/// みなと (佐藤, 田中 and the administrator 青木) and となり (西, its administrator) on both databases.
class AccessOnBothDatabases : public horenso::kit::OnBothDatabases {
protected:
    static constexpr Instant morning{1'795'476'600'000};  // 2026-11-24 8:30 in Japan
    static constexpr char const* here = "192.0.2.7";
    static constexpr char const* elsewhere = "198.51.100.7";
    static constexpr char const* password = "かぼちゃと自転車と灯台と金曜日";

    /// Many try to get in at the same time.
    int connections() const override { return 4; }

    void SetUp() override {
        OnBothDatabases::SetUp();
        if (IsSkipped() || HasFatalFailure()) return;
        directory_ = std::make_unique<directory::Directory>(
            directory::Directory::Needs{store(), clock, ids});
        access_ = make_access(store());
        minato = make_org("minato",
                          "佐藤 花子,サトウ ハナコ,sato\n田中 一郎,タナカ イチロウ,tanaka\n"
                          "青木 実,アオキ ミノル,aoki\n",
                          "aoki");
        tonari = make_org("tonari", "西 洋子,ニシ ヨウコ,nishi\n", "nishi");
    }
    void TearDown() override {
        access_.reset();
        directory_.reset();
        OnBothDatabases::TearDown();
    }

    Access& access() { return *access_; }
    std::unique_ptr<Access> make_access(Store& of) {
        return std::make_unique<Access>(
            Access::Needs{of, clock, ids, hasher, 2, [this](Tx&, OrgId) { return rules; }});
    }

    PersonId person(OrgId org, std::string const& login) {
        for (auto const& one : wait_for(directory_->people_of(org)))
            if (one.login.starts_with(login + '@')) return one.id;
        throw std::runtime_error{"nobody is called " + login};
    }
    PersonId sato() { return person(minato, "sato"); }
    Card card_of(PersonId whose) { return must(wait_for(access().issue_card_of(minato, whose))); }

    Result<SignedIn> by_code(std::string code, std::string from = here,
                             DeviceClass device = DeviceClass::personal) {
        return wait_for(access().sign_in_by_code(std::move(code), {std::move(from), device}));
    }
    Result<SignedIn> by_password(std::string login, std::string typed, std::string from = here) {
        return wait_for(access().sign_in_by_password(std::move(login), std::move(typed),
                                                     {.address = std::move(from)}));
    }
    Result<Viewer> identify(std::string token, Use use = Use::person) {
        return wait_for(access().identify({std::move(token), use}));
    }

    std::string token_of(std::string const& login, DeviceClass device = DeviceClass::personal) {
        return must(by_code(card_of(person(minato, login)).code, here, device)).token;
    }
    Viewer enter(std::string const& login) { return must(identify(token_of(login))); }
    void give_password(std::string const& login) {
        must(wait_for(access().set_password(enter(login), std::nullopt, password)));
    }

    /// Makes `attempt(0)` … `attempt(count - 1)` at the same time.
    template <class Try>
    static Ends at_once(int count, Try attempt) {
        std::mutex mutex;
        Ends ends;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < count; ++i)
                threads.emplace_back([&, i] {
                    auto const result = attempt(i);
                    std::lock_guard const lock{mutex};
                    ++ends[result ? "" : result.problem().code];
                });
        }
        return ends;
    }

    /// The sessions that were said to have ended.
    std::vector<std::int64_t> ended() {
        std::vector<std::int64_t> sessions;
        for (auto const& one : told())
            if (one.what == Told::What::access_ended) sessions.push_back(one.session);
        return sessions;
    }

    SetClock clock{morning};
    IdSource ids{1};
    crypto::Hasher hasher{crypto::Cost::least()};
    DeviceRules rules;  ///< what the guideline says of devices
    OrgId minato, tonari;

private:
    OrgId make_org(std::string slug, std::string const& rows, std::string administrator) {
        auto const org = must(wait_for(directory_->create_org(std::move(slug), "社協"))).id;
        must(wait_for(directory_->import_staff_of(org, "氏名,フリガナ,ID\n" + rows)));
        must(wait_for(
            directory_->set_role(org, std::move(administrator), directory::Role::administrator)));
        return org;
    }

    std::unique_ptr<directory::Directory> directory_;
    std::unique_ptr<Access> access_;
};

}  // namespace horenso::access::kit
