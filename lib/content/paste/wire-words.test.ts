import { describe, expect, it } from "vitest";
import { type Clipboard, type Pasted, readClipboard } from "@/lib/content/paste/paste";
import { textNodesOf } from "@/lib/content/references";
import { parseOnServer } from "@/lib/imports/documents/server-tree";

function read(clipboard: Clipboard): Pasted {
  const result = readClipboard(clipboard, { parse: parseOnServer });
  if (!result.ok) throw new Error(result.failure.message);
  return result.value;
}

const textOf = (pasted: Pasted): string[] => pasted.body.map((block) => textNodesOf(block).map((node) => node.text).join(""));

describe("a wire's embargo and end", () => {
  const copy = (embargo: string, end: string, place = "PORT ELLERY, Nov 24 (Reuters) -") => read({ text: `${embargo}\n\n${place} The council kept the boat on Tuesday.\n\nIt sails.\n\n${end}\n` });

  it.each(["Sous embargo jusqu’au 25 novembre à 6 heures", "Information sous embargo jusqu'à mardi 6 h", "Ne pas publier avant le 25 novembre", "À ne pas diffuser avant mardi", "Gesperrt bis Mittwoch, 6 Uhr", "Frei für Mittwoch, 6 Uhr", "Nicht vor Mittwoch, 6 Uhr, veröffentlichen", "Embargado hasta el 25 de noviembre", "Bajo embargo hasta el martes", "No publicar antes del 25 de noviembre", "ممنوعیت انتشار تا ساعت ۶", "انتشار ممنوع تا ساعت ۶", "تحریم خبری تا ساعت ۶", "حظر النشر حتى الساعة السادسة"])("reads %s", (embargo) => {
    const pasted = copy(embargo, "FIN");
    expect(textOf(pasted)).toEqual(["The council kept the boat on Tuesday.", "It sails."]);
    expect(pasted.fields?.embargo).toBe(embargo);
  });

  it.each(["(Fin)", "/FIN/", "- Ende -", "(Ende)", "(FIN)", "پایان", "(پایان)", "انتهای پیام/", "(انتهى)", "-انتهى-", "(fin de la nota)"])("ends at %s", (end) => {
    expect(textOf(copy("EMBARGO: Tuesday", end))).toEqual(["The council kept the boat on Tuesday.", "It sails."]);
  });
});
