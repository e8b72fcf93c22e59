import { yearName } from "@/components/reader/dates";
import { Calendar } from "@/components/reader/front/calendar";
import { monthsOf } from "@/components/reader/front/months";
import { words } from "@/components/reader/words";
import { archiveDays } from "@/lib/articles/reads/archive";
import type { PaperSettings } from "@/lib/settings/paper";

type Props = { paper: PaperSettings; /** Newest first. */ years: readonly number[]; /** null: nothing was published yet. */ year: number | null };

/** A year of the paper, month by month. Years are those of the common calendar, as they stand in addresses. */
export async function YearOfArchive({ paper: { language, timeZone }, years, year }: Props) {
  const say = words[language].archive;
  const months = year === null ? [] : monthsOf(year, await archiveDays(year, timeZone), language);
  return (
    <main id="main" className="page">
      <div className="plain-head">
        <h1>{say.title}</h1>
        <p>{say.about}</p>
      </div>
      {years.length > 1 && (
        <nav className="years" aria-label={say.years}>
          {years.map((one, place) => (
            <a key={one} href={place === 0 ? "/archive" : `/archive/${one}`} aria-current={one === year ? "page" : undefined}>
              {yearName(one, language)}
            </a>
          ))}
        </nav>
      )}
      {months.length === 0 ? (
        <p className="nothing">{year === null ? say.nothing : say.nothingInYear}</p>
      ) : (
        <div className="calendars">
          {months.map((month) => (
            <Calendar key={month.name} month={month} language={language} />
          ))}
        </div>
      )}
    </main>
  );
}
