/** What an address leads to: the provider's own name for it, and the one address at which it is known here. */
export type Reference = { reference: string; url: string };

/** How something stands in the page once it is loaded: a film, an upright film, a post, a player's bar, a chart. */
export type Shape = "film" | "upright" | "post" | "bar" | "chart";

/** An answer of oEmbed, as far as anybody here looks at it. */
export type OembedAnswer = { title?: string | undefined; author_name?: string | undefined; author_url?: string | undefined; provider_url?: string | undefined; html?: string | undefined; width?: number | undefined; height?: number | undefined; thumbnail_url?: string | undefined };

/** What is kept of an answer: words as plain text, and where a still picture may be copied from. */
export type Snapshot = { title: string; author: string; words: string; width: number | null; height: number | null; thumbnail: string | null };

/** All that is known of a provider. Pure: everything follows from the reference, and a reference of another form follows nowhere. */
export type Provider = {
  /** Names of the web at which its addresses stand, without "www."; empty where any may be. */
  hosts: readonly string[];
  find(url: URL): Reference | null;
  /** What to paste instead, for an address of this provider that only its own server could read; null for any other. */
  instead?(url: URL): string | null;
  /** Where to ask for a snapshot; null where nobody answers without a key, so that the address stands by itself. */
  question(found: Reference): string | null;
  /** The hosts that may be asked, and redirect to. */
  asks(found: Reference): readonly string[];
  /** Whether the answer is really this provider's, where an address alone cannot tell. */
  confirms?(answer: OembedAnswer, found: Reference): boolean;
  /** Whether the words of what is embedded are in the answer's markup. */
  isPost: boolean;
  /** A second question, where oEmbed does not tell the words; lib/embeds/sequels.ts reads the answer. */
  sequel?(found: Reference): string | null;
  /** What the reader loads after asking for it; null where the snapshot is all there is. */
  frame(found: Reference): { address: string; onPlay: string } | null;
  /** Every origin that frames come from, for the reader's policy. */
  frameOrigins: readonly string[];
  shape(found: Reference): Shape;
  /** Who is asked when it is loaded, in a word that readers know, and whose name stands on the button. */
  loadsFrom(found: Reference): { company: string; name: string };
  /** YouTube plays for nobody who does not say where from; everybody else is told nothing. */
  referrer: "no-referrer" | "strict-origin";
};

/** The parts of a path, without empty ones. */
export const partsOf = (url: URL): string[] => url.pathname.split("/").filter(Boolean);

/** The match of the whole text, or null. */
export function match(form: RegExp, text: string | null | undefined): RegExpExecArray | null {
  return form.exec(text ?? "");
}

/** An address with parameters, written by the URL standard. */
export function withParameters(address: string, parameters: Record<string, string>): string {
  const url = new URL(address);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
  return url.href;
}
