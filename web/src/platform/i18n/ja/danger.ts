/** How a text asks for passwords that others can guess, or that can't be changed. */
export const danger = {
  password: /パスワード|暗証番号/,
  /** What others know, or can work out. */
  guessable:
    /生年|生まれ|誕生日|決まった形|規則|法則|共通|同じ|組織の?名|職員番号|内線|電話番号|入れ?[替か]え/,
  /** Such a word stands in a sentence that forbids it. */
  forbidding:
    /(使わない|しない|作らない|避け|やめ|いけません|使いません|しません|なりません)[^。]{0,12}$/,
  /** The words between leave the password as what is spoken of. */
  frozen:
    /(パスワード|暗証番号)(?:(?!ID|ますが|るが)[^。\n])*?(変更(を|は)?(し|でき|認め|許)[^。\n]{0,3}(ない|ません|なく)|変更(を|は)?禁|変え(られ)?(ない|ません|なく)|変えてはいけ)(?!と)/,
};
