import { expect, it } from "vitest";
import { monthsOf, weekdays } from "@/components/reader/front/months";

const days = [{ day: "2025-12-30", number: 4 }, { day: "2026-01-05", number: 2 }, { day: "2026-11-01", number: 3 }, { day: "2026-11-30", number: 1 }];

it("lays each month of the year out in weeks, newest first, with the stories of its days", () => {
  const [november, january, ...others] = monthsOf(2026, days, "en");
  expect(others).toEqual([]);
  expect([november?.name, january?.name]).toEqual(["November 2026", "January 2026"]);
  expect(november?.weeks).toHaveLength(6);
  // The 1st was a Sunday, the last day of a week that begins on Monday; the 30th a Monday.
  expect(november?.weeks[0]).toEqual([null, null, null, null, null, null, { iso: "2026-11-01", number: "1", stories: 3 }]);
  expect(november?.weeks[5]).toEqual([{ iso: "2026-11-30", number: "30", stories: 1 }, null, null, null, null, null, null]);
  expect(november?.weeks.flat().filter((day) => day !== null)).toHaveLength(30);
});

it("counts in the calendar of a Persian paper: its months lie across the ends of our years and are shown whole", () => {
  const months = monthsOf(2026, days, "fa");
  expect(months.map(({ name }) => name)).toEqual(["آذر ۱۴۰۵", "آبان ۱۴۰۵", "دی ۱۴۰۴"]);
  const dey = months[2]?.weeks.flat().filter((day) => day !== null) ?? [];
  expect(dey).toHaveLength(30);
  expect(dey[0]).toEqual({ iso: "2025-12-22", number: "۱", stories: 0 });
  expect(dey.find(({ iso }) => iso === "2025-12-30")?.stories).toBe(4);
  expect(weekdays("fa")[0]?.long).toBe("شنبه");
});

it("begins the week where papers of the language do", () => {
  expect(weekdays("en").map(({ long }) => long)).toEqual(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]);
  expect(weekdays("ar")[0]?.long).toBe("السبت");
});
