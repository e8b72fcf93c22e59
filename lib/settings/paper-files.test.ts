import robotsParser from "robots-parser";
import { expect, it } from "vitest";
import { parseInput } from "@/lib/core/parse-input";
import { adsProblem, securityProblem, trustProblem } from "@/lib/settings/file-lines";
import { closedToRobots, crawlers, robotsTxt } from "@/lib/settings/crawlers";
import { PaperFilesInput } from "@/lib/settings/paper-files";
import { securityTxt } from "@/lib/settings/security-txt";

it.each(["Contact: mailto:security@paper.example", "contact: https://paper.example/report", "Contact: tel:+45-12-34-56", "Preferred-Languages: en, pt-BR", "Policy: https://paper.example/policy", "Encryption: openpgp4fpr:5f2de5521c63a801ab59ccb603d49de44b29100f"])("security.txt may say %s", (line) => {
  expect(securityProblem(line)).toBeNull();
});

it.each([
  ["Contact mailto:a@b.example", /Field: value/],
  ["Contact: security@paper.example", /https: or mailto:/],
  ["Contact: javascript:alert(1)", /https: or mailto:/],
  ["Contact: http://paper.example/", /https:/],
  ["Expires: 2020-01-01T00:00:00Z", /set for you/],
  ["Preferred-Languages: English please", /codes/],
  ["Bounty: yes", /no field/],
])("security.txt may not say %s", (line, why) => {
  expect(securityProblem(line)).toMatch(why);
});

it.each(["google.com, pub-1234, DIRECT, f08c47fec0942fa0", "adnxs.com,12,reseller # until June", "OWNERDOMAIN=paper.example", "managerdomain = sales.example, DK", "CONTACT=ads@paper.example", "SUBDOMAIN=blogs.paper.example"])("ads.txt may say %s", (line) => {
  expect(adsProblem(line)).toBeNull();
});

it.each([
  ["google, pub-1, DIRECT", /domain/],
  ["google.com, pub-1", /DIRECT or RESELLER/],
  ["google.com, , DIRECT", /account/],
  ["google.com, pub-1, OWNER", /DIRECT or RESELLER/],
  ["google.com, pub-1, DIRECT, a b", /certification/],
  ["OWNER=paper.example", /not known/],
  ["OWNERDOMAIN=https://paper.example", /domain/],
])("ads.txt may not say %s", (line, why) => {
  expect(adsProblem(line)).toMatch(why);
});

it("trust.txt knows its names, whole addresses, and yes or no", () => {
  for (const line of ["member=https://journallist.example/", "social=https://social.example/@paper", "contact=editor@paper.example", "datatrainingallowed=no"]) expect(trustProblem(line), line).toBeNull();
  for (const line of ["member=journallist", "friend=https://a.example/", "datatrainingallowed=perhaps", "member https://a.example/"]) expect(trustProblem(line), line).not.toBeNull();
});

const files = { seen: 0, security: "", ads: "", appAds: "", trust: "", humans: "" };

it("says which line of which file is wrong, and wants one contact", () => {
  const wrong = parseInput(PaperFilesInput, { ...files, security: "# Ours\nPolicy: https://paper.example/policy", ads: "OWNERDOMAIN=paper.example\r\n\r\nnonsense" });
  expect(wrong).toMatchObject({ ok: false, failure: { fields: { security: expect.stringContaining("no Contact"), ads: expect.stringMatching(/^Line 3: /) } } });
  expect(parseInput(PaperFilesInput, files)).toEqual({ ok: true, value: files });
});

it("security.txt expires in the future and within a year, once, and says where it stands", () => {
  const text = securityTxt("Contact: mailto:security@paper.example", "https://paper.example", new Date("2026-11-25T23:00:00Z"));
  expect(text.match(/^Expires: /gm)).toHaveLength(1);
  expect(text).toContain("Expires: 2027-05-24T00:00:00Z\n");
  expect(text).toContain("Canonical: https://paper.example/.well-known/security.txt\n");
  expect(securityTxt("Contact: mailto:a@b.example", "http://localhost:3000", new Date())).not.toContain("Canonical");
});

it("robots.txt closes the same to all, and the whole paper to the robots that the paper refuses", () => {
  const address = "https://paper.example";
  const said = (training: boolean, answers: boolean) => robotsParser(`${address}/robots.txt`, robotsTxt(address, { training, answers }));
  const reads = (robots: ReturnType<typeof said>, who: string, path = "/town/boat") => robots.isAllowed(address + path, who);
  const open = said(true, true);
  expect(open.getSitemaps()).toEqual([`${address}/sitemap.xml`, `${address}/sitemap-news.xml`]);
  for (const who of ["Googlebot", "Googlebot-News", "bingbot", ...crawlers.training, ...crawlers.answers]) {
    expect(reads(open, who), who).toBe(true);
    for (const path of closedToRobots.flatMap((part) => [`/${part}`, `/${part}/x`, `/${part}?q=x`])) expect(reads(open, who, path), `${who} ${path}`).toBe(false);
    for (const path of ["/", "/desk-and-chair", "/accounts", "/welcome-home/first", "/searching", "/apis", "/comments-we-liked", "/saved-by-the-bell", "/town/desk", "/town/search"]) expect(reads(open, who, path), `${who} ${path}`).toBe(true);
  }
  for (const [training, answers] of [[false, true], [true, false], [false, false]] as const) {
    const robots = said(training, answers);
    for (const who of crawlers.training) expect(reads(robots, who), who).toBe(training);
    for (const who of crawlers.answers) expect(reads(robots, who), who).toBe(answers);
    for (const who of ["Googlebot", "Googlebot-News", "bingbot", "Applebot"]) expect(reads(robots, who), who).toBe(true);
    expect(robots.getSitemaps()).toHaveLength(2);
  }
  expect(Buffer.byteLength(robotsTxt(address, { training: false, answers: false }))).toBeLessThan(500 * 1024);
});
