"use client";

import { describeTagAction } from "@/app/(desk)/desk/tags/actions";
import { ActionForm } from "@/components/forms/action-form";
import { FoldedFields } from "@/components/forms/folded-fields";
import { TextArea } from "@/components/forms/text-area";
import type { TagLine } from "@/lib/tags/reads/tag-list";

export function DescribeTagForm({ tag, longest }: { tag: TagLine; longest: number }) {
  return (
    <ActionForm action={describeTagAction} label={`Introduce ${tag.name}`}>
      {({ failure, typed }) => (
        <FoldedFields says={tag.intro ? "Change the introduction" : "Write an introduction"} of={`of ${tag.name}`} failed={failure !== null}>
          <input type="hidden" name="tagId" value={tag.id} />
          <TextArea id={`${tag.id}-intro`} name="intro" label="Introduction" rows={4} maxLength={longest} dir="auto" defaultValue={typed.intro ?? tag.intro} error={failure?.fields?.intro} help="Stands at the head of the tag’s page. Leave it empty for none." />
        </FoldedFields>
      )}
    </ActionForm>
  );
}
