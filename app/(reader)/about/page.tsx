import { NotHere } from "@/app/_reader/shell";
import { pagePath } from "@/lib/pages/purposes";
import { answerWith } from "@/lib/web/reader-request";
import { thePages } from "@/lib/web/reading";

export const metadata = { robots: { index: false } };

/** Leads to the page about the paper, whatever its address. */
export default async function About() {
  const about = (await thePages()).find((page) => page.purpose === "about");
  if (!about) return <NotHere />;
  answerWith(301, pagePath(about.slug));
  return null;
}
