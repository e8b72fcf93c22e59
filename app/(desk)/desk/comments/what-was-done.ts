/** What is said once it is done. */
export const whatWasDone = { approve: "Approved.", reject: "Rejected.", spam: "Marked as spam.", hide: "Hidden.", show: "Shown again.", purge: "Purged.", pick: "Picked.", unpick: "No longer picked.", escalate: "A colleague is asked to decide.", letter: "Marked as a possible letter.", lead: "Marked as a lead.", correction: "Marked as a correction report." } as const;

/** What one does with a single comment. */
export type OneAct = keyof typeof whatWasDone;
