import { expect, it } from "vitest";
import type { PersonActor } from "@/lib/core/actor";
import { refuseForTab } from "@/lib/core/tab-person";

const [ana, ben] = ["0190b5a0-0000-7000-8000-000000000001", "0190b5a0-0000-7000-8000-000000000002"];
const person = (personId: string, name: string): PersonActor => ({ kind: "person", personId, name, role: "editor", sessionId: personId });
const from = (said?: string) => new Headers(said === undefined ? {} : { "X-Standfirst-Person": said });

it("what a page of one person asks for is not done in the name of whoever has signed in since, and a sentence says who that is", () => {
  expect(refuseForTab(from(ana), person(ana, "Ana"))).toBeNull();
  expect(refuseForTab(from(ana), person(ben, "Ben"))).toMatchObject({ code: "unauthenticated", reason: "other_person", message: expect.stringContaining("Ben is signed in here by now") });
  expect(refuseForTab(from(ana), { kind: "visitor", network: "n" })).toMatchObject({ code: "unauthenticated", reason: "signed_out" });
  expect(refuseForTab(from("nonsense"), person(ben, "Ben"))?.reason).toBe("other_person");
});

it("a page that does not say whose it is goes by the session, as pages of before do", () => {
  expect(refuseForTab(from(), person(ben, "Ben"))).toBeNull();
  expect(refuseForTab(from(), { kind: "visitor", network: "n" })).toBeNull();
});
