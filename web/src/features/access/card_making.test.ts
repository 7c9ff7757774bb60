import { expect, test } from "vitest";
import type { Answer } from "../../platform/api.ts";
import { settle } from "../../platform/fake_timer.ts";
import type { Person, Proof, SignInCard } from "../../platform/wire.ts";
import { createCardMaking } from "./card_making.ts";
import { somebody } from "../../platform/fake_person.ts";
import { cardOf } from "./fixtures.ts";

const people = ["1", "2", "3", "4"].map((id) => somebody(id));
const [first, second] = people as [Person, Person];

/** A server whose answers come when the test lets them. */
function office() {
  const asked: string[] = [];
  const open: ((answer: Answer<SignInCard>) => void)[] = [];
  const proofs: Proof[] = [];
  const making = createCardMaking({
    issue(person, proof) {
      asked.push(person);
      proofs.push(proof);
      return new Promise((answer) => open.push(answer));
    },
  });
  return {
    making,
    asked,
    proofs,
    made: () => making.state.get().cards.map(({ person, code }) => `${person.id} ${code[0]}`),
    rest: () => making.state.get().rest.map(({ id }) => id),
    async answer(letter = "A") {
      const person = somebody(asked.at(-1) ?? "");
      open.shift()?.({ ok: true, data: cardOf(person, letter.repeat(20)) });
      await settle();
    },
    async refuse(status: number, code = "test") {
      const problem = { status, code, title: "", request_id: "" };
      open.shift()?.({ ok: false, problem });
      await settle();
    },
  };
}

test("GivenAnOrder_WhenTheServerAnswers_ThenOneCardIsMadeAfterTheOther", async () => {
  const { making, asked, made, rest, answer } = office();
  const done = making.make(people);
  expect(asked).toEqual(["1"]);
  await answer();
  expect(asked).toEqual(["1", "2"]);
  expect(making.state.get()).toMatchObject({ phase: "making", ordered: 4 });
  for (let i = 0; i < 3; i++) await answer();
  await done;
  expect(made()).toEqual(["1 A", "2 A", "3 A", "4 A"]);
  expect(rest()).toEqual([]);
  expect(making.state.get().phase).toBe("idle");
});

test("GivenACardOnItsWay_WhenStopped_ThenItIsKeptAndTheRestIsMadeLater", async () => {
  const { making, asked, made, rest, answer } = office();
  void making.make(people);
  making.stop();
  expect(making.state.get().phase).toBe("stopping");
  await answer();
  expect(making.state.get().phase).toBe("idle");
  expect(made()).toEqual(["1 A"]);
  expect(rest()).toEqual(["2", "3", "4"]);
  void making.goOn();
  void making.goOn();
  for (let i = 0; i < 3; i++) await answer();
  expect(asked).toEqual(["1", "2", "3", "4"]);
  expect(made().length).toBe(4);
});

test("GivenABrokenLine_WhenGoneOn_ThenWhatWasMadeStaysAndTheDoubtfulOneIsMadeAnew", async () => {
  const { making, asked, made, rest, answer, refuse } = office();
  void making.make(people);
  await answer();
  await refuse(0);
  expect(making.state.get()).toMatchObject({ phase: "idle", problem: { status: 0 } });
  expect(made()).toEqual(["1 A"]);
  expect(rest()).toEqual(["2", "3", "4"]);
  void making.goOn();
  expect(making.state.get().problem).toBeUndefined();
  for (let i = 0; i < 3; i++) await answer();
  expect(asked).toEqual(["1", "2", "2", "3", "4"]);
  expect(made().length).toBe(4);
});

test("GivenSomebodyWhoLeft_WhenTheirCardIsRefused_ThenTheOthersAreMadeAndTheyAreNamed", async () => {
  const { making, made, answer, refuse } = office();
  void making.make([first, second]);
  await refuse(404);
  await answer();
  expect(made()).toEqual(["2 A"]);
  expect(making.state.get()).toMatchObject({ phase: "idle", gone: [first], problem: undefined });
});

test("GivenACardOnThePage_WhenItIsMadeAgain_ThenTheNewOneTakesItsPlace", async () => {
  const { making, made, answer } = office();
  void making.make([first, second]);
  await answer();
  await answer();
  void making.make([first]);
  await answer("B");
  expect(made()).toEqual(["2 A", "1 B"]);
});

test("GivenAStoppedOrder_WhenTheRestIsDropped_ThenNothingGoesOn", async () => {
  const { making, asked, rest, answer } = office();
  void making.make(people);
  making.stop();
  await answer();
  making.dropRest();
  expect(rest()).toEqual([]);
  await making.goOn();
  expect(asked).toEqual(["1"]);
});

test("GivenACardOnItsWay_WhenThePageIsLeft_ThenNothingStaysAndNothingIsTaken", async () => {
  const { making, asked, made, rest, answer } = office();
  void making.make([first]);
  await answer();
  void making.make(people);
  making.forget();
  await answer();
  expect(made()).toEqual([]);
  expect(rest()).toEqual([]);
  expect(asked).toEqual(["1", "1"]);
});

test("GivenAnOpenScreen_WhenTheServerAsksWhoSitsThere_ThenNothingChosenIsLostAndAProofIsGivenOnce", async () => {
  const { making, asked, proofs, made, rest, answer, refuse } = office();
  const isAsked = () => making.state.get().isAsked;
  const done = making.make(people);
  await refuse(403, "access.sign_in_again");
  await done;
  expect(isAsked()).toBe(true);
  expect(rest()).toEqual(["1", "2", "3", "4"]);

  const again = making.goOn({ password: "typed" });
  expect(isAsked()).toBe(true); // what is typed stays on the screen
  await refuse(403, "access.second_needed");
  await again;
  expect(isAsked()).toBe(true);

  const whole = making.goOn({ password: "typed", code: "123456" });
  await answer();
  expect(isAsked()).toBe(false);
  await answer();
  await answer();
  await answer();
  await whole;
  expect(asked).toEqual(["1", "1", "1", "2", "3", "4"]);
  expect(proofs).toEqual([
    {},
    { password: "typed" },
    { password: "typed", code: "123456" },
    {},
    {},
    {},
  ]);
  expect(made().length).toBe(4);
});

test("GivenAProofThatIsAsked_WhenTheRestIsDropped_ThenItIsAskedNoMore", async () => {
  const { making, refuse } = office();
  const done = making.make(people);
  await refuse(403, "access.sign_in_again");
  await done;
  making.dropRest();
  expect(making.state.get().isAsked).toBe(false);
});
