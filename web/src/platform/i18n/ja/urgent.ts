export const urgent = {
  mark: "緊急",
  /** What stands first in a call. */
  from: (who: string) => `緊急 ${who}`,
  /** The reason, and the beginning of what was said. */
  body: (reason: string, text: string) => `${reason} ${text}`,
  spoken: (reason: string) => `緊急 ${reason}`,
  unread: (n: number) => `まだ読んでいない人 ${n}人`,
  extension: (n: string) => `内線 ${n}`,
  quietly: "緊急にしないで送る",
  sheet: {
    title: "緊急で送る",
    does: "時間外の人にも、すぐに鳴ります。だれがどんな理由で送ったか、記録に残ります。",
    reason: "理由",
    reasons: ["災害", "急な休み", "安否の確認"],
    other: "ほかの理由",
    otherLabel: "理由を入れてください",
    left: (n: number) => `あと${n}文字`,
    over: (n: number) => `${n}文字多すぎます。`,
    missing: "理由を選んでください。",
    missingOther: "理由を入れてください。",
    text: "送る文章",
    submit: "緊急で送る",
  },
};
