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

/** The faces of the first view; one that the look puts another in the place of is not among them. Latin letters stand on every page. */
function facesAhead(language: Language, look: string): string[] {
  const isUnused = (address: string) => ["display", "text"].some((face) => address.includes(`-${face}.`) && look.includes(`--face-${face}:`));
  return [...new Set([...facesOf(language), ...facesOf("en")])].filter((address) => !isUnused(address));
}
