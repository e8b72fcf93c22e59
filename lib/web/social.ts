import "server-only";
import type { Metadata } from "next";
import { languages } from "@/db/vocabulary";
import { shortened } from "@/lib/articles/outside-titles";
import { type CardPlace, cardAddress, cardSize, ofThePaper, paperCard, type SocialCard } from "@/lib/cards/card";
import type { PaperSettings } from "@/lib/settings/paper";
import { origin } from "@/lib/web/reading";

/** A picture as Open Graph tells it. */
export type SharedPicture = { url: string; width: number; height: number; alt: string; type: string };

/** The drawn card of a page, as a picture of it. */
export function drawnPicture(place: CardPlace, card: SocialCard): SharedPicture {
  return { url: origin() + cardAddress(place, card), ...cardSize, alt: card.headline, type: "image/png" };
}

/** What social cards of sites that read Twitter's words show beside the picture. */
export function twitterCard(title: string, description: string, { url, alt }: SharedPicture): NonNullable<Metadata["twitter"]> {
  return { card: "summary_large_image", title: shortened(title, 70), description: shortened(description, 200), images: [{ url, alt: shortened(alt, 420) }] };
}

type Shared = { title: string; says: string; canonical: string };

/** What a list, or a page that has no card of its own, tells social sites of itself. */
export function sharedAs(paper: PaperSettings, { title, says, canonical }: Shared, place: CardPlace = ofThePaper, card: SocialCard = paperCard(paper)): Pick<Metadata, "openGraph" | "twitter"> {
  const picture = drawnPicture(place, card);
  return {
    openGraph: { type: "website", title, ...(says ? { description: shortened(says, 300) } : {}), url: canonical, siteName: paper.name, locale: languages[paper.language].locale, images: [picture] },
    twitter: twitterCard(title, says, picture),
  };
}

