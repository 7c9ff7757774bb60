export const reviewsPage = {
  hint: "あなたがマスターをしているグループに、異動や担当替えのあった人がいます。残るか、抜けるかを決めてください。",
  inRoom: "グループ",
  what: { department: "所属", posts: "兼務", duties: "担当" },
  from: (before: string) => before || "なし",
  became: "から",
  due: (day: string) => `${day}までに決めてください`,
  late: (day: string) => `${day}の期限を過ぎています`,
  stays: "残る",
  staysOf: (name: string, room: string) => `${name}さんは「${room}」に残る`,
  leaves: "抜ける",
  leavesOf: (name: string, room: string) => `${name}さんは「${room}」から抜ける`,
  add: "人を加える",
  addOf: (room: string) => `「${room}」に人を加える`,
  stayed: (name: string) => `${name}さんは残ります。`,
  left: (name: string) => `${name}さんを外しました。`,
  confirm: {
    title: "グループから外す",
    ask: (name: string, room: string) =>
      `${name}さんは「${room}」を読めなくなります。これまでのメッセージは残ります。`,
    self: (room: string) =>
      `あなたは「${room}」を読めなくなります。これまでのメッセージは残ります。`,
    submit: "外す",
    leads: (room: string) =>
      `あなたは「${room}」のマスターです。次のマスターを決めてから抜けます。まだグループにいます。`,
    successor: "次のマスターを選ぶ",
  },
  empty: "見直しはありません",
  emptyHint: "あなたがマスターをしているグループの人に異動や担当替えがあると、ここに出ます。",
  toList: "トークの一覧へ",
};
