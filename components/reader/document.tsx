import type { ReactNode } from "react";
import { type Language, languages } from "@/db/vocabulary";
import { words } from "@/components/reader/words";
import { processStore } from "@/lib/kernel/process-store";

/** The whole document of a reader page, in the language and direction of what stands in it. */
export function ReaderDocument({ language, children }: { language: Language; children: ReactNode }) {
  const script = processStore().readerScriptPath;
  return (
    <html lang={language} dir={languages[language].direction}>
      <head>
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href="/icon.svg" type="image/svg+xml" />
        {languages[language].direction === "ltr" && <link rel="preload" href="/fonts/newsreader-display.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />}
        {languages[language].direction === "ltr" && <link rel="preload" href="/fonts/newsreader-text.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />}
        {script && <script data-keep="" src={script} defer />}
      </head>
      <body>
        <a className="skip" href="#main">
          {words[language].skip}
        </a>
        {children}
      </body>
    </html>
  );
}
