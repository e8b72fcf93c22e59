import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { RulesForm } from "@/app/(desk)/desk/comments/rules/form";
import { DeniedHere } from "@/app/_desk/denied";
import { RulesTabs } from "@/components/desk/comments/rules-tabs";
import { discussionRulesChange } from "@/lib/comments/abilities";
import { rulesFor } from "@/lib/comments/discussion-rules";
import { writtenRules } from "@/lib/comments/reads/rules";
import { withPartsBelow } from "@/lib/sections/family";
import { theSections } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "How discussions are held" };

export default async function Rules() {
  const actor = await staff("/desk/comments/rules");
  const may = discussionRulesChange.check(actor, null);
  const [{ paper, sections: own, version }, sections] = await Promise.all([writtenRules(), theSections()]);
  return (
    <Frame actor={actor} current="comments">
      <header className="head">
        <h1>How discussions are held</h1>
        <a className="quiet" href="/desk/comments">
          All comments
        </a>
      </header>
      {!may ? (
        <DeniedHere />
      ) : (
        <>
          <RulesTabs current="/desk/comments/rules" all />
          <div className="sheet-body">
            <p>A story’s own word comes before its section’s, and that before the paper’s. Days are counted from first publication.</p>
            <RulesForm of={null} name="The paper" rules={paper} version={version} />
            {withPartsBelow(sections).map((section) => (
              <RulesForm key={section.id} of={section.id} name={section.name} rules={own[section.id] ?? {}} version={version} sensitive={rulesFor({ paper, sections: own }, [section.id, section.parentId]).preset === "sensitive"} />
            ))}
          </div>
        </>
      )}
    </Frame>
  );
}
