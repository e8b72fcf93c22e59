import { expect, it } from "vitest";
import { raised } from "@/app/(desk)/desk/comments/shields/answers";
import { unavailable } from "@/lib/kernel/failure";
import { fail, ok } from "@/lib/kernel/result";

const typed = { over: "article 1", who: "everybody", hours: "3", holdUnread: "on" };

it("says that a shield stands where the unread ones could not be put back, and keeps the tick", () => {
  const answer = raised(fail(unavailable("surprise", "Something went wrong.")), typed);
  expect(answer).toMatchObject({ typed, done: null, failure: { reason: "surprise", message: expect.stringMatching(/^The shield stands, but .* Something went wrong\. .*“Hold unread ones too”/) } });
});

it("says what was put back, and begins anew", () => {
  expect(raised(null, typed)).toEqual({ failure: null, typed: {}, done: "The shield stands." });
  expect(raised(ok({ held: 1, more: false }), typed).done).toBe("The shield stands. 1 comment waits again.");
  expect(raised(ok({ held: 500, more: true }), typed).done).toContain("500 comments wait again; put back the rest");
});
