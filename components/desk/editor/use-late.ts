import { useEffect, useState } from "react";

type Late<Module> = { module: Module } | "coming" | "lost";

/** A part of the editor that comes once it is wanted: on its way, there, or not to be had without the line; `again` asks once more. */
export function useLate<Module>(load: () => Promise<Module>, wanted: boolean): { late: Late<Module>; again: () => void } {
  const [late, setLate] = useState<Late<Module>>("coming");
  // biome-ignore lint/correctness/useExhaustiveDependencies: what loads a part is always the same.
  useEffect(() => {
    // Wanted again later, it is asked for again.
    if (!wanted && late === "lost") setLate("coming");
    if (!wanted || late !== "coming") return;
    let ended = false;
    load().then(
      (module) => !ended && setLate({ module }),
      // The line is down: whoever wants the part decides whether to try again.
      () => !ended && setLate("lost"),
    );
    return () => {
      ended = true;
    };
  }, [wanted, late]);
  return { late, again: () => setLate("coming") };
}
