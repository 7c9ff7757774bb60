import { namesOf } from "../../platform/staff_order.ts";
import { fullWidth } from "../../platform/text/width.ts";
import { covers } from "../../platform/time/period.ts";
import type { Id, Person, SignInCard } from "../../platform/wire.ts";

/** For whom cards are made. */
export type Whom =
  | { kind: "all" }
  | { kind: "department"; name: string }
  | { kind: "employment"; name: string }
  | { kind: "people"; ids: readonly Id[] };

export interface Chosen {
  /** In the order in which the cards are handed out: by department, then by reading. */
  people: readonly Person[];
  /** On leave, so that they couldn't use a card; whoever chooses them by name means it. */
  leftOut: readonly Person[];
}

export const isAway = ({ leave }: Person, today: string): boolean =>
  leave !== undefined && covers(leave, today);

/** `people` come in the order of their readings. */
export function chosenOf(people: readonly Person[], whom: Whom, today: string): Chosen {
  const departments = namesOf(people, "department");
  const inOrder = departments.flatMap((name) =>
    people.filter(({ department }) => department === name),
  );
  if (whom.kind === "people") {
    return { people: inOrder.filter(({ id }) => whom.ids.includes(id)), leftOut: [] };
  }
  const meant =
    whom.kind === "all" ? inOrder : inOrder.filter((one) => one[whom.kind] === whom.name);
  return {
    people: meant.filter((one) => !isAway(one, today)),
    leftOut: meant.filter((one) => isAway(one, today)),
  };
}

const most_contacts = 2;

/** Whom the holder of a card asks: administrators and sub-administrators who are here, and the one who hands it out first. */
export function contactsOf(people: readonly Person[], me: Id, today: string): Person[] {
  const administrators = people.filter((one) => one.role !== "member" && !isAway(one, today));
  const others = administrators.filter(({ id }) => id !== me);
  return [...administrators.filter(({ id }) => id === me), ...others].slice(0, most_contacts);
}

/** ABCD-EFGH-…: five groups of four, as they are read and typed. */
export const groupsOf = (code: string): string[] => code.split("-");

/** Where the code is typed: the card's own address without the code. */
export const doorOf = (card: SignInCard): string => new URL(card.url).origin;

export const cards_on_page = 8;

export function pagesOf<Card>(cards: readonly Card[]): Card[][] {
  return Array.from({ length: Math.ceil(cards.length / cards_on_page) }, (_, i) =>
    cards.slice(i * cards_on_page, (i + 1) * cards_on_page),
  );
}

/** Beside the QR code on paper (cards_paper.css): characters to a line, and its height in mm. */
const lines_on_paper = {
  organisation: [16, 3.8],
  name: [8, 6.6],
  kana: [15, 4.2],
  department: [14, 4.6],
} as const;
const room_on_paper_mm = 27;

/** Has it so much text that it needs smaller type on paper? */
export function isCrowded(organisation: string, person: Person): boolean {
  const { name, kana, department } = person;
  const texts = { organisation, name, kana, department };
  const heights = Object.entries(lines_on_paper).map(([what, [characters, mm]]) => {
    const text = texts[what as keyof typeof texts];
    return Math.ceil(fullWidth(text) / characters) * mm;
  });
  return heights.reduce((sum, mm) => sum + mm, 0) > room_on_paper_mm;
}
