import { articleEdit, articlePublish, type OwnedArticle } from "@/lib/articles/abilities";
import { type Ability, ofEverybody } from "@/lib/policy/ability";

/** Making a link for somebody outside, and ending it: whoever may publish the story. It leaves the house either way. */
export const reviewOffer: Ability<OwnedArticle> = { ...articlePublish, name: "review.offer" };

/** Seeing who read by such a link and what was said, and answering it: whoever may write in the story. */
export const reviewRead: Ability<OwnedArticle> = { ...articleEdit, name: "review.read" };

/** Reading the version that a link shows, and saying something to it: whoever has the link, as long as it stands. */
export const reviewEnter = ofEverybody("review.enter");
