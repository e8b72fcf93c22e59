import type { ComponentType } from "react";
import { AnalysisPage } from "@/components/reader/article/formats/analysis";
import { ExplainerPage } from "@/components/reader/article/formats/explainer";
import { FactCheckPage } from "@/components/reader/article/formats/fact-check";
import { FeaturePage } from "@/components/reader/article/formats/feature";
import { Frame } from "@/components/reader/article/formats/frame";
import { GalleryPage } from "@/components/reader/article/formats/gallery";
import { InterviewPage } from "@/components/reader/article/formats/interview";
import { ObituaryPage } from "@/components/reader/article/formats/obituary";
import { OpinionPage } from "@/components/reader/article/formats/opinion";
import type { FormatProps } from "@/components/reader/article/formats/parts";
import { PressReleasePage } from "@/components/reader/article/formats/press-release";
import { withoutNotes } from "@/lib/content/correction-notes";
import type { StoryFormat } from "@/db/vocabulary";

const pages = {
  news: Frame,
  analysis: AnalysisPage,
  opinion: OpinionPage,
  feature: FeaturePage,
  interview: InterviewPage,
  explainer: ExplainerPage,
  fact_check: FactCheckPage,
  gallery: GalleryPage,
  obituary: ObituaryPage,
  press_release: PressReleasePage,
} satisfies Record<StoryFormat, ComponentType<FormatProps>>;

/** A story as readers see it, laid out as its format wants, its corrections where the paper puts them. Previews draw it with the same component. */
export function ArticleView({ article, ...props }: FormatProps) {
  const Page = pages[article.format];
  const placed = props.paper.correctionsAt === "above" ? { ...article, body: withoutNotes(article.body, article.corrections) } : article;
  return <Page {...props} article={placed} />;
}
