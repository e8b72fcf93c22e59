/** What the server tells everybody in an open story when something happened to it beside its text: published, scheduled, sent back. */
export const storyEventMessage = "story-event";

/** What the server says on every line every few seconds, so that a line on which nobody says it any more is known to be dead. */
export const heartbeat = "beat";
