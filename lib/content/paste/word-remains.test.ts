import { describe, expect, it } from "vitest";
import { type Clipboard, type Pasted, readClipboard } from "@/lib/content/paste/paste";
import { textNodesOf } from "@/lib/content/references";
import { parseOnServer } from "@/lib/imports/documents/server-tree";

function read(clipboard: Clipboard): Pasted {
  const result = readClipboard(clipboard, { parse: parseOnServer });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const textOf = (pasted: Pasted): string[] => pasted.body.map((block) => textNodesOf(block).map((node) => node.text).join(""));
const word = (body: string): Clipboard => ({ html: `<html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns:w="urn:schemas-microsoft-com:office:word"><body><!--StartFragment-->${body}<!--EndFragment--></body></html>` });

it("joins the letter that Word draws large to its word, also out of the table that it stands in", () => {
  const letter = "<p class=MsoNormal style='page-break-after:avoid;mso-element:dropcap-dropped;mso-element-wrap:around'><span style='font-size:66.0pt'>T<o:p></o:p></span></p>";
  const rest = "<p class=MsoNormal>he harbour was closed.<o:p></o:p></p>";
  expect(textOf(read(word(`<table cellspacing=0 cellpadding=0 align=left><tr><td valign=top>${letter}</td></tr></table>\n${rest}`)))).toEqual(["The harbour was closed."]);
  expect(textOf(read(word(`<div style='mso-element:frame'>${letter}</div>${rest}`)))).toEqual(["The harbour was closed."]);
});

describe("a picture that only the sender's machine has", () => {
  it("leaves what describes it, behind the words that it stood in", () => {
    const pasted = read(word('<p class=MsoNormal>See <img width=300 src="file:///C:/Users/A/clip_image002.png" alt="A bar chart of fares, 2020 to 2026"> there.</p><p class=MsoNormal>Next.</p>'));
    expect(textOf(pasted)).toEqual(["See there.", "A bar chart of fares, 2020 to 2026", "Next."]);
    expect(pasted.receipt.lines.map(({ what }) => what)).toContain("labels");
    expect(textOf(read({ html: '<p>Hello</p><img src="cid:image001.png@01DA" alt="The quay seen from the north">' }))).toEqual(["Hello", "The quay seen from the north"]);
  });

  it("leaves nothing where a machine described it, or a word only names it", () => {
    expect(textOf(read({ html: '<p>Hello</p><p><img src="cid:1" alt="Company logo"><img src="file:///c/2.png" alt="A dog on a quay&#10;&#10;Description automatically generated"></p>' }))).toEqual(["Hello"]);
  });

  it("leaves a formula where it stood, as its author wrote it", () => {
    const formula = "<!--[if gte msEquation 12]><m:oMath><i><span style='font-family:\"Cambria Math\"'><m:r>E</m:r><m:r>=m</m:r></span></i><m:sSup><m:e><m:r>c</m:r></m:e><m:sup><m:r>2</m:r></m:sup></m:sSup></m:oMath><![endif]-->";
    const drawn = '<![if !msEquation]><span style="position:relative"><img width=50 src="file:///C:/image001.png" alt="E=mc²"></span><![endif]>';
    expect(textOf(read(word(`<p class=MsoNormal>Equation: ${formula}${drawn} ends.</p>`)))).toEqual(["Equation: E=mc2 ends."]);
    expect(textOf(read(word(`<p class=MsoNormal>Half: <!--[if gte msEquation 12]><m:oMath><m:f><m:num><m:r>1</m:r></m:num><m:den><m:r>2</m:r></m:den></m:f></m:oMath><![endif]-->.</p>`)))).toEqual(["Half: 1/2."]);
    expect(textOf(read(word(`<p class=MsoNormal>Equation: ${drawn} ends.</p>`)))).toEqual(["Equation: E=mc² ends."]);
  });
});
