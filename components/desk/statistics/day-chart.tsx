import type { Day } from "@/lib/moderation/reads/statistics";

const height = 60;
const bars = [["held", "Came to wait"], ["approved", "Approved"], ["rejected", "Rejected or spam"]] as const;

/** How much came and went each day, as small bars, one row for each; the table below says the same in numbers. */
export function DayChart({ days }: { days: Day[] }) {
  const most = Math.max(1, ...days.flatMap((day) => bars.map(([name]) => day[name])));
  const step = 100 / days.length;
  return (
    <div className="day-chart">
      {bars.map(([name, says]) => {
        const sum = days.reduce((total, day) => total + day[name], 0);
        const peak = days.reduce((best, day) => (day[name] > best[name] ? day : best), days[0] as Day);
        return (
          <figure key={name}>
            <figcaption>
              {says}: {sum}
            </figcaption>
            <svg viewBox={`0 0 100 ${height}`} preserveAspectRatio="none" role="img" aria-label={`${says}, by day: ${sum} in ${days.length} days${sum > 0 ? `, most on ${peak.day} with ${peak[name]}` : ""}`} data-bars={name}>
              {days.map((day, place) => (
                <rect key={day.day} x={place * step + step * 0.1} width={step * 0.8} y={height - (day[name] / most) * height} height={(day[name] / most) * height} />
              ))}
            </svg>
          </figure>
        );
      })}
    </div>
  );
}
