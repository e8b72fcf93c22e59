import type { Metadata } from "next";
import { Frame } from "@/app/_desk/desk-frame";
import { DeniedHere } from "@/app/_desk/denied";
import { AddRule, ChangeRule, ImportRules, MoveRule } from "@/app/(desk)/desk/comments/rules/words/rule-form";
import { TryForm } from "@/app/(desk)/desk/comments/rules/words/try-form";
import { RulesTabs } from "@/components/desk/comments/rules-tabs";
import { deskTime } from "@/components/desk/editor/times";
import { languages } from "@/db/vocabulary";
import { type WordRuleRow, wordRulesPage } from "@/lib/moderation/word-rules/reads/word-rules";
import { actionNames, kindNames } from "@/lib/moderation/word-rules/word-rule-names";
import { withPartsBelow } from "@/lib/sections/family";
import { thePaper, theSections } from "@/lib/web/reading";
import { staff } from "@/lib/web/session";

export const metadata: Metadata = { title: "Words and addresses" };

export default async function WordRules({ searchParams }: { searchParams: Promise<{ q?: string | string[] }> }) {
  const actor = await staff("/desk/comments/rules/words");
  const { q } = await searchParams;
  const wanted = typeof q === "string" ? q.trim() : "";
  const [page, sections, paper] = await Promise.all([wordRulesPage(actor, wanted), theSections(), thePaper()]);
  const sectionNames = Object.fromEntries(withPartsBelow(sections).map(({ id, name }) => [id, name]));
  return (
    <Frame actor={actor} current="comments">
      <header className="head">
        <h1>Words and addresses</h1>
        <a className="quiet" href="/desk/comments">
          All comments
        </a>
      </header>
      {!page ? (
        <DeniedHere />
      ) : (
        <>
          <RulesTabs current="/desk/comments/rules/words" all />
          <div className="sheet-body">
            <p>What a rule finds is held, marked, taken for spam or rejected as a banned word. Words are found whole, whatever their case, accents and disguise; an asterisk stands for the rest of one. An address means all below it. An expression is one of RE2: no lookaround, no backreferences.</p>
            <AddRule sections={sectionNames} />
            <h2>Try a text</h2>
            <TryForm />
            <h2>{page.all === 1 ? "1 rule" : `${page.all.toLocaleString("en")} rules`}</h2>
            <form className="find-rules" aria-label="Find a rule" action="/desk/comments/rules/words">
              <input className="input" type="search" name="q" aria-label="Letters of it" defaultValue={wanted} dir="auto" />
              <button className="btn" type="submit">
                Find
              </button>
              <a className="btn" href="/api/v1/word-rules" download>
                Take them all as a table
              </a>
            </form>
            {page.rules.length === 0 && <p className="quiet">{wanted ? `No rule holds “${wanted}”.` : "No rule yet. Comments are judged by everything else that is known of them."}</p>}
            {page.rules.length > 0 && (
              <ul className="word-rules" aria-label="Rules">
                {page.rules.map((rule) => (
                  <li key={rule.id}>
                    <p>
                      <b dir="auto">{rule.pattern}</b> <span className="quiet">{inWords(rule)}</span>
                    </p>
                    <p className="quiet num">
                      {hits(rule, paper.timeZone)} {whose(rule, paper.timeZone)}
                    </p>
                    <ChangeRule rule={rule} sections={sectionNames} />
                  </li>
                ))}
              </ul>
            )}
            {page.more > 0 && <p className="quiet">{page.more.toLocaleString("en")} more. Find the one that you mean.</p>}
            {page.deleted.length > 0 && (
              <>
                <h2>Deleted lately</h2>
                <ul className="word-rules" aria-label="Deleted lately">
                  {page.deleted.map(({ id, pattern, at }) => (
                    <li key={id}>
                      <p>
                        <b dir="auto">{pattern}</b> <span className="quiet">{deskTime(at, paper.timeZone)}</span>
                      </p>
                      <MoveRule id={id} pattern={pattern} then="restore" />
                    </li>
                  ))}
                </ul>
              </>
            )}
            <h2>Bring rules from elsewhere</h2>
            <ImportRules />
          </div>
        </>
      )}
    </Frame>
  );
}

const inWords = ({ enabled, kind, action, language, sectionName, note }: WordRuleRow): string => [enabled ? "" : "Off", kindNames[kind], actionNames[action], language && languages[language].name, sectionName, note].filter(Boolean).join(" · ");

function hits({ hits: number, approved, lastHitAt }: WordRuleRow, timeZone: string): string {
  if (number === 0 || !lastHitAt) return "Found nothing yet.";
  return `Found in ${number === 1 ? "1 comment" : `${number.toLocaleString("en")} comments`}, last ${deskTime(lastHitAt, timeZone)}${approved > 0 ? `; ${approved.toLocaleString("en")} of the last month’s approved nevertheless` : ""}.`;
}

const whose = ({ by, madeAt, changedBy }: WordRuleRow, timeZone: string): string => `Made by ${by ?? "somebody"}, ${deskTime(madeAt, timeZone)}${changedBy ? `; changed by ${changedBy}` : ""}.`;
