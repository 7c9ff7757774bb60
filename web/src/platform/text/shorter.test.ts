import { describe, expect, test } from "vitest";
import { shorter } from "./shorter.ts";

describe("proposals for a shorter subject", () => {
  test.each([
    ["11月24日(火)の防災訓練について", "11/24の防災訓練"],
    ["１１月２４日（火曜日）の防災訓練", "11/24の防災訓練"],
    ["11月24日(火・祝)14時05分からの避難訓練", "11/24 14:05からの避難訓練"],
    ["11月24日〜26日の研修について", "11/24〜26日の研修"],
    ["公用車２号の点検に関するお知らせ", "公用車2号の点検"],
    ["公用車2号の点検に関する連絡", "公用車2号の点検"],
    ["福祉フェスタ打合せの件", "福祉フェスタ打合せ"],
    ["防災訓練に関する説明会", "防災訓練の説明会"],
    ["【お知らせ】年末年始の休み", "年末年始の休み"],
    ["【重要】県道の通行止め", "重要 県道の通行止め"],
    ["勤務時間の変更についてお知らせいたします。", "勤務時間の変更"],
    ["総会のご案内をいたします", "総会"],
    ["夏祭りは中止です", "夏祭りは中止"],
    ["臨時休館のお知らせ（12/29〜1/3）", "臨時休館（12/29〜1/3）"],
    ["総会の資料について（ご報告）", "総会の資料"],
  ])("Given「%s」_ThenTheFirstProposalIs「%s」", (subject, proposal) => {
    expect(shorter(subject)[0]).toBe(proposal);
  });

  test.each([
    [
      "令和8年度 社会福祉大会の開催について(ご案内)",
      ["令和8年度 社会福祉大会の開催", "R8年度 社会福祉大会"],
    ],
    ["職員研修会(北支所)に関する件", ["職員研修会(北支所)", "職員研修会"]],
    ["予防接種について（お願い）", ["予防接種（お願い）", "予防接種"]],
  ])("Given「%s」_ThenTheSecondLeavesOutMore", (subject, proposals) => {
    expect(shorter(subject)).toEqual(proposals);
  });

  test.each([
    "",
    "歳末たすけあいの日程",
    "会議室を使わないでください",
    "行動予定の提出のお願い",
    "ボランティア連絡会",
    "令和元年度の決算報告",
    "11/24 会議",
  ])("Given「%s」_WhichSaysNothingInVain_ThenNothingIsProposed", (subject) => {
    expect(shorter(subject)).toEqual([]);
  });

  test.each(["について", "お知らせ", "の件", "【】", "【お知らせ】", "開催"])(
    "GivenNothingBut「%s」_ThenNothingEmptyIsProposed",
    (subject) => {
      expect(shorter(subject)).toEqual([]);
    },
  );

  test("GivenAProposal_WhenItIsMadeShorterAgain_ThenItIsTheSecondOrNothing", () => {
    const [first = "", second] = shorter("職員研修会(北支所)に関する件");
    expect(shorter(first)).toEqual([second]);
    expect(shorter(second ?? "")).toEqual([]);
  });
});
