import { expect, it, vi } from "vitest";
import { log } from "@/lib/kernel/log";
import { createWorks } from "@/server/works";

it("begins once, ends once with what was in hand, and begins again", async () => {
  const told: string[] = [];
  let end = () => {};
  const works = createWorks([
    () => {
      told.push("begun");
      return {
        stop: async () => {
          told.push("ending");
          await new Promise<void>((done) => {
            end = done;
          });
          told.push("ended");
        },
      };
    },
  ]);
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
  const works = createWorks([
    () => {
      if (++times === 1) throw new Error("The database is away.");
      return { stop: async () => {} };
    },
  ]);
  await works.keep(true);
  expect(said).toHaveBeenCalledOnce();
  await works.keep(true);
  await works.keep(true);
  expect(times).toBe(2);
  said.mockRestore();
});

it("where one cannot be begun those before it are ended, and at the start the reason is thrown", async () => {
  const told: string[] = [];
  const works = createWorks([
    () => ({ stop: async () => void told.push("first ended") }),
    () => Promise.reject(new Error("The database is away.")),
    () => {
      told.push("third begun");
      return { stop: async () => {} };
    },
  ]);
  await expect(works.start(true)).rejects.toThrow("The database is away.");
  expect(told).toEqual(["first ended"]);
});

it("where one cannot be ended the others are, and it is asked again, before anything is begun anew", async () => {
  const said = vi.spyOn(log(), "error").mockImplementation(() => undefined);
  const told: string[] = [];
  let fails = 2;
  const works = createWorks([
    () => {
      told.push("begun");
      return {
        stop: async () => {
          if (fails-- > 0) throw new Error("It will not end.");
          told.push("ended");
        },
      };
    },
    () => ({ stop: async () => void told.push("other ended") }),
  ]);
  await works.keep(true);
  await works.keep(false);
  expect(told).toEqual(["begun", "other ended"]);
  await works.keep(false);
  expect(said).toHaveBeenCalledTimes(2);
  await works.keep(true);
  expect(told).toEqual(["begun", "other ended", "ended", "begun"]);
  said.mockRestore();
});
