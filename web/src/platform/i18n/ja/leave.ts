export const leave = {
  tag: "休職中",
  /** Above the field, before somebody writes. */
  receiver: (name: string, until: string | undefined) =>
    `${name}さんは休職中です。${until === undefined ? "復職" : `${until}`}まで、通知は届きません。`,
  receivers: (names: string) => `${names}は休職中です。復職するまで、通知は届きません。`,
  /** Who has retired is called 退職者 and a number. */
  gone: (name: string) => `${name}には、もう届きません。ここまでのやりとりは読めます。`,
  each: (name: string) => `${name}さん`,
  between: "、",
  title: "休職",
  hint: "休職の間は、ログインも通知も止まります。既読を待つ人にも数えません。終わると元どおりに使えます。",
  nobody: "休職の人は登録されていません。",
  days: (from: string, until: string | undefined) => `${from}〜${until ?? "（終わりは未定）"}`,
  now: "休職中",
  soon: "これから",
  add: "休職を登録",
  change: "変える",
  changeOf: (name: string) => `${name}さんの休職を変える`,
  sheet: (name: string | undefined) => (name === undefined ? "休職を登録" : `${name}さんの休職`),
  who: "休職する人",
  from: "始まりの日",
  until: "終わりの日",
  open: "終わりはまだ決まっていない",
  does: "始まりの日の0時から、ログインできなくなります。いま使っている端末からもログアウトします。ほかの職員には「休職中」と出ます。",
  submit: "登録する",
  end: "休職を取り消す（復職）",
  missing: {
    who: "ひとり選んでください。",
    from: "始まりの日を入れてください。",
    until: "終わりの日を、始まりの日か、そのあとにしてください。",
  },
};
