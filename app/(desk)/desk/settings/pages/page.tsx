import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { AddPageForm, MovePageForm } from "@/app/(desk)/desk/settings/pages/forms";
import { DeniedHere } from "@/app/_desk/denied";
import { SettingsTabs } from "@/components/desk/settings-tabs";
import { stateWords } from "@/components/desk/pages/state-words";
import { purposeNames } from "@/lib/pages/purposes";
import { pageList } from "@/lib/pages/reads/page-list";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Pages" };

export default async function Pages() {
  const actor = await staff("/desk/settings/pages");
  const pages = await pageList(actor);
  return (
    <Frame actor={actor} current="settings">
      <header className="head">
        <h1>Pages</h1>
      </header>
      {pages && <SettingsTabs current="/desk/settings/pages" />}
      {!pages ? (
        <DeniedHere />
      ) : (
        <div className="sheet-body">
          <p>What the paper says of itself: who makes it and by which rules. The foot of every page leads there in this order, and machines are told which page is which policy.</p>
          {pages.length === 0 ? (
            <div className="empty">
              <h2>No page yet</h2>
              <p>Readers look for who you are first: begin with a page about the paper.</p>
            </div>
          ) : (
            <ol className="sections-list own-pages" aria-label="Pages in their order">
              {pages.map((page, index) => (
                <li key={page.id}>
                  <h2>
                    <a href={`/desk/settings/pages/${page.id}`}>{page.title}</a>
                  </h2>
                  <p className="quiet">
                    {stateWords[page.state]} · /about/{page.slug}
                    {page.purpose !== "plain" && ` · ${purposeNames[page.purpose]}`}
                  </p>
                  <MovePageForm page={page} first={index === 0} last={index === pages.length - 1} />
                </li>
              ))}
            </ol>
          )}
          <h2>New page</h2>
          <AddPageForm />
        </div>
      )}
    </Frame>
  );
}
