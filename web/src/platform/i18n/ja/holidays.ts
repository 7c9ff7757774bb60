import type { Holiday } from "../../time/holidays.ts";

export const holidays: Record<Holiday, string> = {
  new_year: "元日",
  coming_of_age: "成人の日",
  foundation: "建国記念の日",
  emperors_birthday: "天皇誕生日",
  spring_equinox: "春分の日",
  showa: "昭和の日",
  constitution: "憲法記念日",
  greenery: "みどりの日",
  children: "こどもの日",
  marine: "海の日",
  mountain: "山の日",
  aged: "敬老の日",
  autumn_equinox: "秋分の日",
  sports: "スポーツの日",
  culture: "文化の日",
  labour: "勤労感謝の日",
  substitute: "振替休日",
  bridge: "国民の休日",
};
