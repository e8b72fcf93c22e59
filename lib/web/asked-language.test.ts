import { expect, it } from "vitest";
import { askedLanguage } from "@/lib/web/asked-language";

it.each([["fa", "fa"], ["de-AT,de;q=0.9", "de"], ["AR", "ar"], ["nl", "en"], ["*", "en"], ["", "en"]])("a page that asks for %s is answered in %s", (asked, language) => {
  expect(askedLanguage(new Headers({ "Accept-Language": asked }))).toBe(language);
});
