import sharp from "sharp";
import { expect, it, vi } from "vitest";
import { useTestDatabase } from "@/db/testing/database";
import { somebody } from "@/db/testing/factories";
import { fromProcess, provide } from "@/lib/kernel/process-store";
import { iconAddress } from "@/lib/settings/branding";
import { changeBranding } from "@/lib/settings/commands/change-branding";
import { changeIcon } from "@/lib/settings/commands/change-icon";
import { drawing } from "@/lib/settings/reads/drawing";
import { lookToChange } from "@/lib/settings/reads/look-to-change";

useTestDatabase();

const square = (side: number, format: "png" | "jpeg" = "png", background = "#0b5cad") => sharp({ create: { width: side, height: Math.round(side / 2), channels: 3, background } })[format]().withExif({ IFD0: { Artist: "Ana Ruiz" } }).toBuffer();
const look = { seen: 1, accentLight: "", accentDark: "", masthead: "usual", mastheadInAccent: false, pairing: "serif", social: "", menu: "", foot: "" };

it("an icon is a square made anew, which a change of the look leaves alone, and which can be taken away", async () => {
  const administrator = await somebody("administrator");
  const change = async (bytes: Buffer | null) => changeIcon.execute({ seen: (await lookToChange()).look.icon ?? "", picture: bytes?.toString("base64") ?? "" }, { actor: administrator });
  const source = await square(400, "jpeg");
  expect(await change(source)).toMatchObject({ ok: true });
  const png = Buffer.from(await drawing("icon"), "base64");
  expect(await sharp(png).metadata()).toMatchObject({ format: "png", width: 192, height: 192, hasAlpha: true });
  expect(png.includes("Ana Ruiz"), "of the file nothing is kept").toBe(false);
  const { look: stands, version } = await lookToChange();
  expect(iconAddress(stands)).toMatch(/^\/paper-icon\.png\?v=[0-9a-f]{12}$/);
  expect(await changeBranding.execute({ ...look, seen: version, accentLight: "#0b5cad" }, { actor: administrator })).toMatchObject({ ok: true });
  expect((await lookToChange()).look).toMatchObject({ icon: stands.icon, accentLight: "#0b5cad" });
  expect(await drawing("icon")).not.toBe("");
  expect(await change(null)).toMatchObject({ ok: true });
  expect((await lookToChange()).look).toMatchObject({ icon: null, accentLight: "#0b5cad" });
  expect(await drawing("icon")).toBe("");
});

it("is refused where it is no picture of ours, too small, damaged, or somebody else's to choose", async () => {
  const administrator = await somebody("administrator");
  const good = await square(400);
  const refused = async (bytes: Buffer, actor = administrator) => {
    const result = await changeIcon.execute({ seen: "", picture: bytes.toString("base64") }, { actor });
    return result.ok ? "taken" : result.failure.code;
  };
  expect(await refused(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>'))).toBe("invalid");
  expect(await refused(await square(60))).toBe("invalid");
  expect(await refused(good.subarray(0, good.length / 2))).toBe("invalid");
  expect(await refused(Buffer.concat([good, Buffer.alloc(500_000)]))).toBe("invalid");
  expect(await refused(good, await somebody("editor"))).toBe("forbidden");
});

it("is not put in the place of one that a colleague chose meanwhile: who and when is said, and what was made of the picture comes back", async () => {
  const [first, second] = [await somebody("administrator", "Ada Rust"), await somebody("administrator")];
  const change = (bytes: Buffer | string, seen: string, actor = second) => changeIcon.execute({ seen, picture: typeof bytes === "string" ? bytes : bytes.toString("base64") }, { actor });
  expect(await change(await square(300), "", first)).toMatchObject({ ok: true });
  const hers = (await lookToChange()).look.icon ?? "";
  const refused = await change(await square(500, "png", "#7a1f1f"), "");
  expect(refused).toMatchObject({ ok: false, failure: { code: "conflict", reason: "changed_meanwhile", message: expect.stringMatching(/^Ada Rust has changed the icon meanwhile \(\d+ \w+, \d\d:\d\d\)/), current: hers } });
  expect((await lookToChange()).look.icon).toBe(hers);
  const made = refused.ok ? "" : String(refused.failure.values?.icon);
  expect(await change(made, hers), "sent again knowingly").toMatchObject({ ok: true });
  expect(await change("", ""), "taking it away unseen").toMatchObject({ ok: false, failure: { reason: "changed_meanwhile" } });
});

it("a picture is read before a connection is taken, and not at all for whoever may not change it", async () => {
  const administrator = await somebody("administrator");
  const { commands, ...others } = fromProcess("database");
  const asked = vi.fn(commands.current);
  provide("database", { ...others, commands: { ...commands, current: asked } });
  try {
    expect(await changeIcon.execute({ seen: "", picture: Buffer.from("no picture").toString("base64") }, { actor: administrator })).toMatchObject({ ok: false, failure: { reason: "not_an_icon" } });
    expect(asked).not.toHaveBeenCalled();
  } finally {
    provide("database", { ...others, commands });
  }
  expect(await changeIcon.execute({ seen: "", picture: Buffer.from("no picture").toString("base64") }, { actor: await somebody("editor") })).toMatchObject({ ok: false, failure: { code: "forbidden" } });
});
