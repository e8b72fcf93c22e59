import { expect, it } from "vitest";
import { clock, deskDay, deskTime, fromWallTime, spokenTime } from "@/components/desk/editor/times";

it.each([
  ["an ordinary morning", "2026-11-25T09:00", "Europe/Berlin", "2026-11-25T08:00:00.000Z"],
  ["the hour that comes twice, north: the first one", "2026-10-25T02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
  ["the hour that never comes, north: as far after the change", "2026-03-08T02:30", "America/New_York", "2026-03-08T07:30:00.000Z"],
  ["the hour that comes twice, south: the first one", "2026-04-05T02:30", "Australia/Sydney", "2026-04-04T15:30:00.000Z"],
  ["the hour that never comes, south: as far after the change", "2026-10-04T02:30", "Australia/Sydney", "2026-10-03T16:30:00.000Z"],
  ["the hour that comes twice, west of Greenwich", "2026-11-01T01:30", "America/New_York", "2026-11-01T05:30:00.000Z"],
  ["a zone of half hours", "2026-04-05T01:45", "Australia/Lord_Howe", "2026-04-04T14:45:00.000Z"],
  ["the minute after the gap", "2026-03-29T03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
  ["no clock changes at all", "2026-07-01T12:00", "Asia/Tokyo", "2026-07-01T03:00:00.000Z"],
])("reads a wall clock: %s", (_, wall, zone, instant) => {
  expect(fromWallTime(wall, zone)).toBe(instant);
});

it.each(["", "tomorrow", "2026-11-25", "2026-13-40T99:99"])("does not take %j for a time", (wall) => {
  expect(fromWallTime(wall, "Europe/Berlin")).toBe("");
});

it("names the year where it is not this one, by the paper’s clock", () => {
  const now = new Date("2026-12-31T23:30:00Z");
  expect(deskTime("2026-11-24T09:42:00Z", "Europe/London", now)).toBe("24 Nov, 09:42");
  expect(deskTime("2028-01-01T10:00:00Z", "Europe/London", now)).toBe("1 Jan 2028, 10:00");
  expect(deskTime("2026-12-31T23:45:00Z", "Europe/Berlin", now)).toBe("1 Jan, 00:45");
  expect(deskTime("2026-12-31T12:00:00Z", "Europe/Berlin", now)).toBe("31 Dec 2026, 13:00");
});

it("says at what time something happened today, and on which day otherwise", () => {
  const now = new Date("2026-11-24T12:00:00Z");
  expect(spokenTime("2026-11-24T09:42:00Z", "Europe/London", now)).toBe("at 09:42");
  expect(spokenTime("2026-11-23T23:30:00Z", "Europe/Berlin", now)).toBe("at 00:30");
  expect(spokenTime("2026-11-23T09:42:00Z", "Europe/London", now)).toBe("on 23 Nov, 09:42");
});

it("says when something was saved by the paper's clock", () => {
  const at = new Date("2026-11-25T16:28:00Z");
  expect([clock(at, "Europe/Berlin"), clock(at, "America/New_York")]).toEqual(["17:28", "11:28"]);
});

it("heads a day by its name, and one of another year with that year, by the paper’s clock", () => {
  const now = new Date("2026-12-31T12:00:00Z");
  expect(deskDay("2026-11-26T10:00:00Z", "Europe/London", now)).toBe("Thursday 26 November");
  expect(deskDay("2025-11-26T10:00:00Z", "Europe/London", now)).toBe("Wednesday 26 November 2025");
  expect(deskDay("2025-12-31T23:30:00Z", "Europe/Berlin", now)).toBe("Thursday 1 January");
});
