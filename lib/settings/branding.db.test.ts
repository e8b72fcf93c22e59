import { desc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { appDatabase } from "@/db/client";
import { events, settings } from "@/db/schema";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { pageTagsOf } from "@/lib/core/page-tags";
import { changeBranding } from "@/lib/settings/commands/change-branding";
import { changePaper } from "@/lib/settings/commands/change-paper";
import { drawing } from "@/lib/settings/reads/drawing";
import { lookToChange } from "@/lib/settings/reads/look-to-change";
import { paperFrame } from "@/lib/settings/reads/paper-frame";

useTestDatabase();

const look = { accentLight: "#0b5cad", accentDark: "", masthead: "strong", mastheadInAccent: true, pairing: "serif", social: "Mastodon | https://social.example/@paper", menu: "", foot: "" };
const svg = (inside: string) => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 50"><path d="M0 0h9v9z"/>${inside}</svg>`;
const seen = async () => (await lookToChange()).version;
const branding = async () => (await paperFrame()).paper.branding;

it("an administrator gives the paper its look; the pages made before are dropped, and the paper’s words stay", async () => {
  const [administrator, editor] = [await somebody("administrator"), await somebody("editor")];
  expect(await branding()).toBeUndefined();
  expect(await changeBranding.execute({ ...look, seen: 0 }, { actor: editor })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
  expect(await changePaper.execute({ seen: 0, name: "The Test", tagline: "", description: "", timeZone: "UTC", language: "en", imprint: [] }, { actor: administrator })).toMatchObject({ ok: true });
  expect(await changeBranding.execute({ ...look, seen: 0 }, { actor: administrator })).toMatchObject({ ok: true });
  expect((await paperFrame()).paper.name).toBe("The Test");
  expect(await branding()).toMatchObject({ accentLight: "#0b5cad", accentDark: null, masthead: "strong", social: [{ label: "Mastodon", address: "https://social.example/@paper" }] });
  const [event] = await appDatabase().select().from(events).where(eq(events.name, "settings.changed")).orderBy(desc(events.id)).limit(1);
  expect(event).toMatchObject({ actorName: administrator.name, data: { key: "branding" } });
  expect(event && pageTagsOf(event)).toEqual(["settings"]);
});

it("refuses what readers could not read, and what it does not know", async () => {
  const administrator = await somebody("administrator");
  const before = await branding();
  const wrong = await changeBranding.execute({ ...look, seen: 1, accentLight: "#ffcc00", masthead: "comic", menu: "Evil | javascript:alert(1)", foot: "Ours | //evil.example" }, { actor: administrator });
  expect(wrong).toMatchObject({ ok: false, failure: { code: "invalid", fields: { accentLight: expect.stringContaining("nearest shade"), masthead: expect.any(String), menu: expect.stringContaining("Line 1"), foot: expect.stringContaining("Line 1") } } });
  expect(await changeBranding.execute({ ...look, seen: 1, css: "body{}" }, { actor: administrator })).toMatchObject({ ok: false, failure: { code: "invalid" } });
  expect(await branding()).toEqual(before);
});

it("keeps a drawing made safe, says what was left out, keeps it while nothing is said of it, and takes it away", async () => {
  const administrator = await somebody("administrator");
  const change = async (more: object) => changeBranding.execute({ ...look, seen: await seen(), ...more }, { actor: administrator });
  expect(await change({ drawingDark: svg("") })).toMatchObject({ ok: false, failure: { fields: { drawingDark: expect.any(String) } } });
  expect(await change({ drawingLight: svg("<script>alert(1)</script>") })).toMatchObject({ ok: true, value: { leftOut: ["script"] } });
  expect(await drawing("light")).toBe('<svg xmlns="http://www.w3.org/2000/svg" width="300" height="50" viewBox="0 0 300 50"><path d="M0 0h9v9z"/></svg>');
  expect(await change({ drawingLight: svg("<text>a</text>") })).toMatchObject({ ok: false, failure: { fields: { drawingLight: expect.stringContaining("Turn text into paths") } } });
  expect(await change({ accentDark: "#99ccff" })).toMatchObject({ ok: true });
  expect(await branding()).toMatchObject({ accentDark: "#99ccff", drawingLight: { width: 300, height: 50 }, drawingDark: null });
  expect(await change({ drawingLight: "" })).toMatchObject({ ok: true });
  expect(await branding()).toMatchObject({ drawingLight: null });
  expect(await drawing("light")).toBe("");
});

it("two administrators: the second is told whose look stands and in what it differs, and puts her own in its place knowingly", async () => {
  const [first, second] = [await somebody("administrator"), await somebody("administrator")];
  const began = await seen();
  expect(await changeBranding.execute({ ...look, seen: began, accentLight: "#7a1f3d" }, { actor: first })).toMatchObject({ ok: true });
  const refused = await changeBranding.execute({ ...look, seen: began, menu: "Shop | https://shop.example/" }, { actor: second });
  expect(refused).toMatchObject({ ok: false, failure: { code: "conflict", reason: "changed_meanwhile", current: began + 1 } });
  if (refused.ok) return;
  expect(refused.failure.message).toContain(`${first.name} has changed the look meanwhile`);
  expect(refused.failure.message).toContain("It differs in: Accent on light pages (now #7a1f3d); More links in the menu (now none).");
  expect(await branding()).toMatchObject({ accentLight: "#7a1f3d", menu: [] });
  expect(await changeBranding.execute({ ...look, seen: refused.failure.current, menu: "Shop | https://shop.example/" }, { actor: second })).toMatchObject({ ok: true });
  expect(await branding()).toMatchObject({ accentLight: "#0b5cad", menu: [{ label: "Shop" }] });
  expect(await changeBranding.execute({ ...look, seen: began, menu: "Shop | https://shop.example/" }, { actor: first }), "what would change nothing is no conflict").toMatchObject({ ok: true });
});

it("a drawing that a colleague chose meanwhile is not replaced unknowingly, and stays where nothing is said of it", async () => {
  const [first, second] = [await somebody("administrator"), await somebody("administrator")];
  const began = await seen();
  expect(await changeBranding.execute({ ...look, seen: began, drawingLight: svg("") }, { actor: first })).toMatchObject({ ok: true });
  const refused = await changeBranding.execute({ ...look, seen: began, drawingLight: svg('<path d="M9 9h9"/>') }, { actor: second });
  expect(refused).toMatchObject({ ok: false, failure: { reason: "changed_meanwhile", message: expect.stringContaining("It differs in: Drawing of the name (SVG) (now another).") } });
  expect(await changeBranding.execute({ ...look, seen: began }, { actor: second })).toMatchObject({ ok: true });
  expect(await drawing("light")).toContain("M0 0h9v9z");
  expect(await changeBranding.execute({ ...look, seen: await seen(), drawingLight: "" }, { actor: first })).toMatchObject({ ok: true });
});

it("at the same moment only one of two looks is taken", async () => {
  const [first, second] = [await somebody("administrator"), await somebody("administrator")];
  for (const stored of [true, false]) {
    if (!stored) await appDatabase().delete(settings);
    const began = await seen();
    const both = await Promise.all([changeBranding.execute({ ...look, seen: began, accentLight: "#7a1f3d" }, { actor: first }), changeBranding.execute({ ...look, seen: began, accentLight: "#1d5c3a" }, { actor: second })]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  }
});
