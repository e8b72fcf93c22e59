import { readFileSync } from "node:fs";
import type { Page } from "@playwright/test";
import { permissionTable } from "../lib/policy/permission-table";
import { socketMessages } from "../lib/collab/socket-messages";
import { articleVerbs } from "../lib/web/article-verbs";
import { serverDoors, socketDoors } from "../server/doors";
import { expect, newStory, saved, test } from "./fixtures";

/* The doors of the production build, read from the build itself, against the permission table. */

const routes = Object.values(JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8")) as Record<string, string>).filter((path) => !path.startsWith("/_"));
const manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8")) as Record<"node" | "edge", Record<string, { exportedName: string }>>;
const actions = [...new Set([...Object.values(manifest.node), ...Object.values(manifest.edge ?? {})].map((action) => action.exportedName))];

test("every route, verb, action, socket message and door of the server has a line in the permission table, and every line a door", () => {
  expect(routes.length).toBeGreaterThan(25);
  expect(actions.length).toBeGreaterThan(8);
  const lines = (kinds: string[]) => permissionTable.filter((door) => kinds.includes(door.kind)).map((door) => door.surface);
  const withVerbs = routes.flatMap((path) => (path.endsWith("/[verb]") ? Object.keys(articleVerbs).map((verb) => path.replace("[verb]", verb)) : path));
  expect([...new Set(withVerbs)].sort()).toEqual(lines(["page", "route"]).sort());
  expect(actions.sort()).toEqual(lines(["action"]).sort());
  expect([...serverDoors, ...socketDoors].sort()).toEqual(lines(["server"]).sort());
  expect(Object.keys(socketMessages).sort()).toEqual(lines(["socket"]).sort());
});

for (const who of ["visitor", "reader", "contributor", "author", "moderator", "editor", "administrator"] as const) {
  test(`pages and reading routes as ${who}: the verdict of the table`, async ({ visitor, signedIn }) => {
    const { page: owner } = await signedIn("editor");
    const id = await newStory(owner);
    await saved(owner);
    // A page of the paper about itself has an id of its own.
    const { page: administrator } = await signedIn("administrator");
    await administrator.goto("/desk/settings/pages");
    const ownPage = (await administrator.getByRole("list", { name: "Pages in their order" }).getByRole("link").first().getAttribute("href")) ?? "";
    const { page } = who === "visitor" ? await visitor() : await signedIn(who);
    const mayEditAny = who === "editor" || who === "administrator";
    const mail = await someMail(administrator);
    const [person, guest] = [await someCommenter(administrator, "people"), await someCommenter(administrator, "guests")];
    expect((await page.request.get("/desk/nothing-of-the-kind", { maxRedirects: 0, failOnStatusCode: false })).status()).not.toBe(200);
    for (const door of permissionTable.filter((one) => one.kind === "page" || one.surface.endsWith("/state") || one.surface.endsWith("/presence"))) {
      if (!/^\/(desk|account|api)/.test(door.surface)) continue;
      const path = { "/desk/settings/pages/[id]": ownPage, "/desk/mail/[id]": mail, "/desk/comments/people/[id]": person, "/desk/comments/guests/[key]": guest }[door.surface];
      const answer = await page.request.get(path ?? door.surface.replace(/\[(id|articleId)\]/, id), { maxRedirects: 0, failOnStatusCode: false });
      // The status tells: what may not be seen is not there. Without scripts, too, a page says so in words.
      const inside = answer.status() === 200;
      if (answer.status() === 404 && door.kind === "page") expect(await answer.text(), door.surface).toMatch(/There is nothing here for you|slipped its mooring/);
      const expected = door.surface.includes("[id]") && !path ? mayEditAny : door.may.includes(who);
      expect(inside, `${door.surface} for ${who} (${answer.status()})`).toBe(expected);
    }
  });
}

/** The page of somebody who has commented, with an account or as a guest: whoever moderates finds it at a comment. */
async function someCommenter(administrator: Page, kind: "people" | "guests"): Promise<string> {
  for (const place of ["/desk/comments/audit", "/desk/comments", ...["approved", "rejected", "spam", "gone"].map((queue) => `/desk/comments?queue=${queue}`)]) {
    const page = await (await administrator.request.get(place)).text();
    const address = new RegExp(`href="(/desk/comments/${kind}/[^"?#]+)"`).exec(page)?.[1];
    if (address) return address;
  }
  throw new Error(`Nobody of the ${kind} has commented.`);
}

/** Where a mail is read: without a mail server an invitation is one. */
async function someMail(administrator: Page): Promise<string> {
  const mails = administrator.getByRole("table").getByRole("link");
  await administrator.goto("/desk/mail");
  if ((await mails.count()) === 0) {
    await administrator.goto("/desk/people");
    const form = administrator.getByRole("form", { name: "Invite somebody" });
    await form.getByRole("textbox", { name: "Name" }).fill("Mattis Rune");
    await form.getByRole("textbox", { name: "Email" }).fill(`mattis-${Date.now()}@halyard.example`);
    await form.getByRole("button", { name: "Invite" }).click();
    await expect(form.getByRole("status")).toBeVisible();
    await administrator.goto("/desk/mail");
  }
  return (await mails.first().getAttribute("href")) ?? "";
}
