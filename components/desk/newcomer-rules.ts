/** What becomes of what newcomers write, in the words of the desk. */
export const newcomerRules = { held: "Read before they appear", shown: "Appear at once" } as const;

/** The choice that a form sends, as a rule; null where it is left to what stands around it. */
export const newcomersHeldOf = (chosen: string | undefined): boolean | null => (chosen === "held" ? true : chosen === "shown" ? false : null);

/** A rule as a form chooses it; empty where it is left to what stands around it. */
export const newcomerRuleOf = (held: boolean | undefined): keyof typeof newcomerRules | "" => (held === undefined ? "" : held ? "held" : "shown");
