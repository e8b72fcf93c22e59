import type { Role } from "@/db/vocabulary";

/** What a person may do at all; the abilities of each feature say to which rows it applies. */
export const capabilities = [
  "desk.enter",
  "article.create",
  "article.edit_own",
  "article.edit_any",
  "article.publish_own",
  "article.publish_any",
  "note.desk",
  "note.legal",
  "comment.moderate",
  "comment.pick",
  "comment.sanction",
  "comment.ban",
  "comment.ban_alone",
  "comment.audit",
  "comment.purge",
  "comment.legal_hold",
  "comment.rules",
  "lead.follow",
  "media.upload",
  "people.manage",
  "settings.manage",
] as const;
export type Capability = (typeof capabilities)[number];

/** The permission table's rows: one role a person, each with all it may do. */
export const roleCapabilities = {
  reader: [],
  contributor: ["desk.enter", "article.create", "article.edit_own", "media.upload"],
  author: ["desk.enter", "article.create", "article.edit_own", "article.publish_own", "lead.follow", "media.upload"],
  moderator: ["desk.enter", "comment.moderate", "comment.pick", "comment.sanction", "comment.ban", "comment.audit"],
  editor: ["desk.enter", "article.create", "article.edit_own", "article.edit_any", "article.publish_own", "article.publish_any", "note.desk", "comment.moderate", "comment.pick", "comment.sanction", "comment.ban", "comment.audit", "comment.rules", "lead.follow", "media.upload"],
  administrator: [...capabilities],
} satisfies Record<Role, readonly Capability[]>;

/** Whether somebody with the one role may do something that the other may not. */
export function losesRights(from: Role, to: Role): boolean {
  return roleCapabilities[from].some((capability) => !roleMay(to, capability));
}

/** Whether a role has a capability. */
export function roleMay(role: Role, capability: Capability): boolean {
  return (roleCapabilities[role] as readonly Capability[]).includes(capability);
}
