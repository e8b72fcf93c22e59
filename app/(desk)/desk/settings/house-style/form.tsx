"use client";

import { changeHouseStyleAction, changeSensitiveTopicsAction } from "@/app/(desk)/desk/settings/house-style/actions";
import { languageCodes } from "@/db/vocabulary";
import { ActionForm } from "@/components/forms/action-form";
import { SeenVersion } from "@/components/forms/seen-version";
import { TextArea } from "@/components/forms/text-area";

const howRulesAreWritten =
  "What is written | what is better | why | “capitals” where those count. An asterisk stands for the rest of a word: utili* | use. Between slashes stands a regular expression (RE2: no lookaround, no backreferences), and $1 in what is better for what its first brackets found: /(\\d+) euros?/ | €$1.";

/** The rules as lines of text: the quickest to write, to put in order and to bring from elsewhere. Beside them a text to try them on before anybody meets them. */
export function HouseStyleForm({ rules, version }: { rules: string; version: number }) {
  return (
    <ActionForm action={changeHouseStyleAction} className="stack" label="House style">
      {({ failure, typed, found }) => (
        <>
          <SeenVersion typed={typed} version={version} />
          <TextArea id="rules" name="rules" label="Rules, one a line" help={howRulesAreWritten} rows={16} spellCheck={false} dir="auto" defaultValue={typed.rules ?? rules} error={failure?.fields?.rules} />
          <TextArea id="try-text" name="text" label="Try them on" help="Some sentences. The rules are tried as they stand above; nothing is saved." rows={4} dir="auto" maxLength={20_000} defaultValue={typed.text ?? ""} error={failure?.fields?.text} />
          {found && found.length > 0 && (
            <ul aria-label="What the rules find" dir="auto">
              {found.map((line, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the same may be found twice, and the list is made anew each time.
                <li key={index}>{line}</li>
              ))}
            </ul>
          )}
          <p className="page-buttons">
            <button className="btn first" type="submit" name="then" value="save">
              Save the rules
            </button>
            <button className="btn" type="submit" name="then" value="try">
              Try the rules
            </button>
          </p>
        </>
      )}
    </ActionForm>
  );
}

/** What the paper writes about with care, as lines of text like the rules. */
export function SensitiveTopicsForm({ topics, version }: { topics: string; version: number }) {
  return (
    <ActionForm action={changeSensitiveTopicsAction} className="stack" label="Sensitive topics">
      {({ failure, typed }) => (
        <>
          <SeenVersion typed={typed} version={version} />
          <TextArea
            id="topics"
            name="topics"
            label="Sensitive topics, one a line"
            help={`The story’s language (${languageCodes.join(", ")}) | topic | words by which it is noticed, with commas between them | what to think of. An asterisk stands for the rest of a word.`}
            rows={12}
            dir="auto"
            defaultValue={typed.topics ?? topics}
            error={failure?.fields?.topics}
          />
          <button className="btn first" type="submit">
            Save the topics
          </button>
        </>
      )}
    </ActionForm>
  );
}
