import type { Signal } from "@/db/schema/comments";
import type { Phase } from "@/lib/moderation/pipeline";
import { personalDataNames } from "@/lib/moderation/personal-data";

/** What may be somebody's own waits until a person has looked: once it is out, nobody takes it back. A house that nobody is said to live in is only marked. */
export const personalData: Phase = ({ personalData: found }) =>
  [...Map.groupBy(found, ({ kind }) => kind)].map(
    ([kind, all]): Signal => ({ phase: "personal_data", severity: all.some(({ isHint }) => !isHint) ? "hold" : "flag", evidence: `May be ${personalDataNames[kind]}`, spans: all.map(({ from, to }) => ({ from, to })) }),
  );
