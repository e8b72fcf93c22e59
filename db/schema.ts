/** The one schema, shared by articles, revisions, comments and everything about them. */
export * from "@/db/schema/articles";
export * from "@/db/schema/comments";
export * from "@/db/schema/embeds";
export * from "@/db/schema/events";
export * from "@/db/schema/law";
export * from "@/db/schema/mail";
export * from "@/db/schema/media";
export * from "@/db/schema/moderation";
export * from "@/db/schema/notes";
export * from "@/db/schema/pages";
export * from "@/db/schema/people";
export * from "@/db/schema/public";
export * from "@/db/schema/quality";
export * from "@/db/schema/reads";
export * from "@/db/schema/sanctions";
export * from "@/db/schema/sections";
export * from "@/db/schema/series";
