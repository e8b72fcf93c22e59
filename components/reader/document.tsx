import type { ReactNode } from "react";
import { type Language, languages } from "@/db/vocabulary";
import { asFace, facesOf } from "@/components/reader/faces-ahead";
import { words } from "@/components/reader/words";
import { processStore } from "@/lib/kernel/process-store";

type Props = { language: Language; /** What the paper's own look adds to the styles of the build. */ look: string; /** Where the paper's own icon is. */ icon?: string | null; children?: ReactNode };

/** The whole document of a reader page, in the language and direction of what stands in it. */
export function ReaderDocument({ language, look, icon = null, children }: Props) {
  const script = processStore().readerScriptPath;
  return (
    <html lang={language} dir={languages[language].direction}>
      <head>
        {icon ? <link rel="icon" href={icon} type="image/png" sizes="192x192" /> : <link rel="icon" href="/icon.svg" type="image/svg+xml" />}
        {icon && <link rel="apple-touch-icon" href={icon} />}
        {facesAhead(language, look).map((face) => (
          <link key={face} rel="preload" href={face} {...asFace} />
        ))}
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

/** The faces of the first view; that of headlines is not among them where the look puts another in its place. Small capitals want that of the text, whatever the text is in. */
function facesAhead(language: Language, look: string): string[] {
  return facesOf(language).filter((address) => !(address.includes("-display.") && look.includes("--face-display:")));
}
