#pragma once
#include <array>
#include <string_view>

/// What accounts of several people are called. None of these is a person's name, nor a part of one.
namespace horenso::directory::words_ja {

inline constexpr std::array<std::string_view, 22> shared_names = {
    "受付", "共用",     "共有",   "共通",   "窓口",     "代表",   "当番",   "当直",
    "宿直", "日直",     "事務局", "事務室", "事務所",   "会議室", "相談室", "受付係",
    "端末", "パソコン", "スマホ", "みんな", "職員一同", "ゲスト"};

/// The whole of a kana.
inline constexpr std::array<std::string_view, 8> shared_kana = {
    "ウケツケ",   "キョウヨウ", "キョウユウ", "マドグチ",
    "ダイヒョウ", "ジムキョク", "トウバン",   "ゲスト"};

/// The words of an ID, without digits behind them.
inline constexpr std::array<std::string_view, 18> shared_logins = {
    "reception", "shared", "share",   "common", "front",     "counter",
    "office",    "info",   "guest",   "group",  "kiosk",     "pc",
    "uketsuke",  "kyoyo",  "kyouyou", "kyoyu",  "madoguchi", "daihyo"};

}  // namespace horenso::directory::words_ja
