import { expect, it } from "vitest";
import { troubleOf } from "@/lib/mail/trouble";

it.each<[object, { why: string; final: boolean }]>([
  [{ code: "ESOCKET", originalCode: "ECONNREFUSED" }, { why: "The mail server could not be reached.", final: false }],
  [{ code: "EDNS" }, { why: "The mail server’s name was not found. Check SMTP_URL.", final: false }],
  [{ code: "ETIMEDOUT" }, { why: "The mail server did not answer in time.", final: false }],
  [{ code: "ESOCKET", originalCode: "DEPTH_ZERO_SELF_SIGNED_CERT", message: "self-signed certificate" }, { why: "No encrypted connection to the mail server could be made: self-signed certificate", final: false }],
  [{ code: "EAUTH", responseCode: 535, response: "535 no" }, { why: "The mail server did not accept the login in SMTP_URL. It said: 535 no", final: true }],
  [{ code: "EAUTH", responseCode: 454, response: "454 later" }, { why: "The mail server did not accept the login in SMTP_URL. It said: 454 later", final: false }],
  [{ code: "EENVELOPE", responseCode: 550, response: "550 <Ines@Halyard.example>\r\n unknown" }, { why: "The mail server refused it: 550 <the address> unknown", final: true }],
  [{ code: "ECONNECTION", responseCode: 421, response: "421 going down" }, { why: "The mail server could not take it now: 421 going down", final: false }],
  [{ code: "EMESSAGE", responseCode: 503, response: "503 bad sequence" }, { why: "The mail server could not take it now: 503 bad sequence", final: false }],
  [{}, { why: "The mail server could not be reached.", final: false }],
])("what a mail server says, in plain words: %j", (error, trouble) => {
  expect(troubleOf(error, "ines@halyard.example")).toEqual(trouble);
});

it("a server that talks for ever is cut short", () => {
  expect(troubleOf({ responseCode: 550, response: `550 ${"x".repeat(100_000)}` }, "ines@halyard.example").why.length).toBeLessThan(300);
});
