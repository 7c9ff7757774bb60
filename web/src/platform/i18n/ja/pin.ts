export const pin = {
  line: {
    label: "この画面の人",
    present: (name: string) => `${name}さんの画面です`,
    button: "交代する",
  },
  entry: {
    text: "PINで交代する",
    hint: "名前を選んで6桁のPINを入れるだけで入れます。",
  },
  page: {
    title: "交代する",
    lead: "名前を選んで、6桁のPINを入れてください。",
    leaves: (name: string) =>
      `交代すると、${name}さんの画面は閉じて、書きかけの文章はこの端末から消えます。`,
    people: "この端末でPINを使える人",
    closed: "PINは止まっています。ふだんの方法でログインしてください。",
    none: "いまPINで交代できる人はいません。この端末に一度ふだんの方法でログインし、「設定」でPINを決めた人の名前が、ここに出ます。",
    other: "ほかの人（ふだんの方法でログイン）",
    back: (name: string) => `${name}さんの画面に戻る`,
    pinOf: (name: string) => `${name}さんのPIN（数字6桁）`,
    enter: "交代する",
    entering: "交代しています…",
    another: "名前を選び直す",
    unsent: {
      title: "まだ送れていない文章があります",
      text: (name: string, n: number) =>
        `${name}さんの文章が${n}件、まだ送れていません。交代すると消えます。残したいときは、戻って、送れるまで待つか、直して送ってください。`,
      back: "戻って送る",
      anyway: "消して交代する",
    },
  },
  own: {
    title: "PIN（みんなで使うパソコンの交代）",
    lead: "みんなで使うパソコンで、名前を選んで6桁のPINを入れるだけで、自分の画面に替われます。一度ふだんの方法でログインしたパソコンで、その日から3日後まで使えます。PINだけでは、ほかの端末には入れません。",
    byPin:
      "PINで交代した画面なので、PINは変えられません。ログアウトして、ふだんの方法でログインしてから変えてください。",
    since: (day: string) => `${day}に決めたPINがあります。`,
    places: "いま使えるパソコン",
    place: (device: string, until: string) => `「${device}」 ${until}まで`,
    closedPlace: (device: string) =>
      `「${device}」 まちがいが続いたので止まっています。そこでふだんの方法でログインすると、また使えます。`,
    nowhere:
      "いま使えるパソコンはありません。みんなで使うパソコンにふだんの方法でログインすると、そこで使えます。",
    choose: "PINを決める",
    change: "PINを変える",
    next: "新しいPIN（数字6桁）",
    show: "数字を見せる",
    rule: "くり返しや並び（123456など）、誕生日などの日付、内線やIDの数字は使えません。",
    submit: "決める",
    kept: "PINを決めました。",
    remove: "PINをやめる",
    removeTitle: "PINをやめますか",
    removing: "これからは、みんなで使うパソコンでも、ふだんの方法でログインします。",
    removed: "PINをやめました。",
  },
  closing: {
    label: "PINのお知らせ",
    text: (at: string, device: string) =>
      `${at}、「${device}」で、あなたのPINのまちがいが5回続いたので、その端末でPINを止めました。`,
    unknown: "心当たりがないときは、PINを変えて、管理者に知らせてください。",
    settings: "設定を開く",
    known: "分かりました",
  },
  notByPin: {
    title: "PINで交代した画面では、管理の操作はできません。",
    instead: "ログアウトして、パスキー・パスワード・カードでログインしてください。",
  },
};
