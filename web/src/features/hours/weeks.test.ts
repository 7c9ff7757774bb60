import { expect, test } from "vitest";
import { office } from "./fixtures.ts";
import { editedWeek, editRows, likeMonday, runsOf, weekGroups } from "./weeks.ts";

const week = office.week ?? [];
const night = { weekday: 6, opens: 1320, closes: 1800 };

test("GivenAWeek_WhenItIsEditedAndNothingChanged_ThenItIsTheSame", () => {
  const kept = [...week, night];
  expect(editedWeek(editRows(kept))).toEqual(kept);
  expect(editedWeek(editRows([]))).toEqual([]);
});

test("GivenAClosedDay_WhenItIsOpened_ThenUsualTimesStandThere", () => {
  const sunday = editRows(week).find(({ weekday }) => weekday === 0);
  expect(sunday).toEqual({ weekday: 0, open: false, opens: "8:30", closes: "17:15" });
});

test("GivenAWrongTime_WhenSent_ThenThereIsNothingToSendUnlessTheDayIsClosed", () => {
  const rows = editRows(week).map((row) => (row.weekday === 3 ? { ...row, closes: "8:00" } : row));
  expect(editedWeek(rows)).toBeUndefined();
  const closed = rows.map((row) => (row.weekday === 3 ? { ...row, open: false } : row));
  expect(editedWeek(closed)?.map(({ weekday }) => weekday)).toEqual([1, 2, 4, 5]);
});

test("GivenMonday_WhenCopied_ThenTuesdayToFridayAreLikeIt", () => {
  const rows = editRows([{ weekday: 1, opens: 540, closes: 1080 }, night]);
  expect(editedWeek(likeMonday(rows))).toEqual([
    ...[1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens: 540, closes: 1080 })),
    night,
  ]);
});

test("GivenAWeek_WhenItIsReadOut_ThenDaysOfTheSameTimesStandTogether", () => {
  expect(weekGroups([...week, night])).toEqual([
    { weekdays: [1, 2, 3, 4, 5], span: { opens: 510, closes: 1035 } },
    { weekdays: [6], span: { opens: 1320, closes: 1800 } },
    { weekdays: [0, 7], span: undefined },
  ]);
  expect(weekGroups([])).toEqual([{ weekdays: [1, 2, 3, 4, 5, 6, 0, 7], span: undefined }]);
});

test("GivenWeekdays_WhenNeighboursAreFound_ThenHolidaysStandAlone", () => {
  expect(runsOf([1, 2, 3, 4, 5])).toEqual([[1, 2, 3, 4, 5]]);
  expect(runsOf([6, 0, 7])).toEqual([[6, 0], [7]]);
  expect(runsOf([1, 3, 4])).toEqual([[1], [3, 4]]);
});
