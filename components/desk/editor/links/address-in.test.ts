import { expect, it } from "vitest";
import { addressIn } from "@/components/desk/editor/links/address-in";

const linked = (word: string) => {
  const found = addressIn(word);
  return found && [word.slice(found.start, found.end), found.href];
};

it.each([
  ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
  ["(https://example.org/a),", "https://example.org/a", "https://example.org/a"],
  ["https://en.example.org/wiki/Ferry_(boat)", "https://en.example.org/wiki/Ferry_(boat)", "https://en.example.org/wiki/Ferry_(boat)"],
  ["(https://en.example.org/wiki/Ferry_(boat)).", "https://en.example.org/wiki/Ferry_(boat)", "https://en.example.org/wiki/Ferry_(boat)"],
  ["“www.port-ellery.gov.uk”", "www.port-ellery.gov.uk", "https://www.port-ellery.gov.uk"],
  ["halyard.com.", "halyard.com", "https://halyard.com"],
  ["halyard.de/politik", "halyard.de/politik", "https://halyard.de/politik"],
  ["desk@halyard.example,", "desk@halyard.example", "mailto:desk@halyard.example"],
])("finds the address in %s", (word, address, href) => {
  expect(linked(word)).toEqual([address, href]);
});

it.each(["ended.it", "e.g.", "5.30pm", "Mr.Smith", "and/or", "http://", "https://nowhere", "javascript:alert(1)", "ftp://example.org", "https://user:secret@example.org", "@halyard", "1.5", "…", ""])("leaves “%s” as text", (word) => {
  expect(addressIn(word)).toBeNull();
});
