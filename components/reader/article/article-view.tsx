import type { ComponentType } from "react";
import { ExplainerPage } from "@/components/reader/article/formats/explainer";
import { FeaturePage } from "@/components/reader/article/formats/feature";
import { GalleryPage } from "@/components/reader/article/formats/gallery";
import { InterviewPage } from "@/components/reader/article/formats/interview";
import { NewsPage } from "@/components/reader/article/formats/news";
import { ObituaryPage } from "@/components/reader/article/formats/obituary";
import { OpinionPage } from "@/components/reader/article/formats/opinion";
import type { FormatProps } from "@/components/reader/article/formats/parts";
import { PressReleasePage } from "@/components/reader/article/formats/press-release";
import type { StoryFormat } from "@/db/vocabulary";

const pages = {
  news: NewsPage,
  analysis: NewsPage,
  opinion: OpinionPage,
  feature: FeaturePage,
  interview: InterviewPage,
  explainer: ExplainerPage,
  fact_check: ExplainerPage,
  gallery: GalleryPage,
  obituary: ObituaryPage,
  press_release: PressReleasePage,
} satisfies Record<StoryFormat, ComponentType<FormatProps>>;

/** A story as readers see it, laid out as its format wants. Previews draw it with the same component. */
export function ArticleView(props: FormatProps) {
  const Page = pages[props.article.format];
  return <Page {...props} />;
}
