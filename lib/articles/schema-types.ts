import type { StoryFormat } from "@/db/vocabulary";

/** What each format is to machines (schema.org). What others send is no news article of ours, and says so by being a plain one. */
export const schemaTypes = {
  news: "NewsArticle",
  analysis: "AnalysisNewsArticle",
  opinion: "OpinionNewsArticle",
  feature: "ReportageNewsArticle",
  interview: "ReportageNewsArticle",
  explainer: "BackgroundNewsArticle",
  fact_check: "BackgroundNewsArticle",
  gallery: "NewsArticle",
  obituary: "NewsArticle",
  press_release: "Article",
} satisfies Record<StoryFormat, string>;
