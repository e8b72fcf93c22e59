import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { BringBackForm, DeletePageForm, WithdrawPageForm, WritePageForm } from "@/app/(desk)/desk/settings/pages/[id]/forms";
import { DeniedHere } from "@/app/_desk/denied";
import { stateWords } from "@/components/desk/pages/state-words";
import { Versions } from "@/components/desk/pages/versions";
import { noMaterial } from "@/components/reader/paper-page";
import { BodyView } from "@/components/blocks/views";
import { pagePath } from "@/lib/pages/purposes";
import { pageVersion, pageWorkingCopy } from "@/lib/pages/reads/page-list";
import { thePaper } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";
import "@/components/desk/editor/editor.css";

export const metadata: Metadata = { title: "Page" };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ v?: string | string[] }> };

export default async function WritePage({ params, searchParams }: Props) {
  const [{ id }, { v }] = await Promise.all([params, searchParams]);
  const actor = await staff(`/desk/settings/pages/${id}`);
  const [page, paper] = await Promise.all([pageWorkingCopy(actor, id), thePaper()]);
  if (!page)
    return (
      <Frame actor={actor} current="settings">
        <DeniedHere />
      </Frame>
    );
  const chosen = page.versions.find((version) => String(version.seq) === v)?.seq ?? page.seq;
  const shown = await pageVersion(actor, page.id, chosen);
  const isPublic = page.state === "published" || page.state === "changed";
  return (
    <Frame actor={actor} current="settings">
      <header className="head">
        <h1>{page.title}</h1>
        <a className="btn" href="/desk/settings/pages">
          All pages
        </a>
        {isPublic && (
          <a className="btn" href={pagePath(page.slug)}>
            View page
          </a>
        )}
      </header>
      <div className="sheet-body">
        <p className="quiet">
          {stateWords[page.state]} · /about/{page.slug}
        </p>
        <WritePageForm page={page} />
        {isPublic && <WithdrawPageForm page={page} />}
        {page.state === "draft" && <DeletePageForm page={page} />}
        <h2>Versions</h2>
        <Versions pageId={page.id} versions={page.versions} chosen={chosen} timeZone={paper.timeZone} />
        {shown && (
          <section aria-label={`Version ${chosen}`} className="page-version">
            {chosen !== page.seq && <BringBackForm page={page} version={chosen} />}
            <div className="doc prose-was" lang={paper.language} dir="auto">
              <p className="headline-was">{shown.title}</p>
              <BodyView body={shown.body} material={noMaterial} language={paper.language} timeZone={paper.timeZone} />
            </div>
          </section>
        )}
      </div>
    </Frame>
  );
}
