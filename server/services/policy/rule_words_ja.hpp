#pragma once

/// The Japanese words that the rules look for, as patterns of RE2 (https://github.com/google/re2/wiki/Syntax).
namespace horenso::policy::words_ja {

/// Clause 5.1: how mails begin. Only at the very beginning, with what closes it.
inline constexpr char const* greeting =
    R"re(^[\s　]*((?:いつも|大変|たいへん)?(?:お疲れ|おつかれ|お疲|御疲れ)(?:様|さま|さん)?(?:です|でございます|でした)?)re"
    R"re(|(?:いつも|平素より|平素は|日頃より|日頃は)?(?:大変|たいへん)?(?:お世話|おせわ)に(?:なって(?:おり|い)ます|なります|なっております))re"
    R"re(|ご苦労(?:様|さま)です)[。．.、,!！〜～ー\s　]+)re";

/// Clause 5.1: a first line that only says to whom.
inline constexpr char const* addressee =
    R"re(^[\s　]*([^\s　。、!！?？\n]{1,12}(?:[ 　][^\s　。、!！?？\n]{1,8})?(?:様|さま|殿|各位|さん|課長|係長|局長|次長|主任|部長|所長|会長)(?:へ|殿)?)[、,　 ]*\n\s*)re";

/// Clause 5.2: a reply that says only that it was understood.
inline constexpr char const* bare_answer =
    R"re(^[\s　]*(?:分かりました|わかりました|りょうかい|了解|承知|かしこまりました|畏まりました))re"
    R"re((?:です|でございます|しました|致しました|いたしました|しております)?(?:[。．.、,!！〜～ーっッ笑\s　]|\pS|\p{So}|\x{FE0F}|\x{200D})*$)re";
inline constexpr char const* bare_prefix = R"re(^[\s　]*はい[、。,!！\s　]+)re";

/// Clause 5.3: where another matter begins.
inline constexpr char const* other_matter =
    R"re((?:^|\n|[。．!！?？]\s*)(別件(?:です|ですが|で|になりますが)?|話は変わ(?:りますが|って)|もう(?:1|１|一|ひと)つ(?:、|ですが|お願い|ご連絡)|(?:それと|それから|あと)、?別(?:の|に))[、。\s　]*)re";

inline constexpr char const* sentence = R"re([^。．!！?？\n]+[。．!！?？\n]?)re";

/// Clause B6: matters of service, and words that apply for or allow them.
inline constexpr char const* service_matter =
    R"re(年休|有休|有給|年次有給休暇|年次休暇|夏季休暇|特別休暇|特休|病気休暇|病休|介護休暇|看護休暇|育児休暇|育休|産休|忌引|代休|振休|振替休日|振替|休暇|時間外勤務|時間外|超過勤務|超勤|残業|休日出勤|早退|時間休|半休|午前休|午後休|欠勤|職免)re";
inline constexpr char const* service_request =
    R"re(申請|届け?(?:を?出|出し)|願(?:います|い(?:ます|致|いた|で|し))|お願い|取得(?:したい|させて|を希望)|取らせて|とらせて|取りたい|とりたい|頂きたい|いただきたい|いただけ(?:ます|ない)|頂け(?:ます|ない)|(?:よろしい|宜しい|いい)(?:でしょう|です)か|させて(?:ください|下さい|いただ|頂)|ください|下さい|承認|許可|決裁|認め(?:ます|て)|了承)re";

/// Clause 6.2: how the name of a group ends.
inline constexpr char const* closing_g = R"re([GgＧｇ][\s　]*$)re";
inline constexpr char const* any_word = R"re([^\s　])re";

}  // namespace horenso::policy::words_ja
