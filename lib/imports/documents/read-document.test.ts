import { deflateRawSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import type { Pasted } from "@/lib/content/paste/paste";
import { receiptInWords } from "@/lib/content/paste/receipt";
import { textNodesOf } from "@/lib/content/references";
import { archiveLimits, openArchive, writeArchive } from "@/lib/imports/documents/archive";
import { docxOf, wordParagraph } from "@/lib/imports/documents/docx-fixture";
import { readDocument } from "@/lib/imports/documents/read-document";

async function read(bytes: Uint8Array, name = "story.docx"): Promise<Pasted> {
  const result = await readDocument({ name, bytes }, { ownOrigins: ["https://ellery.example"] });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

async function refusal(bytes: Uint8Array, name = "story.docx"): Promise<string> {
  const result = await readDocument({ name, bytes });
  return result.ok ? "taken" : result.failure.message;
}

const relation = (id: string, type: string, target: string, more = "") => `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}" ${more}/>`;
const listItem = (text: string, level: number) => `<w:p><w:pPr><w:pStyle w:val="ListParagraph"/><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
const numbering = `<w:abstractNum w:abstractNumId="0">${[0, 1, 2, 3].map((level) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/></w:lvl>`).join("")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`;
const pixel = Buffer.from("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==", "base64");

/** Sets what the directory of an archive says about the one part it holds. */
function packed(name: string, data: Uint8Array, says: { unpacked?: number; flags?: number } = {}): Uint8Array {
  const content = deflateRawSync(data);
  const archive = writeArchive(new Map([[name, content]]));
  const central = archive.lastIndexOf(Buffer.from("PK\u0001\u0002", "latin1"));
  archive.writeUInt16LE(8, central + 10);
  archive.writeUInt32LE(says.unpacked ?? data.byteLength, central + 24);
  archive.writeUInt16LE(says.flags ?? 0, central + 8);
  return archive;
}

describe("a Word document", () => {
  it("keeps the letters of its formulas where they stood", async () => {
    const formula = '<m:oMath><m:r><w:rPr/><m:t>E=m</m:t></m:r><m:sSup><m:sSupPr><m:ctrlPr/></m:sSupPr><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath>';
    const { body } = await read(docxOf({ document: `<w:p><w:r><w:t xml:space="preserve">So </w:t></w:r>${formula}<w:r><w:t xml:space="preserve"> it is.</w:t></w:r></w:p>` }));
    expect(body).toEqual([{ type: "paragraph", content: [{ type: "text", text: "So E=mc" }, { type: "text", text: "2", marks: [{ type: "superscript" }] }, { type: "text", text: " it is." }] }]);
  });

  it("comes in with headings, lists, tables, links, notes and quotations; the receipt names what stayed behind", async () => {
    const pasted = await read(
      docxOf({
        numbering,
        relations: relation("h1", "hyperlink", "https://example.org/a?utm_source=word", 'TargetMode="External"') + relation("p1", "image", "media/image1.png"),
        media: { "image1.png": pixel },
        footnotes: '<w:footnote w:id="2"><w:p><w:r><w:t>Minutes, 1911.</w:t></w:r></w:p></w:footnote>',
        comments: '<w:comment w:id="0" w:author="Tomas"><w:p><w:r><w:t>Sure?</w:t></w:r></w:p></w:comment>',
        document: [
          wordParagraph("The last boat home", "Title"),
          '<w:p><w:r><w:t xml:space="preserve">It never </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>paid</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:del w:id="9" w:author="T"><w:r><w:delText>much</w:delText></w:r></w:del><w:ins w:id="8" w:author="T"><w:r><w:t>, they say</w:t></w:r></w:ins><w:r><w:commentReference w:id="0"/></w:r><w:r><w:t xml:space="preserve">; see </w:t></w:r><w:hyperlink r:id="h1"><w:r><w:t>the notice</w:t></w:r></w:hyperlink></w:p>',
          wordParagraph("A vote", "Heading2"),
          listItem("one", 0),
          listItem("one and a half", 1),
          listItem("two", 0),
          wordParagraph("It is simply ours.", "Quote"),
          '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="1" name="Picture 1" descr="The quay at night"/><a:graphic><a:graphicData><pic:pic><pic:blipFill><a:blip r:embed="p1"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>',
          `<w:tbl>${[["Day", "Passengers"], ["Friday", "122"]].map((row) => `<w:tr>${row.map((cell) => `<w:tc>${wordParagraph(cell)}</w:tc>`).join("")}</w:tr>`).join("")}</w:tbl>`,
        ].join(""),
      }),
    );
    expect(pasted.body.map((block) => [block.type, textNodesOf(block).map((node) => node.text).join("|")])).toEqual([
      ["heading", "The last boat home"],
      ["paragraph", "It never |paid|[1]|, they say; see |the notice"],
      ["heading", "A vote"],
      ["bulletList", "one|one and a half|two"],
      ["blockquote", "It is simply ours."],
      ["table", "Day|Passengers|Friday|122"],
      ["sectionBreak", ""],
      ["paragraph", "[1] Minutes, 1911."],
    ]);
    expect(pasted.images).toMatchObject([{ alt: "The quay at night" }]);
    expect(receiptInWords(pasted.receipt)).toBe("1 deleted passage of tracked changes left out · 1 inserted passage of tracked changes kept as text · 1 comment left out · 1 footnote put at the end · 1 picture not taken over · 1 tracked link cleaned · 1 heading given a level that the story has");
  });

  it("says all that Word shows: list numbers across the text between, links of every kind of field, breaks, outline levels; nothing hidden", async () => {
    const level = (at: number, format: string, start: number) => `<w:lvl w:ilvl="${at}"><w:start w:val="${start}"/><w:numFmt w:val="${format}"/></w:lvl>`;
    const item = (text: string, at: number, list: number) => listItem(text, at).replace('<w:numId w:val="1"/>', `<w:numId w:val="${list}"/>`);
    const run = (text: string, properties = "") => `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
    const mark = (kind: string) => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`;
    const pasted = await read(
      docxOf({
        styles: '<w:style w:type="paragraph" w:styleId="berschrift2"><w:name w:val="Überschrift 2"/></w:style><w:style w:type="paragraph" w:styleId="Zwischenzeile"><w:name w:val="Zwischenzeile"/><w:basedOn w:val="berschrift2"/></w:style><w:style w:type="paragraph" w:styleId="Zitat"><w:name w:val="Zitat"/></w:style><w:style w:type="paragraph" w:styleId="Zahl"><w:name w:val="Zahl"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Verzeichnis1"><w:name w:val="toc 1"/></w:style>',
        numbering: `<w:abstractNum w:abstractNumId="0">${level(0, "decimal", 4)}${level(1, "lowerLetter", 1)}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>`,
        document: [
          wordParagraph("Die Gebühr", "berschrift2"),
          wordParagraph("Wer zahlt", "Zwischenzeile"),
          '<w:p><w:pPr><w:outlineLvl w:val="2"/></w:pPr><w:r><w:t>Im Umriss</w:t></w:r></w:p>',
          wordParagraph("Nie wieder.", "Zitat"),
          item("vier", 0, 1),
          item("a", 1, 1),
          item("fünf", 0, 1),
          wordParagraph("Dazwischen."),
          item("sechs", 0, 1),
          item("neun", 0, 2),
          wordParagraph("zehn", "Zahl"),
          wordParagraph("Die Gebühr 3", "Verzeichnis1"),
          `<w:p>${run("Siehe ")}<w:fldSimple w:instr=' HYPERLINK "https://one.example/?utm_source=x" '>${run("eins")}</w:fldSimple>${run(", ")}${mark("begin")}<w:r><w:instrText> HYPERLINK "https://two.example/" \\o "Tipp" </w:instrText></w:r>${mark("separate")}${run("zwei")}${mark("end")}${run(", Seite ")}<w:fldSimple w:instr=" PAGEREF x ">${run("3")}</w:fldSimple>${run(" geheim", "<w:vanish/>")}${run(" offen", '<w:vanish w:val="0"/><w:rPrChange w:id="1" w:author="x"><w:rPr><w:vanish/></w:rPr></w:rPrChange>')}<w:r><w:br w:type="page"/></w:r>${run("Neue Seite")}</w:p>`,
        ].join(""),
      }),
    );
    expect(pasted.body).toMatchObject([
      { type: "heading", attrs: { level: 2 } },
      { type: "heading", attrs: { level: 2 } },
      { type: "heading", attrs: { level: 3 } },
      { type: "blockquote" },
      { type: "orderedList", attrs: { start: 4 }, content: [{ content: [{}, { type: "orderedList" }] }, {}] },
      { type: "paragraph" },
      { type: "orderedList", attrs: { start: 6 }, content: [{}] },
      { type: "orderedList", attrs: { start: 9 }, content: [{}, {}] },
      { type: "paragraph" },
      { type: "paragraph" },
    ]);
    expect(pasted.body.slice(-2).flatMap(textNodesOf).map((node) => [node.text, node.marks?.[0]?.type === "link" ? node.marks[0].attrs.href : ""].join(""))).toEqual(["Siehe ", "einshttps://one.example/", ", ", "zweihttps://two.example/", ", Seite 3 offen", "Neue Seite"]);
    expect(receiptInWords(pasted.receipt)).toContain("1 hidden passage left out");
    expect(receiptInWords(pasted.receipt)).toContain("1 line of a table of contents left out");
  });

  it("counts a deleted passage, and not the mark of the paragraph that went with it", async () => {
    const gone = (text: string) => `<w:del w:id="1" w:author="T"><w:r><w:delText>${text}</w:delText></w:r></w:del>`;
    const { body, receipt } = await read(docxOf({ document: `<w:p><w:pPr><w:rPr><w:del w:id="2" w:author="T"/></w:rPr></w:pPr><w:r><w:t xml:space="preserve">It sails </w:t></w:r></w:p><w:p><w:r><w:t>at nine.</w:t></w:r>${gone(" Or ten.")}</w:p>` }));
    expect(body.flatMap(textNodesOf).map((node) => node.text)).toEqual(["It sails at nine."]);
    expect(receiptInWords(receipt)).toBe("1 deleted passage of tracked changes left out");
  });

  it("keeps its table as one where a cell of it holds another", async () => {
    const row = (...cells: string[]) => `<w:tr>${cells.map((cell) => `<w:tc>${cell}</w:tc>`).join("")}</w:tr>`;
    const inner = `<w:tbl>${row(wordParagraph("7"), wordParagraph("of 9"))}</w:tbl><w:p/>`;
    const { body } = await read(docxOf({ document: `<w:tbl>${row(wordParagraph("Day"), wordParagraph("Boats"))}${row(wordParagraph("Monday"), inner)}${row(wordParagraph("Friday"), wordParagraph("3"))}</w:tbl>` }));
    expect(body.map((block) => [block.type, textNodesOf(block).map((node) => node.text).join("|")])).toEqual([["table", "Day|Boats|Monday|7; of 9|Friday|3"]]);
  });

  it("keeps the numbers that Word shows before headings, as text", async () => {
    const level = (at: number, pattern: string, format = "decimal") => `<w:lvl w:ilvl="${at}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${pattern}"/></w:lvl>`;
    const style = (id: string, name: string, at: number) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:pPr><w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="1"/></w:numPr></w:pPr></w:style>`;
    const own = (text: string, list: number) => `<w:p><w:pPr><w:pStyle w:val="Heading2"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="${list}"/></w:numPr></w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`;
    const pasted = await read(
      docxOf({
        styles: style("Part", "heading 2", 0) + style("Chapter", "heading 3", 1),
        numbering: `<w:abstractNum w:abstractNumId="0">${level(0, "%1.")}${level(1, "%1.%2")}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:abstractNum w:abstractNumId="1">${level(0, "%1)", "upperRoman")}</w:abstractNum><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>`,
        document: [wordParagraph("The fee", "Part"), wordParagraph("Who pays", "Chapter"), wordParagraph("Who does not", "Chapter"), wordParagraph("The boats", "Part"), wordParagraph("Nights", "Chapter"), own("An annex", 2), own("None", 0), wordParagraph("Not numbered", "Heading2")].join(""),
      }),
    );
    expect(pasted.body.map((block) => textNodesOf(block).map((node) => node.text).join(""))).toEqual(["1. The fee", "1.1 Who pays", "1.2 Who does not", "2. The boats", "2.1 Nights", "I) An annex", "None", "Not numbered"]);
    expect(pasted.body.every((block) => block.type === "heading")).toBe(true);
  });

  it.each([["w:num"], ["w:style"], ["w:r"], ["w:pPr"], ["w:fldSimple"], ["w:pPrChange"], ["w:p"]])("in which %s is opened without end is answered at once", async (name) => {
    const started = performance.now();
    const open = `<${name}>`.repeat(300_000);
    await refusal(docxOf({ document: open, numbering: `${open}</${name}>`, styles: `${open}</${name}>` }));
    expect(performance.now() - started).toBeLessThan(5000);
  });

  it.each<[string, () => Uint8Array, RegExp]>([
    ["that unpacks to more than fifty megabytes", () => packed("word/document.xml", Buffer.alloc(60_000_000, 32)), /unpacks to more/],
    ["that says it is small and unpacks without end", () => packed("word/document.xml", Buffer.alloc(60_000_000, 32), { unpacked: 1000 }), /unpacks to more/],
    ["of more parts than any document has", () => writeArchive(new Map(Array.from({ length: archiveLimits.entries + 1 }, (_, at) => [`word/media/${at}.png`, new Uint8Array()]))), /unpacks to more/],
    ["whose text alone is longer than a story", () => docxOf({ document: wordParagraph("x".repeat(9_000_000)) }), /longer than a story/],
    ["of more blocks than a story", () => docxOf({ document: wordParagraph("x").repeat(1600) }), /at most 1500/],
    ["with a password of the archive's own", () => packed("word/document.xml", Buffer.from("<x/>"), { flags: 1 }), /password/],
    ["of the old kind", () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), /save it as \.docx/],
    ["that is a zip file of something else", () => writeArchive(new Map([["mimetype", Buffer.from("application/vnd.oasis.opendocument.text")]])), /no Word document/],
    ["that is cut off", () => docxOf({ document: wordParagraph("x") }).subarray(0, 900), /damaged/],
    ["whose directory points outside of it", () => {
      const archive = Buffer.from(docxOf({ document: "" }));
      archive.writeUInt32LE(0xffffff, archive.length - 6);
      return archive;
    }, /damaged/],
    ["whose parts are not where it says", () => {
      const archive = Buffer.from(docxOf({ document: "" }));
      archive.writeUInt32LE(7, archive.lastIndexOf(Buffer.from("PK\u0001\u0002", "latin1")) + 42);
      return archive;
    }, /damaged/],
    ["whose markup is broken", () => docxOf({ document: "<w:p><w:r>" }), /cannot be read/],
    ["that declares entities", () => writeArchive(new Map([["word/document.xml", Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><w:document/>')]])), /cannot be read/],
    ["that is nested without end", () => docxOf({ document: `${"<w:tbl><w:tr><w:tc>".repeat(20_000)}${"</w:tc></w:tr></w:tbl>".repeat(20_000)}` }), /cannot be read/],
    ["that is larger than ten megabytes", () => new Uint8Array(10_000_001), /larger than 10 MB/],
    ["that is empty", () => new Uint8Array(), /empty/],
  ])("%s is refused in a sentence", async (_, bytes, sentence) => {
    expect(await refusal(bytes())).toMatch(sentence);
  });

  it("never unpacks what no story needs: macros, templates, embedded files", () => {
    const archive = packed("word/vbaProject.bin", Buffer.from("x"));
    const opened = openArchive(archive, () => false);
    expect(opened.ok && opened.value.size).toBe(0);
  });

  it("with paths that lead out of it is read without them", async () => {
    const parts = writeArchive(new Map([["../../etc/passwd", Buffer.from("x")], ["word/../../x.xml", Buffer.from("x")]]));
    expect(await refusal(parts)).toMatch(/no Word document/);
  });
});

describe("a file", () => {
  const sayings = 'She said "no" -- and that was that... it\'s over.';

  it.each([
    ["story.docx", docxOf({ document: wordParagraph(sayings.replaceAll('"', "&quot;")) })],
    ["story.md", Buffer.from(`${sayings}\n`)],
    ["story.txt", Buffer.from(`${sayings}\n`)],
  ])("called %s is set as the story's language sets it, and the receipt counts", async (name, bytes) => {
    const set = async (language: "en" | "de") => {
      const result = await readDocument({ name, bytes }, { language });
      return result.ok ? [result.value.body.flatMap(textNodesOf).map((node) => node.text).join(""), receiptInWords(result.value.receipt)] : result.failure;
    };
    expect(await set("en")).toEqual(["She said “no” – and that was that… it’s over.", expect.stringContaining("5")]);
    expect(await set("de")).toEqual(["She said „no“ – and that was that… it’s over.", expect.stringContaining("5")]);
  });
});

describe("a file of text", () => {
  it("in Markdown comes in as blocks, its front matter beside them", async () => {
    const pasted = await read(Buffer.from("\ufeff---\ntitle: x\n---\n# One\n\n- two\n  - three\n"), "story.md");
    expect(pasted.body.map((block) => block.type)).toEqual(["heading", "bulletList"]);
    expect(pasted.aside).toEqual(["title: x"]);
  });

  it("that is rich text, whatever it is called, is refused by its name and not shown with its codes", async () => {
    for (const name of ["story.txt", "story.md", "story.docx", "story.doc"]) expect(await refusal(Buffer.from("{\\rtf1\\ansi The {\\b night} ferry.}"), name)).toMatch(/rich text \(RTF\).+save it as \.docx/);
  });

  it("of a wire is taken apart", async () => {
    expect((await read(Buffer.from("SKERRY (HP) -- The clock stopped.\nENDS\n"), "wire.txt")).fields).toEqual({ dateline: "Skerry", credit: "HP" });
  });

  it.each([
    ["Windows", Buffer.from("Geb\u00fchr \u2013 3 \u20ac".replace("\u2013", "\u0096").replace("\u20ac", "\u0080"), "latin1")],
    ["Unicode of two bytes", Buffer.from("\ufeffGebühr – 3 €", "utf16le")],
  ])("as %s writes it is read with its letters", async (_, bytes) => {
    expect((await read(bytes, "note.txt")).body.flatMap(textNodesOf).map((node) => node.text)).toEqual(["Gebühr – 3 €"]);
  });

  it.each([
    ["story.doc", Buffer.from("<html><body>A page</body></html>")],
    ["story.md", Buffer.from([0xff, 0xfe, 0x41])],
    ["story.exe", Buffer.from("text")],
    ["story.md", Buffer.from("a\u0000b")],
    ["story.pdf", Buffer.from("%PDF-1.7")],
  ])("called %s that is none is refused in a sentence", async (name, bytes) => {
    expect(await refusal(bytes, name)).toMatch(/^Only Word documents/);
  });
});
