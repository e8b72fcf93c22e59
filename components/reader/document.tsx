import type { ReactNode } from "react";
import { type Language, languages } from "@/db/vocabulary";
import { words } from "@/components/reader/words";
import { processStore } from "@/lib/kernel/process-store";

type Props = { language: Language; /** What the paper's own look adds to the styles of the build. */ look: string; /** Where the paper's own icon is. */ icon?: string | null; children?: ReactNode };

/** The whole document of a reader page, in the language and direction of what stands in it. */
export function ReaderDocument({ language, look, icon = null, children }: Props) {
  // A face that the look puts another in the place of is not fetched ahead.
  const ahead = (face: "display" | "text") => languages[language].direction === "ltr" && !look.includes(`--face-${face}:`);
  const script = processStore().readerScriptPath;
  return (
    <html lang={language} dir={languages[language].direction}>
      <head>
        <meta name="color-scheme" content="light dark" />
        {icon ? <link rel="icon" href={icon} type="image/png" sizes="192x192" /> : <link rel="icon" href="/icon.svg" type="image/svg+xml" />}
        {icon && <link rel="apple-touch-icon" href={icon} />}
        {ahead("display") && <link rel="preload" href="/fonts/newsreader-display.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />}
        {ahead("text") && <link rel="preload" href="/fonts/newsreader-text.woff2" as="font" type="font/woff2" crossOrigin="anonymous" />}
        {look && <style>{look}</style>}
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
