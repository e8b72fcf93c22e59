import type { ReactNode } from "react";
import { type Language, languages } from "@/db/vocabulary";

/** The document of every desk and account page: the desk speaks English, the account the language of the paper. */
export function DeskDocument({ language = "en", children }: { language?: Language; children: ReactNode }) {
  return (
    <html lang={language} dir={languages[language].direction}>
      <head>
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
      </head>
      <body>{children}</body>
    </html>
  );
}
