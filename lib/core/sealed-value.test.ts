import { beforeEach, expect, it } from "vitest";
import { testEnv } from "@/db/testing/env";
import { openValue, sealValue } from "@/lib/core/sealed-value";
import { provide } from "@/lib/kernel/process-store";

beforeEach(() => provide("env", testEnv));

it.each([{ token: "the token itself" }, null, "text", [1, { deep: true }], ""])("%j comes out as it went in, and cannot be read in between", (value) => {
  const sealed = sealValue("answer", "k", value);
  expect(openValue("answer", "k", sealed)).toEqual({ value });
  expect(Buffer.from(sealed, "base64url").toString("latin1")).not.toContain("token");
});

it("what was sealed for one is nothing to another, and the same words look different each time", () => {
  const sealed = sealValue("answer", "k", "words");
  expect(openValue("answer", "other", sealed)).toBeNull();
  expect(openValue("other", "k", sealed)).toBeNull();
  expect(sealValue("answer", "k", "words")).not.toBe(sealed);
});

it("a touched seal, a broken one and one of another secret open nothing", () => {
  const sealed = sealValue("answer", "k", "words");
  const bytes = Buffer.from(sealed, "base64url");
  for (let place = 0; place < bytes.length; place++) {
    const touched = Buffer.from(bytes);
    touched[place] = (touched[place] ?? 0) ^ 1;
    expect(openValue("answer", "k", touched.toString("base64url"))).toBeNull();
  }
  for (const broken of ["", "x", sealed.slice(0, 30)]) expect(openValue("answer", "k", broken)).toBeNull();
  provide("env", { ...testEnv, secret: "another secret than before, 0123456789 abcdefg" });
  expect(openValue("answer", "k", sealed)).toBeNull();
});
