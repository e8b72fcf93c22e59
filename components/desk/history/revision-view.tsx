import { BodyView } from "@/components/blocks/views";
import { bylineRoleNames, languages } from "@/db/vocabulary";
import type { BodyMaterial } from "@/lib/articles/views";
import type { StoryContent } from "@/lib/content/document";

type Props = { content: StoryContent; material: BodyMaterial; sectionName: string | null; timeZone: string };

/** A version as it was, to read only; also what readers do not see. */
export function RevisionView({ content, material, sectionName, timeZone }: Props) {
  const { direction } = languages[content.language];
  return (
    <div className="in">
      <div lang={content.language} dir={direction}>
        {content.kicker && <p className="kick-was">{content.kicker}</p>}
        <h2 className="headline-was">{content.headline || "Without a headline"}</h2>
        {content.standfirst && <p className="standfirst-was">{content.standfirst}</p>}
        <div className="doc prose-was">
          <BodyView body={content.body} dateline={content.dateline} material={material} language={content.language} timeZone={timeZone} />
        </div>
      </div>
      <dl className="facts-was">
        <dt>Section</dt>
        <dd>{sectionName ?? "none"}</dd>
        <dt>Slug</dt>
        <dd>{content.slug || "from the headline"}</dd>
        <dt>Bylines</dt>
        <dd>{content.bylines.map((byline) => `${bylineRoleNames[byline.role]} ${byline.name}`).join(" · ") || "none"}</dd>
        <dt>Tags</dt>
        <dd>{content.tags.join(", ") || "none"}</dd>
        {content.lead && (
          <>
            <dt>Picture</dt>
            <dd>
              {content.lead.alt || "no alt text"} · {content.lead.caption || "no caption"} · {content.lead.credit || "no credit"}
            </dd>
          </>
        )}
      </dl>
    </div>
  );
}
