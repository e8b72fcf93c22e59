import { describe, expect, it } from "vitest";
import { drawingTooLarge, mostOfADrawing, mostOfADrawingInWords } from "@/lib/settings/drawings";
import { safeSvg } from "@/lib/settings/safe-svg";

const ns = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"';
const drawing = (inside: string, root = "") => `<svg ${ns} viewBox="0 0 400 80" ${root}>${inside}</svg>`;
const made = (source: string) => {
  const result = safeSvg(source);
  return "svg" in result ? result : { svg: "", leftOut: [], ...result };
};
const problemOf = (source: string) => {
  const result = safeSvg(source);
  return "problem" in result ? result.problem : null;
};
const shape = '<path d="M0 0h400v80z"/>';

describe("a drawing", () => {
  it("keeps what draws, made anew", () => {
    const source = `<?xml version="1.0"?><!-- drawn by hand -->${drawing(`<title>A &amp; B</title><defs><linearGradient id="a" x1="0%" gradientTransform="rotate(20)"><stop offset=".5" stop-color="#C00"/></linearGradient><clipPath id="c"><rect width="10" height="9"/></clipPath></defs><g transform="translate(1, -2) scale(.5)" clip-path="url(#c)"><path d="M0,0 C1e-3 2 3 4 5 6z" fill="url('#a')" style="fill-rule:evenodd; stroke: rgb(1, 2, 3)"/><circle cx="4" cy="4" r="3"/></g>`, 'width="100%" height="20px"')}`;
    expect(safeSvg(source)).toEqual({
      svg: '<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80" viewBox="0 0 400 80"><title>A &amp; B</title><defs><linearGradient id="a" x1="0%" gradientTransform="rotate(20)"><stop offset=".5" stop-color="#C00"/></linearGradient><clipPath id="c"><rect width="10" height="9"/></clipPath></defs><g transform="translate(1, -2) scale(.5)" clip-path="url(#c)"><path d="M0,0 C1e-3 2 3 4 5 6z" fill="url(\'#a\')" fill-rule="evenodd" stroke="rgb(1, 2, 3)"/><circle cx="4" cy="4" r="3"/></g></svg>',
      width: 400,
      height: 80,
      leftOut: [],
    });
  });

  it.each([
    ["a transform by style is kept as an attribute", '<g transform="scale(9)" style="transform:translate(10px, -2.5px) rotate(20deg) scaleX(.5)"><path d="M0 0h9"/></g>', '<g transform="translate(10 -2.5) rotate(20) scale(.5 1)"><path d="M0 0h9"/></g>'],
    ["what is important counts, however early it stands", '<path d="M0 0h9" style="fill:red!important;fill:blue;stroke:lime ! important"/>', '<path d="M0 0h9" fill="red" stroke="lime"/>'],
    ["a comment between is none of it", '<path d="M0 0h9" style="/* a; b */fill:red;/**/stroke:lime"/>', '<path d="M0 0h9" fill="red" stroke="lime"/>'],
    ["what sets nothing is left out", '<path d="M0 0h9" filter="none" style="mix-blend-mode:normal;mask:none;transform:none;paint-order:normal;font-family:Serif;-inkscape-stroke:none"/>', '<path d="M0 0h9"/>'],
  ])("keeps truly what its style says: %s", (_, inside, kept) => {
    expect(made(drawing(inside)).svg).toBe(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80" viewBox="0 0 400 80">${kept}</svg>`);
  });

  it.each([
    ["shapes that only stand ready", `<defs>${shape}</defs>`],
    ["a clip", `<clipPath id="c">${shape}</clipPath>`],
    ["shapes that are not displayed", `<g style="display:none">${shape}</g>`],
    ["hidden shapes", `<g visibility="hidden"><g>${shape}</g></g>`],
    ["shapes one sees through", `<g opacity="0.0">${shape}</g>`],
  ])("has nothing to see in %s", (_, inside) => {
    expect(problemOf(drawing(inside))).toContain("nothing to see");
    expect(problemOf(drawing(inside + shape))).toBeNull();
  });

  it("is seen where something hidden is made visible again", () => {
    expect(problemOf(drawing(`<g visibility="hidden"><g visibility="visible">${shape}</g></g>`))).toBeNull();
  });

  it("is the same when it is made anew again", () => {
    const once = made(drawing(`<g style="fill:red"><title>“Sea” &lt;b&gt;</title>${shape}</g>`));
    expect(made(once.svg).svg).toBe(once.svg);
  });
});

describe("what is hostile", () => {
  it.each([
    ["a script", "<script>alert(1)</script>", "script"],
    ["a script in CDATA", "<script><![CDATA[alert(1)]]></script>", "script"],
    ["a script of another prefix", '<svg:script xmlns:svg="http://www.w3.org/2000/svg">alert(1)</svg:script>', "svg:script"],
    ["an event", '<g onload="alert(1)"/>', "onload"],
    ["an event in capitals", '<g ONCLICK="alert(1)"/>', "ONCLICK"],
    ["an animation that sets one", '<set attributeName="onload" to="alert(1)"/>', "set"],
    ["a reference of a shape", '<path href="#a" d="M0 0"/>', "href"],
    ["a style with an import", "<g style=\"background-image:url('//evil.example')\"/>", "background-image"],
    ["a cursor", '<g cursor="url(//evil.example)"/>', "cursor"],
    ["an attribute of every object", '<g constructor="a" __proto__="b" toString="c"/>', "constructor"],
    ["a base and a language", '<g xml:base="https://evil.example/" />', null],
    ["another namespace", '<g xmlns="http://www.w3.org/1999/xhtml" xmlns:x="y" x:onload="alert(1)"/>', null],
    ["an instruction", '<?xml-stylesheet href="https://evil.example/a.css"?>', null],
    ["text between shapes", "<![CDATA[<script>alert(1)</script>]]>&lt;script&gt;alert(1)", null],
    ["a page in a title", "<title><![CDATA[</title><script>alert(1)</script>]]></title>", null],
    ["an end that comes early", '</svg><script>alert(1)</script><svg onload="alert(1)">', null],
  ])("%s is left out", (_, inside, leftOut) => {
    const { svg, leftOut: said } = made(drawing(shape + inside));
    expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="400" height="80" viewBox="0 0 400 80"><path d="M0 0h400v80z"\/>/);
    expect(svg.replace(/<title>[^<]*<\/title>/g, "").slice(40)).not.toMatch(/alert|evil|script|on\w+=|style|javascript|data:|xlink|xmlns|href=|<!|<\?/i);
    if (leftOut) expect(said).toContain(leftOut);
  });

  it.each([
    ["an address elsewhere", '<linearGradient xlink:href="https://evil.example/a.svg#b"/>', "href"],
    ["a script as an address", '<linearGradient href="javascript:alert(1)"/>', "href"],
    ["data as an address", '<radialGradient xlink:href="data:image/svg+xml,&lt;svg/&gt;"/>', "href"],
    ["a style that fetches", '<g style="fill:url(https://evil.example/a)"/>', "fill"],
    ["a style hidden by escapes", '<g style="fill:u\\72l(//evil.example)"/>', "fill"],
    ["a style hidden by a comment", '<g style="fill:ur/**/l(//evil.example)"/>', "fill"],
    ["a paint that fetches", '<g fill="url(//evil.example#a)"/>', "fill"],
    ["a paint that fetches by two", '<g fill="url(#a) url(//evil.example)"/>', "fill"],
    ["a clip within a clip", '<clipPath id="a"><path clip-path="url(#b)" d="M0 0"/></clipPath>', "clip-path"],
    ["a filter", '<g filter="url(#f)"/>', "filter"],
    ["a mask in a style", '<g style="mask:url(#m)"/>', "mask"],
    ["a blend mode", '<g style="mix-blend-mode:multiply"/>', "mix-blend-mode"],
    ["a shape that a style moves", '<circle style="cx:40px" r="3"/>', "cx"],
    ["another origin of a transform", '<g style="transform-origin:50% 50%;transform:rotate(20deg)"/>', "transform-origin"],
    ["a transform in three dimensions", '<g style="transform:rotate3d(1,0,0,20deg)"/>', "transform"],
    ["a transform in parts of itself", '<g style="transform:translate(50%)"/>', "transform"],
    ["a transform of a gradient by style", '<linearGradient id="a" style="transform:rotate(20deg)"/>', "transform"],
    ["a property hidden by escapes", '<g style="f\\69ll:red"/>', "f\\69ll"],
    ["a mark at each end", '<path d="M0 0" marker-end="url(#m)"/>', "marker-end"],
    ["what is seen in some languages alone", '<g systemLanguage="de"/>', "systemLanguage"],
  ])("%s would change what is seen, and is refused", (_, inside, name) => {
    expect(problemOf(drawing(shape + inside))).toContain(`What “${name}” does to it cannot be shown.`);
  });

  it("what the root says is looked at as well", () => {
    expect(problemOf(drawing(shape, 'style="background:url(//evil.example)"'))).toContain("“background”");
    expect(made(drawing(shape, 'onload="alert(1)" style="overflow:visible;enable-background:new 0 0 400 80"')).svg).toBe(`<svg xmlns="http://www.w3.org/2000/svg" width="400" height="80" viewBox="0 0 400 80">${shape}</svg>`);
  });

  it.each([
    ["a page inside", '<foreignObject><iframe src="//evil.example"/></foreignObject>', "picture or page"],
    ["a picture", '<image href="https://evil.example/a.png"/>', "picture or page"],
    ["a style sheet", "<style>@import url(//evil.example)</style>", "presentation attributes"],
    ["letters", "<text>The Halyard</text>", "Turn text into paths"],
    ["a repetition", '<use xlink:href="#a"/>', "Expand them"],
    ["what nobody knows", "<blink>a</blink>", "<blink> cannot be shown"],
    ["a name in other letters", "<SCRIPT>alert(1)</SCRIPT>", "<SCRIPT> cannot be shown"],
  ])("%s is refused in a sentence", (_, inside, sentence) => {
    expect(problemOf(drawing(shape + inside))).toContain(sentence);
  });

  it("entities are refused before anything is read, the billion laughs among them", () => {
    const laughs = `<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "${"&a;".repeat(10)}">]>`;
    expect(problemOf(laughs + drawing(`<title>&b;</title>${shape}`))).toContain("document type");
    expect(problemOf(`<!doctype html>${drawing(shape)}`)).toContain("document type");
  });

  it.each([
    ["nothing", "", "no SVG"],
    ["plain words", "a drawing", "no SVG"],
    ["a page", `<html>${drawing(shape)}</html>`, "no SVG"],
    ["an unfinished tag", "<svg", "no SVG"],
    ["UTF-16 that was read as bytes", [...drawing(shape)].join("\u0000"), "not UTF-8"],
    ["half a character", drawing(`${shape}<title>\ud800</title>`), "not UTF-8"],
    ["no size", `<svg ${ns}>${shape}</svg>`, "viewBox"],
    ["a size of words", `<svg viewBox="0 0 a b">${shape}</svg>`, "viewBox"],
    ["an endless line", `<svg viewBox="0 0 9000 1">${shape}</svg>`, "too long"],
    ["a tower", `<svg viewBox="0 0 1 90">${shape}</svg>`, "too long"],
    ["emptiness", drawing("<g/>"), "nothing to see"],
    ["too much", drawing(`<path d="${"M0 0".repeat(mostOfADrawing / 4)}"/>`), "30 kB"],
    ["too many parts", drawing("<g/>".repeat(2_000) + shape), "too many parts"],
    ["too deep a nest", drawing("<g>".repeat(3_000) + shape), "too many parts"],
  ])("%s is refused", (_, source, sentence) => {
    expect(problemOf(source)).toContain(sentence);
  });

  it("the limit counts bytes, not letters, and holds where a file is read", () => {
    const filled = (letters: string) => drawing(`${shape}<title>${letters}</title>`);
    const around = new TextEncoder().encode(filled("")).length;
    expect(problemOf(filled("a".repeat(mostOfADrawing - around)))).toBeNull();
    expect(problemOf(filled("a".repeat(mostOfADrawing - around + 1)))).toBe(drawingTooLarge);
    expect(problemOf(filled("é".repeat((mostOfADrawing - around) / 2 + 1)))).toBe(drawingTooLarge);
    expect(drawingTooLarge).toContain(mostOfADrawingInWords);
  });

  it("no value keeps the reader waiting", () => {
    const started = performance.now();
    const values = [`${"1".repeat(28_000)}x`, `url(#${"a".repeat(28_000)}`, "1".repeat(28_000), `${"1 ".repeat(14_000)}x`, `${"translate(1)".repeat(2_300)}x`, `#${"a".repeat(28_000)}`, "e-".repeat(14_000), `${"a-".repeat(14_000)}!`];
    for (const value of values) for (const property of ["transform", "fill", "stroke-width"]) made(drawing(`<rect style="${property}:${value}"/>`));
    const attributes = ["d", "points", "transform", "stroke-dasharray", "fill", "width", "clip-path", "display", "id", "preserveAspectRatio"];
    for (const value of values) for (const attribute of attributes) made(drawing(`<rect ${attribute}="${value}"/>`));
    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
