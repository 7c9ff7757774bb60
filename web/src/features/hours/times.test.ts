import { expect, test } from "vitest";
import { closingOf, closingText, judgeTimes, onNextDay, spanText, typedOf } from "./times.ts";

test.each([
  ["17:15", 1035],
  ["1715", 1035],
  ["１７：１５", 1035],
  ["24:00", 1440],
  ["翌1:00", 1500],
  ["翌 01:00", 1500],
  ["25:00", 1500],
  ["2500", 1500],
  ["翌0:00", 1440],
  ["夕方", undefined],
  ["翌", undefined],
  ["翌25:00", undefined],
  ["37:00", undefined],
  ["", undefined],
])("GivenTheEnd%s_WhenRead_ThenItIs%sMinutes", (text, minutes) => {
  expect(closingOf(text)).toBe(minutes);
});

test("GivenTimes_WhenWritten_ThenTheyCanBeReadBack", () => {
  for (const closes of [1, 540, 1035, 1439, 1440, 1441, 1500, 2160]) {
    expect(judgeTimes(typedOf({ opens: 0, closes }))).toEqual({ span: { opens: 0, closes } });
  }
  expect(closingText(1500)).toBe("翌1:00");
  expect(closingText(1440)).toBe("24:00");
  expect(spanText({ opens: 1320, closes: 1800 })).toBe("22:00〜翌6:00");
});

test.each([
  ["朝", "17:15", "opens"],
  ["24:00", "25:00", "opens"],
  ["8:30", "", "closes"],
  ["8:30", "8:30", "order"],
  ["17:00", "9:00", "order"],
  ["22:00", "翌12:01", "late"],
])("GivenFrom%sUntil%s_WhenJudged_ThenItIsSaidWhatIsWrong_%s", (opens, closes, wrong) => {
  expect(judgeTimes({ opens, closes })).toEqual({ wrong });
});

test("GivenAnEndBeforeTheBeginning_WhenTheNextDayIsNear_ThenItIsOffered", () => {
  expect(onNextDay({ opens: "17:00", closes: "1:00" })).toBe("翌1:00");
  expect(onNextDay({ opens: "17:00", closes: "16:00" })).toBeUndefined();
  expect(onNextDay({ opens: "17:00", closes: "18:00" })).toBeUndefined();
  expect(onNextDay({ opens: "朝", closes: "1:00" })).toBeUndefined();
});
