/** A one-line subject, and how it is made shorter. */
export const subject = {
  /** Beside the field. */
  count: (n: number, most: number) => `${n} / ${most}文字 目安`,
  long: "件名が長めです。",
  instead: "短いと、ひと目で分かります。このままでもかまいません。",
  take: (proposal: string) => `「${proposal}」にする`,
  taken: "短くしました。",
  silence: "もう出さない",
  silenced: "件名のヒントは、もう出しません。",
  undo: "元に戻す",
  putAway: "ヒントを閉じる",
  label: "件名のヒント",
  clause: (id: string) => `条項 ${id}`,
  signs: {
    /** A label that only says that something is told. */
    label: /【(?:ご?(?:連絡|案内|周知|報告)|お知らせ)】/gu,
    bracketed: /【([^】]*)】/gu,
    /** 11月24日(火) */
    date: /(\d{1,2})月(\d{1,2})日(?:\s*[(（][日月火水木金土](?:曜日?)?(?:[・･]祝)?[)）])?/gu,
    /** 14時30分 */
    clock: /(\d{1,2})時(\d{1,2})分/gu,
    /** Between two words. */
    about: /(?:に関する|についての|に関しての)(?=.)/gu,
    aboutBecomes: "の",
    beforeRemark:
      /(?:について|に関して|(?:についての|に関する|の)(?:お知らせ|ご(?:連絡|案内|報告)|件))(?=\s*[(（])/gu,
    /** What a subject may end in without saying anything; taken off again and again. */
    endings: [
      /[\s。．.!！、・]+$/u,
      /\s*[(（](?:お知らせ|ご?(?:連絡|案内|周知|報告))[)）]$/u,
      /を?(?:(?:いた|致)?します|申し上げます|させていただきます)$/u,
      /(?:で(?:す|ございます)|となります)$/u,
      /(?:どうぞ)?(?:よろしく|宜しく)お(?:願|ねが)い$/u,
      /(?:お知らせ|ご(?:連絡|案内|報告))$/u,
      /(?:についての|に関する|の|を)(?:連絡|案内|報告|周知|件)$/u,
      /(?:について|に関して|につきまして|に関する|についての|の|を)$/u,
    ],
    /** The same in fewer characters, though a little is lost. */
    remarks: /\s*[(（][^()（）\d０-９]*[)）]/gu,
    held: /の?(?:開催|実施)$/u,
    era: /(?:令和|平成)(?=\d)/gu,
    eras: { 令和: "R", 平成: "H" } as Record<string, string>,
  },
};
