import { type Role, roles } from "@/db/vocabulary";

/** Who gets in at a door at all. Which rows they then see or change, the named ability says, and the command asks it again. */
export type Door = { surface: string; kind: "page" | "route" | "action" | "server" | "socket"; ability: string; may: readonly (Role | "visitor")[]; note?: string };

const everybody = ["visitor", ...roles] as const;
const signedIn = roles;
const writers = ["contributor", "author", "editor", "administrator"] as const;
const staff = [...writers, "moderator"] as const;
const moderators = ["moderator", "editor", "administrator"] as const;
const publishers = ["author", "editor", "administrator"] as const;
const desk = ["editor", "administrator"] as const;
const administrators = ["administrator"] as const;

const door = (kind: Door["kind"], surface: string, ability: string, may: Door["may"], note?: string): Door => ({ kind, surface, ability, may, ...(note ? { note } : {}) });

/**
 * Every way into the program. A test lists the routes, actions and socket messages of the production build and fails where one has no
 * line here (e2e/permissions.spec.ts); docs/permissions.md is written from it.
 */
export const permissionTable: readonly Door[] = [
  ...["/", "/[section]", "/[section]/[slug]", "/tags/[tag]", "/series/[slug]", "/authors/[handle]", "/archive", "/archive/[period]", "/corrections", "/about", "/about/[slug]", "/search", "/saved", "/oembed/[section]/[slug]", "/comments/at/[id]", "/[...missing]"].map((path) => door("page", path, "public", everybody, "one body for everybody; reads the public views alone")),
  ...["/feeds/[...feed]", "/sitemap.xml", "/sitemaps/[part]", "/sitemap-news.xml", "/robots.txt", "/ads.txt", "/app-ads.txt", "/trust.txt", "/humans.txt", "/masthead.svg", "/masthead-dark.svg", "/.well-known/[file]", "/oembed", "/search/suggestions", "/comments/now/[article]", "/comments/words/[language]"].map((path) => door("route", path, "public", everybody)),
  door("page", "/comments/compose", "comment.post", everybody),
  door("page", "/comments/[key]", "comment.own", everybody, "whoever has the key; it cannot be guessed"),
  door("page", "/comments/about/[id]", "comment.report", everybody, "a public comment; what is shown beside it is the asker’s own"),
  door("page", "/sign-in", "session.start", everybody),
  door("page", "/setup", "session.start", everybody, "404 once anybody exists"),
  door("page", "/invitation/[token]", "session.start", everybody, "whoever has the link"),
  door("page", "/reset/[token]", "session.start", everybody, "whoever has the link"),
  door("page", "/account", "account.own", signedIn),
  door("page", "/desk", "article.edit", writers, "lists what the ability's condition allows"),
  door("page", "/desk/articles/[id]", "article.edit", writers, "own stories, or any with article.edit_any"),
  door("page", "/desk/articles/[id]/history", "article.edit", writers, "as above"),
  door("page", "/desk/articles/[id]/preview", "article.edit", writers, "as above"),
  door("page", "/desk/series", "series.manage", desk),
  door("page", "/desk/tags", "tag.describe", desk),
  door("page", "/desk/comments", "comment.moderate", moderators),
  door("page", "/desk/people", "people.manage", administrators),
  door("page", "/desk/settings/paper", "paper.change", administrators),
  door("page", "/desk/settings/branding", "branding.change", administrators),
  door("page", "/desk/settings/branding/preview", "branding.change", administrators),
  door("page", "/desk/settings/sections", "section.manage", administrators),
  door("page", "/desk/settings/pages", "page.manage", administrators),
  door("page", "/desk/settings/pages/[id]", "page.manage", administrators),
  door("page", "/desk/settings/house-style", "house_style.change", administrators),
  door("page", "/desk/settings/outside", "outside.change", administrators),
  door("page", "/desk/settings/files", "files.change", administrators),
  door("page", "/desk/styleguide", "desk.enter", staff),
  door("route", "/api/viewer", "public", everybody, "tells one's own name"),
  door("route", "/api/comments/token", "comment.post", everybody),
  door("route", "/api/v1/comments", "comment.post", everybody),
  door("route", "/api/v1/comments/[id]/like", "comment.like", signedIn),
  door("route", "/api/v1/comments/mine", "comment.like", signedIn, "one’s own likes and comments under a story; nothing for a visitor"),
  door("route", "/api/v1/presence", "desk.enter", staff),
  door("route", "/api/v1/media", "media.upload", writers, "GET is the library of pictures, and asks media.see"),
  door("route", "/api/v1/media/fetch", "media.upload", writers, "asks the address outside, through the one door"),
  door("route", "/api/v1/imports", "article.create", writers, "reads a document into blocks and keeps nothing of it"),
  door("route", "/api/v1/media/[id]", "media.see", writers, "changing it asks media.describe: one's own pictures, or any with article.edit_any"),
  door("route", "/api/v1/media/[id]/crops", "media.see", writers),
  door("route", "/api/v1/articles", "article.create", writers, "GET is the story picker: what the condition of article.edit allows, and what is public; with `at`, which public stories stand at addresses of ours"),
  door("route", "/api/v1/embeds", "embed.add", writers),
  door("route", "/api/v1/embeds/[id]", "embed.add", writers),
  door("route", "/api/v1/embeds/[id]/retry", "embed.add", writers),
  door("route", "/api/v1/articles/[id]/state", "article.edit", writers, "own stories, or any with article.edit_any"),
  door("route", "/api/v1/articles/[id]/check-links", "article.edit", writers, "own stories, or any with article.edit_any; asks addresses outside, through the one door"),
  ...["publish", "update", "correct", "unpublish", "schedule", "cancel-schedule", "embargo", "lift-embargo", "series"].map((verb) => door("route", `/api/v1/articles/[id]/${verb}`, "article.publish", publishers, "own stories, or any with article.publish_any")),
  ...["hand-in", "keep", "restore"].map((verb) => door("route", `/api/v1/articles/[id]/${verb}`, "article.edit", writers, "own stories, or any with article.edit_any")),
  door("route", "/api/v1/articles/[id]/send-back", "article.send_back", desk),
  door("action", "signInAction", "session.start", everybody),
  door("action", "setUpAction", "session.start", everybody),
  door("action", "chooseNewPasswordAction", "session.start", everybody),
  door("action", "signOut", "account.own", signedIn),
  door("action", "changePasswordAction", "account.own", signedIn),
  door("action", "changeProfileAction", "account.own", signedIn),
  door("action", "endSessionAction", "account.own", signedIn),
  door("action", "endOthersAction", "account.own", signedIn),
  door("action", "newStory", "article.create", writers),
  door("action", "nameVersionAction", "article.edit", writers, "own stories, or any with article.edit_any"),
  ...["addSeriesAction", "changeSeriesAction", "removeSeriesAction"].map((name) => door("action", name, "series.manage", desk)),
  door("action", "partAction", "series.manage", desk, "taking a story out asks article.publish of that story"),
  door("action", "describeTagAction", "tag.describe", desk),
  door("action", "inviteAction", "people.manage", administrators),
  door("action", "personAction", "people.manage", administrators),
  door("action", "addSectionAction", "section.manage", administrators),
  door("action", "changeSectionAction", "section.manage", administrators),
  door("action", "moveSectionAction", "section.manage", administrators),
  ...["addPageAction", "writePageAction", "withdrawPageAction", "deletePageAction", "bringBackPageAction", "movePageAction"].map((name) => door("action", name, "page.manage", administrators)),
  door("action", "changeHouseStyleAction", "house_style.change", administrators),
  door("action", "changeSensitiveTopicsAction", "house_style.change", administrators),
  door("action", "changeOutsideAction", "outside.change", administrators),
  door("action", "changeAnnouncingAction", "outside.change", administrators),
  door("action", "changePaperAction", "paper.change", administrators),
  door("action", "changeBrandingAction", "branding.change", administrators),
  door("action", "changeFilesAction", "files.change", administrators),
  door("action", "moderateAction", "comment.moderate", moderators, "decides, hides, shows again, and takes a decision back; picking asks comment.pick; purging asks comment.purge: administrators"),
  ...["/_next/static/{file}", "/fonts/{file}", "/reader-{hash}.js"].map((path) => door("server", path, "public", everybody)),
  door("server", "/media/{id}/{width}", "public", everybody, "pictures of public stories; others for staff"),
  door("server", "POST /comments", "comment.post", everybody),
  door("server", "POST /comments/compose", "comment.post", everybody, "shows the form again; changes nothing"),
  door("server", "POST /comments/withdraw", "comment.own", everybody, "whoever has the key; what was written with an account needs that account too"),
  door("server", "POST /comments/like", "comment.like", signedIn),
  door("server", "POST /comments/report", "comment.report", everybody, "the answer never tells what came of it"),
  door("server", "POST /comments/edit", "comment.own", everybody, "whoever has the key, for five minutes; what was written with an account needs that account too"),
  door("server", "POST /read", "reads.count", everybody, "counts one read, and keeps nothing of who read"),
  door("server", "/healthz", "public", everybody),
  door("server", "/readyz", "public", everybody),
  door("server", "/collab", "article.edit", writers, "asked at the handshake, at each event about a person, and every half minute"),
  door("socket", "auth", "article.edit", writers, "own stories, or any with article.edit_any; nothing else is heard before it"),
  door("socket", "sync", "article.edit", writers, "validated and committed before it is applied"),
  door("socket", "awareness", "article.edit", writers, "identity is the server's"),
  door("socket", "query-awareness", "article.edit", writers, "who else is in the story"),
  door("socket", "close", "article.edit", writers, "leaves the story"),
];
