import type { Check } from "@/lib/articles/checks";
import { type Bar, barInWords } from "@/lib/media/rights";

/** What is said of a picture that may not be used today: it stops the story. */
export function barFinding(bar: Bar): Pick<Check, "level" | "message" | "hint"> {
  const words = barInWords(bar);
  return { level: "stop", message: `A picture that ${words[0]?.toLowerCase()}${words.slice(1)}`, hint: bar.why === "over" ? "Its rights have run out. Use another picture; or say among its settings until when it may be used now." : "Wait for that day, or use another picture." };
}
