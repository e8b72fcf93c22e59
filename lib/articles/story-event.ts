/** What the server tells everybody in an open story when something happened to it beside its text: published, scheduled, sent back. */
export const storyEventMessage = "story-event";
