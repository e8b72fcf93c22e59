"use client";

import { bringBackPageAction, deletePageAction, withdrawPageAction, writePageAction } from "@/app/(desk)/desk/settings/pages/actions";
import { ActionForm } from "@/components/forms/action-form";
import { Field } from "@/components/forms/field";
import { Select } from "@/components/forms/select";
import { purposeNames } from "@/lib/pages/purposes";
import type { PageWorkingCopy } from "@/lib/pages/views";

/**
 * Saving keeps a version, publishing shows it to readers. Return in a line saves: that is the smaller step. Another version makes other
 * fields: what was typed into the ones before would stand over a version that was brought back.
 */
export function WritePageForm({ page }: { page: PageWorkingCopy }) {
  return (
    <ActionForm action={writePageAction} className="stack page-form" label="Page">
      {({ failure, typed }) => (
        <>
          <input type="hidden" name="pageId" value={page.id} />
          <input type="hidden" name="seq" value={typed.seq ?? page.seq} />
          <Field key={`title ${page.seq}`} id="title" name="title" label="Title" className="input" required maxLength={120} defaultValue={typed.title ?? page.title} error={failure?.fields?.title} />
          {page.isSettled ? (
            <input type="hidden" name="slug" value={page.slug} />
          ) : (
            <Field id="slug" name="slug" label="Address" className="input" help="Behind /about/. It stays once readers have found the page there." defaultValue={typed.slug ?? page.slug} error={failure?.fields?.slug} />
          )}
          <div className="field">
            <label htmlFor="purpose">What it is for</label>
            <Select id="purpose" name="purpose" names={purposeNames} defaultValue={typed.purpose ?? page.purpose} aria-describedby={failure?.fields?.purpose ? "purpose-error" : undefined} aria-invalid={failure?.fields?.purpose ? true : undefined} />
            {failure?.fields?.purpose && (
              <span className="problem" id="purpose-error">
                {failure.fields.purpose}
              </span>
            )}
          </div>
          <div className="field">
            <label htmlFor="typed">Text</label>
            <span className="help" id="typed-help">
              Each line is a paragraph. “## ” begins a heading, “### ” one below it, “- ” an item of a list, “1. ” a numbered one, “&gt; ” a quotation; leave an empty line between them. **bold**, *italic*, [words that lead somewhere](https://…).
            </span>
            <textarea key={page.seq} className="input" id="typed" name="typed" rows={22} dir="auto" defaultValue={typed.typed ?? page.typed} aria-describedby={`typed-help${failure?.fields?.typed ? " typed-error" : ""}`} aria-invalid={failure?.fields?.typed ? true : undefined} />
            {failure?.fields?.typed && (
              <span className="problem" id="typed-error">
                {failure.fields.typed}
              </span>
            )}
          </div>
          <p className="page-buttons">
            <button className="btn" type="submit" name="then" value="keep">
              Save
            </button>
            <button className="btn first" type="submit" name="then" value="publish">
              Publish
            </button>
          </p>
        </>
      )}
    </ActionForm>
  );
}

export function BringBackForm({ page, version }: { page: PageWorkingCopy; version: number }) {
  return (
    <ActionForm action={bringBackPageAction} className="stack" label={`Bring back version ${version}`}>
      {() => (
        <>
          <input type="hidden" name="pageId" value={page.id} />
          <input type="hidden" name="seq" value={page.seq} />
          <input type="hidden" name="version" value={version} />
          <button className="btn" type="submit">
            Bring back version {version}
          </button>
        </>
      )}
    </ActionForm>
  );
}

export function WithdrawPageForm({ page }: { page: PageWorkingCopy }) {
  return (
    <ActionForm action={withdrawPageAction} className="stack" label="Take off the site">
      {({ done }) =>
        !done && (
          <details>
            <summary>Take it off the site…</summary>
            <div className="stack">
              <p>Readers who come to /about/{page.slug} are told that it is gone. What was written stays here.</p>
              <input type="hidden" name="pageId" value={page.id} />
              <button className="btn" type="submit">
                Take off the site
              </button>
            </div>
          </details>
        )
      }
    </ActionForm>
  );
}

/** For a page that readers have never had. */
export function DeletePageForm({ page }: { page: PageWorkingCopy }) {
  return (
    <ActionForm action={deletePageAction} className="stack" label="Delete the page">
      {() => (
        <details>
          <summary>Delete it…</summary>
          <div className="stack">
            <p>“{page.title}” was never public. It goes from the list for good, and another page may take its address.</p>
            <input type="hidden" name="pageId" value={page.id} />
            <input type="hidden" name="seq" value={page.seq} />
            <button className="btn danger" type="submit">
              Delete the page
            </button>
          </div>
        </details>
      )}
    </ActionForm>
  );
}
