import { Fragment } from "react";
import { tongue } from "@/components/reader/tongue";
import { words } from "@/components/reader/words";
import { languages } from "@/db/vocabulary";
import type { ArticlePage } from "@/lib/articles/views";

/** The way to the same story in other languages, each by its own name; nothing where there is none. */
export function OtherLanguages({ article: { translations, language } }: { article: ArticlePage }) {
  if (translations.length === 0) return null;
  return (
    <p className="in-series">
      {words[language].otherLanguages}:{" "}
      {translations.map((one, index) => (
        <Fragment key={one.language}>
          {index > 0 && " · "}
          <a href={one.path} hrefLang={one.language} rel="alternate" {...tongue(one, language)}>
            {languages[one.language].name}
          </a>
        </Fragment>
      ))}
    </p>
  );
}
