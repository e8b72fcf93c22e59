import { expect, it, vi } from "vitest";
import { log } from "@/lib/kernel/log";
import { createWorks } from "@/server/works";

it("begins once, ends once with what was in hand, and begins again", async () => {
  const told: string[] = [];
  let end = () => {};
  const works = createWorks(async () => {
    told.push("begun");
    return [
      {
        stop: async () => {
          told.push("ending");
          await new Promise<void>((done) => {
            end = done;
          });
          told.push("ended");
        },
      },
    ];
  });
  await works.keep(true);
  await works.keep(true);
  const closed = works.keep(false);
  const again = works.keep(true);
  await vi.waitUntil(() => told.includes("ending"));
  expect(told, "not begun anew while something is in hand").toEqual(["begun", "ending"]);
  end();
  await Promise.all([closed, again]);
  expect(told).toEqual(["begun", "ending", "ended", "begun"]);
});

it("what could not be begun is begun when it is asked for again", async () => {
  const said = vi.spyOn(log(), "error").mockImplementation(() => undefined);
  let times = 0;
  const works = createWorks(async () => {
    if (++times === 1) throw new Error("The database is away.");
    return [];
  });
  await works.keep(true);
  expect(said).toHaveBeenCalledOnce();
  await works.keep(true);
  await works.keep(true);
  expect(times).toBe(2);
  said.mockRestore();
});
