import { type Branding, colourOf, drawingAddresses, type MastheadStyle, mastheadStyles, type Pairing, pairings } from "@/lib/settings/branding";
import { mostOfADrawing } from "@/lib/settings/drawings";

/** The look as it stands in the form: what its styles are made from, where its drawings are, and the colours as they are typed. */
export type LookDraft = { branding: Branding; drawings: { light: string | null; dark: string | null }; typedLight: string; typedDark: string };

export function savedDraft(saved: Branding): LookDraft {
  return {
    branding: saved,
    drawings: { light: saved.drawingLight && drawingAddresses.light, dark: saved.drawingDark && drawingAddresses.dark },
    typedLight: saved.accentLight ?? "",
    typedDark: saved.accentDark ?? "",
  };
}

/** Reads the form as it is just now. What is half typed counts as not there; the command says what is wrong. */
export async function draftOf(form: FormData, saved: Branding): Promise<LookDraft> {
  const text = (name: string) => String(form.get(name) ?? "");
  const before = savedDraft(saved);
  const [light, dark] = [await drawingIn(form, "drawingLight"), await drawingIn(form, "drawingDark")];
  const masthead = text("masthead");
  const pairing = text("pairing");
  return {
    branding: {
      ...saved,
      accentLight: colourOf(text("accentLight")),
      accentDark: colourOf(text("accentDark")),
      masthead: Object.hasOwn(mastheadStyles, masthead) ? (masthead as MastheadStyle) : saved.masthead,
      mastheadInAccent: form.get("mastheadInAccent") === "on",
      pairing: Object.hasOwn(pairings, pairing) ? (pairing as Pairing) : saved.pairing,
      drawingLight: light === undefined ? saved.drawingLight : (light?.size ?? null),
      drawingDark: dark === undefined ? saved.drawingDark : (dark?.size ?? null),
    },
    drawings: { light: light === undefined ? before.drawings.light : (light?.address ?? null), dark: dark === undefined ? before.drawings.dark : (dark?.address ?? null) },
    typedLight: text("accentLight"),
    typedDark: text("accentDark"),
  };
}

/** Undefined where the drawing stays, null where it goes. A chosen file, or one that was chosen when the form was sent before, is shown as a picture, in which nothing runs and nothing is fetched. */
async function drawingIn(form: FormData, name: "drawingLight" | "drawingDark"): Promise<{ address: string; size: { width: number; height: number } } | null | undefined> {
  const file = form.get(name);
  const chosen = file instanceof File && file.size > 0 ? file : null;
  const kept = form.get(`${name}Kept`);
  if (!chosen && !kept) return form.get(`${name}Gone`) === "on" ? null : undefined;
  if (chosen && chosen.size > mostOfADrawing) return undefined;
  const source = chosen ? await chosen.text() : String(kept);
  const [, , width = 0, height = 0] = (/viewBox\s*=\s*["']([^"']*)/.exec(source)?.[1] ?? "").trim().split(/[\s,]+/).map(Number);
  if (!(width > 0 && height > 0)) return undefined;
  return { address: `data:image/svg+xml,${encodeURIComponent(source)}`, size: { width, height } };
}
