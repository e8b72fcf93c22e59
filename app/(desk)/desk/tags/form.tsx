"use client";

import { describeTagAction } from "@/app/(desk)/desk/tags/actions";
import { ActionForm } from "@/components/forms/action-form";
import { TextArea } from "@/components/forms/text-area";
import type { TagLine } from "@/lib/tags/reads/tag-list";

export function DescribeTagForm({ tag, longest }: { tag: TagLine; longest: number }) {
  return (
    <ActionForm action={describeTagAction} label={`Introduce ${tag.name}`}>
      {({ failure, typed }) => (
        <details open={failure !== null || undefined}>
          <summary>
            {tag.intro ? "Change the introduction" : "Write an introduction"}
            <span className="hidden"> of {tag.name}</span>
          </summary>
          <div className="stack row-form from-top">
            <input type="hidden" name="tagId" value={tag.id} />
            <TextArea id={`${tag.id}-intro`} name="intro" label="Introduction" rows={4} maxLength={longest} dir="auto" defaultValue={typed.intro ?? tag.intro} error={failure?.fields?.intro} help="Stands at the head of the tag’s page. Leave it empty for none." />
            <button className="btn" type="submit">
              Save
            </button>
          </div>
        </details>
      )}
    </ActionForm>
  );
}
