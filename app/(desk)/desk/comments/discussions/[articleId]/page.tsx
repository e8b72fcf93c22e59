import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { DiscussionForm } from "@/app/(desk)/desk/comments/discussions/[articleId]/form";
import { DeniedHere } from "@/app/_desk/denied";
import { deskTime } from "@/components/desk/editor/times";
import type { DiscussionState } from "@/lib/comments/discussion";
import { discussionSettings } from "@/lib/comments/reads/discussion-settings";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Discussion of a story" };

export default async function Discussion({ params }: { params: Promise<{ articleId: string }> }) {
  const { articleId } = await params;
  const actor = await staff(`/desk/comments/discussions/${articleId}`);
  const [settings, paper] = await Promise.all([discussionSettings(actor, articleId), thePaper()]);
  return (
    <Frame actor={actor} current="comments">
      <header className="head">
        <h1>Discussion</h1>
        <a className="quiet" href="/desk/comments">
          All comments
        </a>
      </header>
      {!settings ? (
        <DeniedHere />
      ) : (
        <div className="sheet-body">
          <p>
            {settings.path ? (
              <a href={`${settings.path}#comments`}>{settings.headline}</a>
            ) : (
              <b>{settings.headline || "Untitled"} (not live)</b>
            )}
            {settings.sectionName && ` in ${settings.sectionName}`}
          </p>
          <p className="quiet">
            {settings.state ? stateSentence(settings.state, paper.timeZone) : "It opens when the story comes out."} {settings.visible}{" "}
            shown, {settings.held} waiting, {settings.unread} shown unread.
          </p>
          <p>
            <a href={`/desk/comments/shields?story=${articleId}`}>Raise a shield over this story</a>
          </p>
          <DiscussionForm settings={settings} timeZone={paper.timeZone} />
        </div>
      )}
    </Frame>
  );
}

function stateSentence({ why, closesAt, reviewed, membersOnly, slowModeSeconds }: DiscussionState, timeZone: string): string {
  if (why === "off") return "No comments are shown or taken.";
  if (why === "read_only") return "Comments are shown; none is taken any more.";
  if (why === "closed") return `It closed on ${closesAt ? deskTime(closesAt.toISOString(), timeZone) : "its day"}.`;
  return [
    closesAt ? `Open until ${deskTime(closesAt.toISOString(), timeZone)}.` : "Open, without an end.",
    reviewed ? "Every comment is read before it appears." : "",
    membersOnly ? "For people with an account." : "",
    slowModeSeconds > 0 ? `One comment of a person every ${slowModeSeconds} seconds.` : "",
  ]
    .filter(Boolean)
    .join(" ");
}
