import { expect, it } from "vitest";
import { ofAnother } from "@/lib/core/acting-as";
import type { Actor } from "@/lib/core/actor";
import { actingAsHeader } from "@/lib/kernel/acting-as-header";

const ana = { kind: "person", personId: "01a21b84-0000-7000-8000-000000000001" } as Actor;
const saying = (personId?: string) => new Headers(personId ? { [actingAsHeader]: personId } : {});

it("lets whoever's page it is act, and whoever's session it is where the page says nothing", () => {
  expect(ofAnother(saying("01a21b84-0000-7000-8000-000000000001"), ana)).toBeNull();
  expect(ofAnother(saying(), ana)).toBeNull();
  expect(ofAnother(saying(), { kind: "visitor" } as Actor)).toBeNull();
});

it("refuses what one person's page asks in another's session, or in none", () => {
  expect(ofAnother(saying("01a21b84-0000-7000-8000-000000000002"), ana)).toMatchObject({ code: "unauthenticated", reason: "another_person" });
  expect(ofAnother(saying("01a21b84-0000-7000-8000-000000000001"), { kind: "visitor" } as Actor)).toMatchObject({ code: "unauthenticated", reason: "signed_out" });
  expect(ofAnother(saying("nonsense"), ana)).toMatchObject({ reason: "another_person" });
});
