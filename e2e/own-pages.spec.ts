import { expect, expectAccessible, loginOf, test } from "./fixtures";

test("an administrator writes a page about the paper by keyboard; readers get it in the foot, and each version stays", async ({ signedIn, visitor }) => {
  const { page: wim } = await signedIn("administrator", { width: 390 });
  await wim.goto("/desk/settings/sections");
  await wim.getByRole("link", { name: "Pages", exact: true }).click();
  await expect(wim.getByRole("heading", { level: 1, name: "Pages" })).toBeVisible();
  await expectAccessible(wim);
  const begin = wim.getByRole("form", { name: "New page" });
  await begin.getByRole("textbox", { name: "Title" }).fill("How we listen");
  await begin.getByRole("textbox", { name: "Address" }).fill("How we listen");
  await begin.getByRole("textbox", { name: "Address" }).press("Enter");
  await expect(begin.getByText("We suggest “how-we-listen”.").first()).toBeVisible();
  await begin.getByRole("textbox", { name: "Address" }).fill("how-we-listen");
  await begin.getByRole("combobox", { name: "What it is for" }).selectOption({ label: "How readers are heard" });
  await begin.getByRole("button", { name: "Begin the page" }).press("Enter");
  await wim.waitForURL(/\/desk\/settings\/pages\/[0-9a-f-]{36}$/);
  const form = wim.getByRole("form", { name: "Page", exact: true });
  const text = form.getByRole("textbox", { name: "Text" });
  await text.fill("### Too deep\n\nWe read.");
  await form.getByRole("button", { name: "Publish" }).press("Enter");
  await expect(form.getByText(/^“Too deep” is a heading of a lower rank/).first()).toBeVisible();
  await expect(text).toHaveValue("### Too deep\n\nWe read.");
  await wim.getByText("Delete it…").press("Enter");
  await expect(wim.getByRole("button", { name: "Delete the page" })).toBeVisible();
  await expectAccessible(wim);
  await text.fill("We read **every** letter.\n\n## Write to us\n\n- [By mail](mailto:letters@halyard.example)\n- <b>By hand</b>");
  await form.getByRole("button", { name: "Save" }).press("Enter");
  await expect(form.getByRole("status")).toContainText("Version 2 is kept");

  const { page: reader } = await visitor();
  expect((await reader.goto("/about/how-we-listen"))?.status()).toBe(404);
  await form.getByRole("button", { name: "Publish" }).press("Enter");
  await expect(form.getByRole("status")).toContainText("Published at /about/how-we-listen.");
  expect((await reader.reload())?.status()).toBe(200);
  await expect(reader.getByRole("heading", { level: 1 })).toHaveText("How we listen");
  await expect(reader.getByText("<b>By hand</b>"), "what looks like HTML is letters").toBeVisible();
  await expect(reader.getByRole("link", { name: "By mail" })).toHaveAttribute("href", "mailto:letters@halyard.example");
  await expect(reader.getByText("Updated")).toHaveCount(0);
  await expectAccessible(reader);
  const foot = reader.getByRole("contentinfo");
  await expect(foot.getByRole("link", { name: "How we listen" })).toHaveAttribute("href", "/about/how-we-listen");
  const canonical = (await reader.locator('link[rel="canonical"]').getAttribute("href")) ?? "";
  expect(new URL(canonical).pathname).toBe("/about/how-we-listen");
  expect(await (await reader.request.get("/sitemaps/0")).text()).toContain(`<loc>${canonical}</loc>`);

  await text.fill("We read every letter twice.");
  await form.getByRole("button", { name: "Publish" }).press("Enter");
  await expect(wim.getByRole("region", { name: "Version 3" }).getByText("We read every letter twice.")).toBeVisible();
  await reader.reload();
  await expect(reader.getByText("We read every letter twice.")).toBeVisible();
  await expect(reader.getByText("Updated")).toBeVisible();
  await wim.getByRole("link", { name: "Version 2", exact: true }).press("Enter");
  const former = wim.getByRole("region", { name: "Version 2" });
  await expect(former.getByRole("heading", { name: "Write to us" })).toBeVisible();
  await expectAccessible(wim);
  await former.getByRole("button", { name: "Bring back version 2" }).press("Enter");
  await expect(wim.getByRole("region", { name: "Version 4" })).toBeVisible();
  await expect(text).toHaveValue(/^We read \*\*every\*\* letter\.\n/);

  await wim.getByText("Take it off the site…").click();
  await wim.getByRole("button", { name: "Take off the site" }).press("Enter");
  await expect(wim.getByText("Taken off the site · /about/how-we-listen")).toBeVisible();
  expect((await reader.reload())?.status()).toBe(410);
  await expect(reader.getByRole("heading", { level: 1, name: "This page was withdrawn" })).toBeVisible();
  await expect(foot.getByRole("link", { name: "How we listen" })).toHaveCount(0);
});

test("the paper tells machines its policies, each at an address that answers, and pages say what they are", async ({ visitor }) => {
  const { page } = await visitor();
  const told = async (path: string) => {
    await page.goto(path);
    return (await page.locator('script[type="application/ld+json"]').allTextContents()).map((text) => JSON.parse(text) as Record<string, unknown>);
  };
  const [paper] = await told("/");
  expect(paper).toMatchObject({ "@type": "NewsMediaOrganization" });
  for (const policy of ["masthead", "correctionsPolicy"]) {
    const address = String(paper?.[policy]);
    expect(new URL(address).pathname, policy).toMatch(/^\/about\//);
    expect((await page.request.get(address)).status(), policy).toBe(200);
  }
  await page.goto("/about");
  await expect(page).toHaveURL(/\/about\/us$/);
  const [about, trail] = await told("/about/us");
  expect(about).toMatchObject({ "@type": "AboutPage", url: await page.locator('link[rel="canonical"]').getAttribute("href") });
  expect(trail).toMatchObject({ "@type": "BreadcrumbList" });
});

test("without JavaScript a page is begun, deleted, begun again, written and published as well", async ({ visitor }) => {
  const { page } = await visitor({ javaScript: false });
  const { email, password } = loginOf("administrator");
  await page.goto("/sign-in?next=/desk/settings/pages");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  // One that was begun by mistake goes again, and is in nobody's way.
  await page.getByRole("form", { name: "New page" }).getByRole("textbox", { name: "Title" }).fill("By hand");
  await page.getByRole("button", { name: "Begin the page" }).click();
  await page.getByText("Delete it…").click();
  await page.getByRole("button", { name: "Delete the page" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Pages" })).toBeVisible();
  await expect(page.getByRole("link", { name: "By hand" })).toHaveCount(0);
  await page.getByRole("form", { name: "New page" }).getByRole("textbox", { name: "Title" }).fill("By hand");
  await page.getByRole("button", { name: "Begin the page" }).click();
  await page.getByRole("textbox", { name: "Text" }).fill("Set by hand.");
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByRole("status")).toContainText("Published at /about/by-hand.");
  await expect(page.getByText("Delete it…")).toHaveCount(0);
  await page.getByRole("link", { name: "View page" }).click();
  await expect(page.getByText("Set by hand.")).toBeVisible();
});
