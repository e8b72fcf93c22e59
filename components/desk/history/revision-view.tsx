import { BodyView } from "@/components/blocks/views";
import { bylineRoleNames, claimantKinds, formatChoices, languages, verdicts } from "@/db/vocabulary";
import type { BodyMaterial } from "@/lib/articles/views";
import type { LeadPicture, StoryContent } from "@/lib/content/document";
import { placedPicture } from "@/lib/media/crops";
import { pictureAddress } from "@/lib/media/sizes";

type Props = { content: StoryContent; material: BodyMaterial; sectionName: string | null; timeZone: string };

/** A version as it was, to read only; also what readers do not see. */
export function RevisionView({ content, material, sectionName, timeZone }: Props) {
  const { direction, name } = languages[content.language];
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
        <dt>Format</dt>
        <dd>{formatChoices[content.format].name}</dd>
        <dt>Language</dt>
        <dd>{name}</dd>
        <dt>Slug</dt>
        <dd>{content.slug || "from the headline"}</dd>
        <dt>Bylines</dt>
        <dd>{content.bylines.map((byline) => `${bylineRoleNames[byline.role]} ${byline.name}`).join(" · ") || "none"}</dd>
        <dt>Tags</dt>
        <dd>{content.tags.join(", ") || "none"}</dd>
        {content.format === "fact_check" && <ClaimFacts content={content} />}
        {content.lead && <LeadPictureFacts lead={content.lead} material={material} />}
      </dl>
    </div>
  );
}

function ClaimFacts({ content: { claim, claimant, claimantKind, verdict } }: Pick<Props, "content">) {
  return (
    <>
      <dt>Claim</dt>
      <dd dir="auto">{claim || "none"}</dd>
      <dt>Who claims it</dt>
      <dd>
        <bdi>{claimant || "nobody named"}</bdi>
        {claimantKind && `, ${claimantKinds[claimantKind].toLowerCase()}`}
      </dd>
      <dt>Verdict</dt>
      <dd>{verdict ? verdicts[verdict].name : "none"}</dd>
    </>
  );
}

function LeadPictureFacts({ lead, material }: { lead: LeadPicture; material: BodyMaterial }) {
  const picture = material.pictures.get(lead.assetId);
  const shown = picture && placedPicture(picture, lead);
  return (
    <>
      <dt>Lead picture</dt>
      <dd>
        {shown ? <img className="picture-was" src={pictureAddress(shown.id, 480, "webp", shown.crop)} alt={lead.alt} width={shown.width} height={shown.height} /> : "not there any more"}
      </dd>
      <dt>Alt text</dt>
      <dd>{lead.alt || "none"}</dd>
      <dt>Caption</dt>
      <dd>{lead.caption || "none"}</dd>
      <dt>Credit</dt>
      <dd>{lead.credit || "none"}</dd>
    </>
  );
}
