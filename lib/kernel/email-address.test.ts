import { expect, it } from "vitest";
import { isEmailAddress, readMailbox } from "@/lib/kernel/email-address";

it.each([
  "ines@halyard.example",
  "ines.marlowe+desk@mail.halyard.example",
  "o'brien@halyard.example",
  "ines_m@hälyard.example",
  "инес@почта.example",
  `${"a".repeat(64)}@halyard.example`,
])("takes one address: %s", (address) => {
  expect(isEmailAddress(address)).toBe(true);
});

it.each([
  "",
  "ines",
  "ines@halyard",
  "@halyard.example",
  "ines@halyard.example,mallory@evil.example",
  "ines@halyard.example mallory@evil.example",
  "ines@halyard.example;mallory@evil.example",
  '"ines@halyard.example "@evil.example',
  '"mallory@evil.example,ines"@halyard.example',
  "ines@halyard.example\r\nRCPT TO:<mallory@evil.example>",
  "ines\n@halyard.example",
  "ines\u0000@halyard.example",
  "Ines <ines@halyard.example>",
  "<ines@halyard.example>",
  "ines(comment)@halyard.example",
  "group:ines@halyard.example;",
  "ines@[127.0.0.1]",
  "ines@10.0.0.10",
  "ines@halyard@evil.example",
  "ines@halyard..example",
  "ines@-halyard.example",
  "ines@halyard.example.",
  "ines@halyard.e",
  "ines\ud800@halyard.example",
  `${"a".repeat(65)}@halyard.example`,
  `ines@${"a.".repeat(200)}example`,
  "(".repeat(100_000),
  `${"a.".repeat(50_000)}@${"a.".repeat(50_000)}`,
])("takes nothing else: %j", (text) => {
  expect(isEmailAddress(text)).toBe(false);
});

it("reads a name with its address, quoted or not, and nothing that could begin another line", () => {
  expect(readMailbox("desk@halyard.example")).toEqual({ name: "", address: "desk@halyard.example" });
  expect(readMailbox("The Halyard <desk@halyard.example>")).toEqual({ name: "The Halyard", address: "desk@halyard.example" });
  expect(readMailbox('"Ellery, Port" <desk@halyard.example>')).toEqual({ name: "Ellery, Port", address: "desk@halyard.example" });
  for (const wrong of ["", "The Halyard", "<desk@halyard.example>", "A <b@c.example>, D <e@f.example>", "The\r\nBcc: x <desk@halyard.example>", "The Halyard <desk>", `${"x".repeat(101)} <desk@halyard.example>`]) expect(readMailbox(wrong), wrong).toBeNull();
});
