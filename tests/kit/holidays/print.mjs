// Prints the three lists, one line for each day: LIST DATE NAME.
import holidayJp from "@holiday-jp/holiday_jp";
import japaneseHolidays from "japanese-holidays";
import { holidays as cabinetOffice } from "japanese-public-holidays";

const two = (number) => String(number).padStart(2, "0");
const print = (list, date, name) => console.log(`${list} ${date} ${name}`);

for (const { date, name } of Object.values(holidayJp.holidays)) print("holiday_jp", date, name);

for (const { date, name } of cabinetOffice) print("cabinet_office", date, name);

// It would compute for ever; its rules are good to 2099.
for (let year = 1949; year <= 2099; year++)
  for (const { month, date, name } of japaneseHolidays.getHolidaysOf(year))
    print("japanese_holidays", `${year}-${two(month)}-${two(date)}`, name);
