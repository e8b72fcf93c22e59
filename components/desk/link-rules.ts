/** What becomes of links, in the words of the desk. */
export const linkRules = { known: "Who is known may give some", held: "Each link is looked at first" } as const;

/** The choice that a form sends, as a rule; null where it is left to what stands around it. */
export const linksHeldOf = (chosen: string | undefined): boolean | null => (chosen === "held" ? true : chosen === "known" ? false : null);

/** A rule as a form chooses it; empty where it is left to what stands around it. */
export const linkRuleOf = (held: boolean | null | undefined): keyof typeof linkRules | "" => (held === true ? "held" : held === false ? "known" : "");
