import { expect, it } from "vitest";
import { UploadTeller } from "@/components/desk/editor/pictures/upload-teller";

const picture = { id: "0190b5a0-0000-7000-8000-00000000000a", width: 3, height: 2, alt: "", caption: "", credit: "", copyright: "" };

/** What is heard of an upload that reports itself every 100 milliseconds for so many seconds. */
function heard(seconds: number): string[] {
  const teller = new UploadTeller("quay.jpg");
  const steps = seconds * 10;
  const said = [teller.hear({ kind: "waiting" }, 0), ...Array.from({ length: steps }, (_, step) => teller.hear({ kind: "sending", share: step / steps }, step * 100)), teller.hear({ kind: "preparing" }, steps * 100), teller.hear({ kind: "ready", picture }, steps * 100 + 500)];
  return said.filter((words) => words !== null);
}

it("says of a quick picture that it begins and that it is there, and nothing between", () => {
  expect(heard(4)).toEqual(["Sending quay.jpg", "quay.jpg is in the story"]);
});

it("says of a slow one each quarter, and not more often than every ten seconds", () => {
  expect(heard(60)).toEqual(["Sending quay.jpg", "quay.jpg: 25 %", "quay.jpg: 50 %", "quay.jpg: 75 %", "quay.jpg is in the story"]);
  expect(heard(20)).toEqual(["Sending quay.jpg", "quay.jpg: 50 %", "quay.jpg is in the story"]);
});

it("says why one failed, and begins anew when it is tried again", () => {
  const teller = new UploadTeller("quay.jpg");
  teller.hear({ kind: "sending", share: 0 }, 0);
  expect(teller.hear({ kind: "failed", sentence: "The line is down.", final: false }, 100)).toBe("quay.jpg: The line is down.");
  expect(teller.hear({ kind: "sending", share: 0 }, 200)).toBe("Sending quay.jpg");
});
