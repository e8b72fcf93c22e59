import type { Metadata } from "next";
import { NotHere, Shell } from "@/app/_reader/shell";
import { PageStructuredData } from "@/components/reader/article/structured-data";
import { Lost } from "@/components/reader/lost";
import { PaperPageView } from "@/components/reader/paper-page";
import { words } from "@/components/reader/words";
import { shortened } from "@/lib/articles/outside-titles";
import { bodyText } from "@/lib/content/to-text";
import { pagePath } from "@/lib/pages/purposes";
import { answerWith } from "@/lib/web/reader-request";
import { origin, thePageAt, thePaper, theWayOn } from "@/lib/web/reading";
import { sharedAs } from "@/lib/web/social";

type Props = { params: Promise<{ slug: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [at, paper] = await Promise.all([thePageAt((await params).slug), thePaper()]);
  if (at.found !== "here") return { title: `${words[paper.language].notFound} · ${paper.name}`, robots: { index: false } };
  const title = `${at.page.title} · ${paper.name}`;
  const address = origin() + pagePath(at.page.slug);
  const description = shortened(bodyText(at.page.body).replace(/\s+/g, " "), 160);
  return { title, description, alternates: { canonical: address }, ...sharedAs(paper, { title: at.page.title, says: description, canonical: address }) };
}

/** What the paper says of itself. One that was taken back says so. */
export default async function PaperPage({ params }: Props) {
  const [at, paper] = await Promise.all([thePageAt((await params).slug), thePaper()]);
  if (at.found === "nothing") return <NotHere />;
  if (at.found === "gone") {
    answerWith(410);
    return (
      <Shell>
        <Lost what="pageGone" language={paper.language} elsewhere={await theWayOn()} />
      </Shell>
    );
  }
  return (
    <Shell>
      <PageStructuredData page={at.page} paper={paper} origin={origin()} />
      <PaperPageView page={at.page} paper={paper} />
    </Shell>
  );
}
