import { describe, expect, it } from "vitest";
import { type Clipboard, type Pasted, type PasteOptions, readClipboard } from "@/lib/content/paste/paste";
import { receiptInWords } from "@/lib/content/paste/receipt";
import { textNodesOf } from "@/lib/content/references";
import { parseOnServer } from "@/lib/imports/documents/server-tree";

function read(clipboard: Clipboard, options: Partial<PasteOptions> = {}): Pasted {
  const result = readClipboard(clipboard, { parse: parseOnServer, ownOrigins: ["https://ellery.example"], ...options });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const textOf = (pasted: Pasted): string[] => pasted.body.map((block) => textNodesOf(block).map((node) => node.text).join(""));

describe("too much at once", () => {
  it("is refused in one sentence before anything of it is parsed", () => {
    const result = readClipboard(
      { html: `<p>${"x".repeat(50_000_000)}</p>` },
      {
        parse: () => {
          throw new Error("parsed");
        },
      },
    );
    expect(result).toEqual({ ok: false, failure: { code: "invalid", reason: "too_large", message: "This is 50 MB; at most 20 MB can be pasted at once. Please paste it in parts, or drop the file itself." } });
  });

  it.each<[string, Clipboard]>([
    ["more than two megabytes of words", { html: `<p>${"word ".repeat(500_000)}</p>` }],
    ["more tags than a document has", { html: "<p>a</p>".repeat(60_000) }],
    ["more letters written as names than a document has", { html: `<p>${"&amp;".repeat(100_001)}</p>` }],
    ["more than five hundred blocks", { html: "<p>a</p>".repeat(501) }],
    ["more than two megabytes of text", { text: "word ".repeat(500_000) }],
    ["a list longer than a story", { html: `<ul>${"<li>a</li>".repeat(40_000)}</ul>` }],
  ])("%s are refused in a sentence", (_, clipboard) => {
    const result = readClipboard(clipboard, { parse: parseOnServer });
    expect(result.ok ? "taken" : result.failure.message).toMatch(/^This .+\. Please paste it in parts/);
  });

  it.each([
    ["a line without an end", "![](".repeat(80_000)],
    ["lines that a program broke, without an end", `${"word ".repeat(13)}word\n`.repeat(20_000)],
  ])("%s is answered at once, and stops no tab", (_, text) => {
    const started = performance.now();
    readClipboard({ text }, { parse: parseOnServer, language: "de" });
    expect(performance.now() - started).toBeLessThan(4000);
  });

  it("weighs words and not the pictures that a document carries in itself", () => {
    const picture = `<img alt="The quay" src="data:image/png;base64,${"A".repeat(3_000_000)}">`;
    const pasted = read({ html: `<p>The quay.</p>${picture}` });
    expect(textOf(pasted)).toEqual(["The quay."]);
    expect(pasted.images).toMatchObject([{ alt: "The quay" }]);
    expect(pasted.images[0]?.src.length).toBeGreaterThan(3_000_000);
  });
});

describe("a line that somebody broke within a paragraph", () => {
  const lines = (html: string) => textOf(read({ html }));

  it("goes on in the same paragraph, which two breaks end", () => {
    expect(lines("<p>One line<br>and its <b>second</b>.</p><p>Next.</p>")).toEqual(["One line and its second.", "Next."]);
    expect(lines("<p>One.<br><br>Two.<br> <br/><br>Three,<br>going on.</p>")).toEqual(["One.", "Two.", "Three, going on."]);
    expect(lines("<div>One<br></div><div><br></div><div>Two</div>")).toEqual(["One", "Two"]);
    expect(lines("<blockquote>He said<br>so.<br><br>Twice.</blockquote>")).toEqual(["He said so.Twice."]);
  });

  it("is one of its own where it begins with a mark of a list or is a break, and where its lines are kept as they are", () => {
    expect(lines("<p>Bring:<br>• a coat<br>• a lamp</p>")).toEqual(["Bring:", "a coata lamp"]);
    expect(lines("<p>Bring:<br>- a coat<br>1. a lamp</p>")).toEqual(["Bring:", "- a coat", "1. a lamp"]);
    expect(read({ html: "<p>One.<br>***<br>Two.</p>" }).body.map(({ type }) => type)).toEqual(["paragraph", "sectionBreak", "paragraph"]);
    expect(lines("<pre>One\ntwo</pre>")).toEqual(["One", "two"]);
    expect(lines("<p>The office<br>Phone: 123<br>Mail: a@example.org</p>")).toEqual(["The office", "Phone: 123", "Mail: a@example.org"]);
  });

  it("is one also where a program writes it as a sign of its own, in text as in HTML", () => {
    for (const clipboard of [{ text: "One,\u2028going\u000bon.\u2029Two." }, { html: "<p>One,\u2028going\u000bon.\u2029Two.</p>" }]) expect(textOf(read(clipboard))).toEqual(["One, going on.", "Two."]);
    expect(textOf(read({ text: "One\u2028two\u2029three" }, { as: "bare" }))).toEqual(["One two", "three"]);
    expect(textOf(read({ text: "One\u0085two" }))).toEqual(["One", "two"]);
    expect(textOf(read({ html: "<p>One&#x2028;two&#8233;three\u0085four</p>" }))).toEqual(["One two", "three four"]);
  });

  it("is told of in the receipt", () => {
    expect(receiptInWords(read({ html: "<p>One<br>two<br>three.</p>" }).receipt)).toBe("2 line breaks within paragraphs made spaces");
  });
});

it("keeps a table of figures in a cell of which stands another one, and makes paragraphs of one that only places things", () => {
  const inner = "<table><tr><td>7</td><td>of 9</td></tr><tr><td>late</td><td>2</td></tr></table>";
  const of = (head: string, lines = "class=MsoTableGrid") => read({ html: `<table ${lines}>${head}<tr><td>Monday</td><td>${inner}</td></tr><tr><td>Friday</td><td>3</td></tr></table>` }).body;
  const [table, ...rest] = of("<thead><tr><td>Day</td><td>Boats</td></tr></thead>");
  expect([table?.type, rest.length, table && textNodesOf(table).map((node) => node.text).join(" ")]).toEqual(["table", 0, expect.stringContaining("Monday 7")]);
  expect(JSON.stringify(table)).not.toContain('"table","content":[{"type":"tableRow","content":[{"type":"tableCell","content":[{"type":"table"');
  expect(of("<tr><td>Day</td><td>Boats</td></tr>", "border=0").map(({ type }) => type)).toContain("paragraph");
});

describe("the source", () => {
  it.each<[string, Clipboard, string]>([
    ["text where a program's HTML says no more", { html: "<meta charset='utf-8'><span>one\ntwo</span>", text: "one\ntwo" }, "plain"],
    ["Markdown copied from a code editor", { html: "<meta charset='utf-8'><div style=\"font-family: Menlo, monospace;white-space: pre;\"><div><span>## A heading</span></div><div>and **bold** words</div></div>", text: "## A heading\nand **bold** words" }, "markdown"],
    ["wire copy that a page shows as preformatted text", { html: "<pre>BERLIN (HP) -- One.\n</pre>", text: "BERLIN (HP) -- One.\n" }, "wire"],
    ["a web page", { html: "<p>one</p>", text: "one" }, "web"],
    ["a phrase with a link", { html: '<a href="https://example.org/">one</a>', text: "one" }, "web"],
    ["nothing", {}, "plain"],
  ])("is known: %s", (_, clipboard, source) => {
    expect(read(clipboard).receipt.source).toBe(source);
  });

  it("may be told by the writer: bare text stays bare", () => {
    const pasted = read({ html: "<h1>BERLIN</h1>", text: "BERLIN (HP) — **One**\n- two\n\nhttps://example.org/?utm_source=x" }, { as: "bare" });
    expect(pasted.body).toEqual(["BERLIN (HP) — **One**", "- two", "https://example.org/?utm_source=x"].map((text) => ({ type: "paragraph", content: [{ type: "text", text }] })));
    expect(pasted.receipt.lines).toEqual([]);
  });
});

describe("a piece of our own stories", () => {
  it("keeps its picture, also where somebody has taken the caption away", () => {
    const { body } = read({ html: '<figure data-id="abcdefghij" data-pm-slice="0 0 []" data-asset-id="0190b5a0-0000-7000-8000-00000000f001" data-alt="A ferry"></figure>' });
    expect(body).toMatchObject([{ type: "figure", attrs: { assetId: "0190b5a0-0000-7000-8000-00000000f001", alt: "A ferry" } }]);
  });

  it("that only says that it is one is judged like a stranger's", () => {
    const { body, receipt } = read({ html: '<figure data-id="abcdefghij" data-pm-slice="0 0 []" data-asset-id="x"><figcaption>A</figcaption></figure><div data-embed-id="y" data-url="javascript:alert(1)"></div><p>B</p>' });
    expect(body).toMatchObject([{ type: "paragraph", content: [{ text: "B" }] }]);
    expect(receiptInWords(receipt)).toBe("2 blocks that are not ours left out");
  });
});

describe("the receipt", () => {
  it("names in words what was kept aside, one and many", () => {
    const { receipt } = read({ html: '<p style="color:red">a <a href="https://example.org/?utm_source=x">b</a></p><p style="color:blue"><img src="https://example.org/a.jpg"> c</p><img src="https://example.org/b.jpg"><del>d</del>' });
    expect(receiptInWords(receipt)).toBe("1 deleted passage of tracked changes left out · 2 pictures not taken over · 1 tracked link cleaned · 2 styles");
  });

  it("is empty where everything was taken as it came", () => {
    expect(read({ html: "<h2>One</h2><p>Two <b>three</b>.</p>" }).receipt).toEqual({ source: "web", lines: [] });
  });
});

describe("links", () => {
  const linkOf = (href: string) => textNodesOf(read({ html: `<p><a href="${href}">there</a></p>` }).body[0]).flatMap((node) => node.marks ?? [])[0];

  it.each([
    ["https://example.org/a?utm_source=x&id=7&fbclid=y", "https://example.org/a?id=7"],
    ["https://www.google.com/url?sa=t&amp;url=https%3A%2F%2Fexample.org%2Fa&amp;ved=2", "https://example.org/a"],
    ["https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fexample.org%2Fa%3Fgclid%3D1&amp;data=05", "https://example.org/a"],
    ["https://www.google.com/url?q=https://l.facebook.com/l.php?u=https%253A%252F%252Fexample.org%252Fa", "https://example.org/a"],
    ["https://urldefense.com/v3/__https://example.org/a__;!!x!y$", "https://example.org/a"],
    ["https://www.bing.com/ck/a?!&amp;u=a1aHR0cHM6Ly9leGFtcGxlLm9yZy9h", "https://example.org/a"],
    ["https://example.org/a?at_link_id=x&amp;ns_fee=0&amp;mtm_kwd=y&amp;wt_mc=z&amp;at=7", "https://example.org/a?at=7"],
    ["https://example.org/a?at_night=1&amp;ns_id=2&amp;wt_class=3&amp;stm_id=4&amp;at_medium=x&amp;at_campaign_type=x&amp;ns_source=x&amp;wt_zmc=x&amp;_branch_referrer=x", "https://example.org/a?at_night=1&ns_id=2&wt_class=3&stm_id=4"],
    ["https://youtu.be/abc?si=tracker&amp;t=42", "https://youtu.be/abc?t=42"],
    ["https://example.org/a#:~:text=the%20bell", "https://example.org/a"],
    ["https://ellery.example/town/night-ferry-vote?utm_source=x", "/town/night-ferry-vote"],
    ["mailto:desk@paper.example", "mailto:desk@paper.example"],
  ])("%s leads to %s", (address, goal) => {
    expect(linkOf(address)).toEqual({ type: "link", attrs: { href: goal } });
  });

  it.each(["javascript:alert(1)", "java&#10;script:alert(1)", "&#1;javascript:alert(1)", "data:text/html,x", "vbscript:x", "file:///C:/a", "//evil.example/", "/path", "#top", "https://a:b@evil.example/", "https://www.google.com/url?q=javascript:alert(1)", "https://x.safelinks.protection.outlook.com/?url=data%3Atext%2Fhtml%2Cx"])("%s becomes text, and the receipt says so", (address) => {
    expect(linkOf(address)).toBeUndefined();
    expect(receiptInWords(read({ html: `<p><a href="${address}">there</a></p>` }).receipt)).toContain("1 link that may not or cannot lead anywhere made text");
  });

  it("whose text is their own tracked address show the clean one", () => {
    expect(textOf(read({ html: '<p><a href="https://example.org/?utm_source=x">https://example.org/?utm_source=x</a></p>' }))).toEqual(["https://example.org/"]);
  });
});

describe("letters", () => {
  it.each([
    ["a soft\u00adhyphen and a zero\u200bwidth\ufeff space", "a softhyphen and a zerowidth space"],
    ["non\u00a0breaking and  double   spaces", "non breaking and double spaces"],
    ["312\u00a0000 crowns", "312\u00a0000 crowns"],
    ["Vraiment\u00a0? «\u00a0Oui\u00a0»", "Vraiment\u00a0? «\u00a0Oui\u00a0»"],
    ["می\u200cگویند", "می\u200cگویند"],
    ["lat\u200cin", "latin"],
    ["👩\u200d🚒 at work", "👩\u200d🚒 at work"],
    ["turned \u202eround\u202c", "turned round"],
    ["e\u0301t\u0301", "ét\u0301"],
  ])("%j is set as %j", (pasted, set) => {
    expect(textOf(read({ html: `<p>${pasted}</p>` }))).toEqual([set]);
  });
});

describe("a table", () => {
  const row = (cells: string) => `<tr>${cells}</tr>`;
  it("longer than a hundred rows is divided, each part with the header", () => {
    const pasted = read({ html: `<table>${row("<th>Ward</th><th>Votes</th>")}${Array.from({ length: 150 }, (_, at) => row(`<td>${at}</td><td>1</td>`)).join("")}</table>` });
    expect(pasted.body.map((block) => (block.type === "table" ? [block.content.length, textNodesOf(block.content[0]).map((node) => node.text)] : block.type))).toEqual([
      [100, ["Ward", "Votes"]],
      [52, ["Ward", "Votes"]],
    ]);
    expect(receiptInWords(pasted.receipt)).toBe("1 long table divided");
  });

  it("that a page is built from is read as the paragraphs that it places", () => {
    const pasted = read({ html: `<table role="presentation">${row("<td><h2>One</h2><p>Two</p></td><td><p>Three</p></td>")}</table>` });
    expect(textOf(pasted)).toEqual(["One", "Two", "Three"]);
  });
});

describe("pictures", () => {
  it.each([
    ["IMG_2041.jpg", ""],
    ["DSC 0012", ""],
    ["A ferry. Description automatically generated", ""],
    ["A ferry in the ice", "A ferry in the ice"],
  ])("described as %j are offered as %j: a file's name and a machine's guess describe nothing", (alt, offered) => {
    expect(read({ html: `<img src="https://example.org/a.jpg" alt="${alt}">` }).images).toEqual([{ src: "https://example.org/a.jpg", alt: offered, after: 0 }]);
  });

  it.each([
    ["between two paragraphs", '<p>One.</p><p><img src="https://example.org/a.jpg"></p><p>Two.</p>', 1],
    ["in the midst of one, behind it", '<p>One <img src="https://example.org/a.jpg"> goes on.</p><p>Two.</p>', 1],
    ["at the beginning of one, before it", '<p>One.</p><p><img src="https://example.org/a.jpg">Two.</p>', 1],
    ["before everything", '<figure><img src="https://example.org/a.jpg"><figcaption>A</figcaption></figure><p>One.</p>', 0],
    ["in a list, behind that", '<p>One.</p><ul><li>a<img src="https://example.org/a.jpg"></li><li>b</li></ul><p>Two.</p>', 2],
    ["in a cell, behind the table", '<p>One.</p><table><tr><td>a</td><td><img src="https://example.org/a.jpg"></td></tr><tr><td>b</td><td>c</td></tr></table><p>Two.</p>', 2],
    ["in a table that only lays out", '<table><tr><td><h2>One</h2></td></tr><tr><td>Two.<img src="https://example.org/a.jpg"></td></tr><tr><td>Three.</td></tr></table>', 2],
    ["behind bullets that somebody typed, behind their list", '<p>One.</p><p>• a</p><p>• b</p><img src="https://example.org/a.jpg"><p>Two.</p>', 2],
    ["between bullets that somebody typed, behind their list", '<p>One.</p><p>• a</p><img src="https://example.org/a.jpg"><p>• b</p><p>Two.</p>', 2],
    ["behind what follows such a list", '<p>• a</p><p>• b</p><p>One.</p><img src="https://example.org/a.jpg"><p>Two.</p>', 2],
    ["behind a break that is left out", '<hr><p>One.</p><hr><hr><img src="https://example.org/a.jpg"><p>Two.</p>', 2],
  ])("are offered where they stood: %s", (_, html, after) => {
    expect(read({ html }).images.map((image) => image.after)).toEqual([after]);
  });

  it("that cannot be had leave their caption behind, and films and drawings the words that stand for them", () => {
    const texts = (html: string) => textOf(read({ html }));
    expect(texts('<p>One.</p><figure><img src="blob:https://example.org/1"><figcaption>The quay by night.</figcaption></figure>')).toEqual(["One.", "The quay by night."]);
    expect(texts('<figure><video poster="p.jpg"><source src="https://example.org/quay.mp4"><track kind="captions" src="c.vtt"><img src="https://example.org/p.jpg"></video><figcaption>The quay, filmed.</figcaption></figure>')).toEqual(["https://example.org/quay.mp4", "The quay, filmed."]);
    expect(texts('<video aria-label="A ferry leaves the quay" src="https://example.org/quay.mp4"></video>')).toEqual(["https://example.org/quay.mp4", "A ferry leaves the quay"]);
    expect(texts('<p>One.</p><div role="img" aria-label="Passengers fell by half in a year"></div><svg aria-label="Votes by ward, as bars"><path/></svg><a href="https://example.org/"><svg aria-label="Opens in a new tab"></svg>Link</a>')).toEqual(["One.", "Passengers fell by half in a year", "Votes by ward, as bars", "Link"]);
    const film = read({ html: '<p>x</p><video src="https://example.org/quay.mp4"><track kind="captions" src="c.vtt"></video>' });
    expect(film.receipt.lines.map((line) => line.what)).toEqual(["embeds", "captions"]);
  });

  it("that count readers are not even told", () => {
    expect(read({ html: '<p>x<img src="https://t.example/p.gif" width="1" height="1"></p>' }).receipt.lines).toEqual([]);
  });
});

describe("words out of the middle of a line", () => {
  it("keep the space that parted them from the next; whole lines do not", () => {
    expect(textOf(read({ text: " two words " }))).toEqual([" two words "]);
    expect(textOf(read({ text: "a line \n\nand another " }))).toEqual(["a line", "and another"]);
  });
});

it.each([["with a dateline", "Nachtfähre bleibt =\n\nPort Ellery (hpa) - Sie fährt weiter.\n"], ["without one", "Kommunen/Verkehr/Fähre/\nEil\nNachtfähre bleibt = \n\nSie fährt weiter.\n"]])("moves a wire's headline out of the story, %s", (_, copy) => {
  const pasted = read({ text: copy });
  expect(textOf(pasted)).toEqual(["Sie fährt weiter."]);
  expect([pasted.fields?.headline, pasted.aside?.[0]]).toEqual(["Nachtfähre bleibt", "Headline: Nachtfähre bleibt"]);
});

describe("marks of a wire", () => {
  const copy = (mark: string) => read({ text: `PORT ELLERY, Nov 24 (Reuters) - The council kept the boat on Tuesday.\n\nIt sails.\n\n${mark}\n\nBo Quill, 020 7946 0123` });

  it.each(["***ENDS***", "-ends-", "/ENDS", "END//", "~ ENDS ~", "-0-", "--30--", "EOM", "ENDIT", "(END)", "ENDS.", "Ends…", "[ENDS]", "// ENDS //", "# # #", "- FIN -", "ENDE DER MELDUNG", "END OF STORY"])("%s closes the text; what stands below is for the desk", (mark) => {
    const pasted = copy(mark);
    expect(textOf(pasted)).toEqual(["The council kept the boat on Tuesday.", "It sails."]);
    expect(pasted.aside).toContain("Bo Quill, 020 7946 0123");
  });

  it.each(["(MORE)", "--more--", "MORE TO FOLLOW", "(more follows)", "more...", "/more", "[MORE]", "MTF", "mfl", "(FORTSETZUNG FOLGT)", "(à suivre)", "(sigue)"])("%s goes, and the text goes on", (mark) => {
    expect(textOf(copy(mark))).toEqual(["The council kept the boat on Tuesday.", "It sails.", "Bo Quill, 020 7946 0123"]);
  });

  it.each(["Ende", "more", "More boats", "Fin whales", "Ends meet here"])("%s is a word of the text", (words) => {
    expect(textOf(copy(`${words} and more of it are seen`))).toContain(`${words} and more of it are seen`);
  });
});

it("makes paragraphs and a list of a short text whose lines were broken, with the list right under a paragraph", () => {
  const pasted = read({
    text: "The council set out three demands on Monday, among them more\nboats and lower fares for those who live on the islands all year:\n• that the company runs at least four boats a day also in winter, and\ntells its passengers by noon when one is cancelled;\n• that fares are frozen until the end of 2027;\n• that the quay is mended.\nThe company had no comment on the demands when it was asked on\nMonday evening, its spokesman said.\n",
  });
  expect(pasted.body.map((block) => block.type)).toEqual(["paragraph", "bulletList", "paragraph"]);
  expect(textOf(pasted)[0]).toBe("The council set out three demands on Monday, among them more boats and lower fares for those who live on the islands all year:");
  expect(textOf(pasted)[2]).toBe("The company had no comment on the demands when it was asked on Monday evening, its spokesman said.");
  expect(pasted.body[1]?.type === "bulletList" && pasted.body[1].content).toHaveLength(3);
});
