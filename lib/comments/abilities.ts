import { byRole, ofEverybody } from "@/lib/policy/ability";

/** Leaving a comment: everybody, signed in or not; what becomes of it, the pipeline says. */
export const commentPost = ofEverybody("comment.post");
/** Deciding about comments and seeing the queue. */
export const commentModerate = byRole("comment.moderate", "comment.moderate");
