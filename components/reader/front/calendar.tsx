import { longDay } from "@/components/reader/dates";
import { type Month, weekdays } from "@/components/reader/front/months";
import { words } from "@/components/reader/words";
import { digits } from "@/components/reader/words/counted";
import type { Language } from "@/db/vocabulary";

/** One month as a table of weeks: days on which something appeared lead to what did. */
export function Calendar({ month, language }: { month: Month; language: Language }) {
  const { storiesOf } = words[language].archive;
  return (
    <table className="calendar">
      <caption>{month.name}</caption>
      <thead>
        <tr>
          {weekdays(language).map(({ short, long }) => (
            <th key={long} scope="col">
              <abbr title={long}>{short}</abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {month.weeks.map((week) => (
          <tr key={week.find((day) => day)?.iso}>
            {week.map((day, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the week is what tells empty cells apart.
              <td key={place}>
                {day && day.stories > 0 ? (
                  <a href={`/archive/${day.iso}`}>
                    <span className="hidden">{`${longDay(new Date(day.iso), "UTC", language)}: ${storiesOf(day.stories)}`}</span>
                    <b aria-hidden="true">{day.number}</b>
                    <i aria-hidden="true">{digits(language, day.stories)}</i>
                  </a>
                ) : (
                  day?.number
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
