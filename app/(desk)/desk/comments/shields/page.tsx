import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { DeniedHere } from "@/app/_desk/denied";
import { RaiseShield, ShieldActs } from "@/app/(desk)/desk/comments/shields/form";
import { RulesTabs } from "@/components/desk/comments/rules-tabs";
import { Suggested, shieldSentence } from "@/components/desk/comments/shield-strip";
import { discussionRulesChange } from "@/lib/comments/abilities";
import { discussionSettings } from "@/lib/comments/reads/discussion-settings";
import { type StandingShield, theShields } from "@/lib/moderation/reads/shields";
import { withPartsBelow } from "@/lib/sections/family";
import { thePaper, theSections } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Shields" };

/** Shields that stand, and the way to raise one: for a story it is named in the address. */
export default async function Shields({ searchParams }: { searchParams: Promise<{ story?: string | string[] }> }) {
  const actor = await staff("/desk/comments/shields");
  const { story: asked } = await searchParams;
  const [shields, sections, paper, story] = await Promise.all([theShields(actor), theSections(), thePaper(), typeof asked === "string" ? discussionSettings(actor, asked) : null]);
  const places = {
    "": "The whole paper",
    ...(story ? { [`article ${story.articleId}`]: `The story “${story.headline}”` } : {}),
    ...Object.fromEntries(withPartsBelow(sections).map(({ id, name }) => [`section ${id}`, `The section ${name}`])),
  };
  return (
    <Frame actor={actor} current="comments">
      <header className="head">
        <h1>Shields</h1>
        <a className="quiet" href="/desk/comments">
          All comments
        </a>
      </header>
      {!shields ? (
        <DeniedHere />
      ) : (
        <>
          <RulesTabs current="/desk/comments/shields" all={discussionRulesChange.check(actor, null)} />
          <div className="sheet-body">
            <p>While a flood lasts, a shield has new comments read before they appear: those of guests and newcomers, or everybody’s but staff’s. It ends by itself.</p>
            <Suggested suggested={shields.suggested} />
            {shields.standing.length === 0 && <p className="quiet">No shield stands.</p>}
            {shields.standing.length > 0 && (
              <ul className="word-rules" aria-label="Shields that stand">
                {shields.standing.map((shield) => (
                  <li key={shield.id}>
                    <p>{shieldSentence(shield, paper.timeZone)}</p>
                    <ShieldActs id={shield.id} over={overOf(shield)} name={shield.over ?? "the whole paper"} />
                  </li>
                ))}
              </ul>
            )}
            <h2>Raise a shield</h2>
            <p className="quiet">For one story, begin at its discussion: the link stands there.</p>
            <RaiseShield places={places} over={story ? `article ${story.articleId}` : ""} key={story?.articleId ?? ""} />
          </div>
        </>
      )}
    </Frame>
  );
}

const overOf = ({ articleId, sectionId }: StandingShield): string => (articleId ? `article ${articleId}` : sectionId ? `section ${sectionId}` : "");
