import type { ReactNode } from "react";
import { FeedItem } from "@/components/desk/looks/feed-item";
import { SearchResult } from "@/components/desk/looks/search-result";
import { SocialCard } from "@/components/desk/looks/social-card";
import { Lead } from "@/components/reader/front/lead";
import { Story } from "@/components/reader/front/story";
import type { Look } from "@/lib/articles/looks";
import type { ArticlePage } from "@/lib/articles/views";
import type { PaperSettings } from "@/lib/settings/paper";

type Props = { look: Exclude<Look, "page">; article: ArticlePage; paper: PaperSettings; origin: string };

/** A story as it stands elsewhere. What our own front shows is drawn by its own components. */
export function LookView({ look, article, paper, origin }: Props) {
  switch (look) {
    case "front":
      return (
        <LookPage title="On the front">
          <h2 className="label">As the lead story</h2>
          <Lead card={article} more={[]} paper={paper} />
          <h2 className="label">With a picture, and as a line in a list</h2>
          <div className="small-cards">
            <Story card={article} around="en" size="h3" picture="yes" standfirst meta="" />
            <Story card={article} around="en" />
          </div>
        </LookPage>
      );
    case "search":
      return (
        <LookPage title="As a search result">
          <SearchResult article={article} paper={paper} origin={origin} />
          <p className="note">Search engines cut the title at about 60 characters and the description after two lines. They may show other words of the page.</p>
        </LookPage>
      );
    case "social":
      return (
        <LookPage title="As a social card">
          <SocialCard article={article} origin={origin} />
          <p className="note">{article.picture ? "The picture is cut to the shape of the card, around the point that every layout keeps in sight." : "Without a lead picture, most networks show a small card with the words alone."}</p>
        </LookPage>
      );
    case "feed":
      return (
        <LookPage title="As a feed item">
          <FeedItem article={article} paper={paper} />
          <p className="note">Feeds carry the whole text; feed readers show its beginning in a face of their own.</p>
        </LookPage>
      );
  }
}

function LookPage({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main id="main" className="page look" lang="en" dir="ltr">
      <h1 className="label tinted">{title}</h1>
      {children}
    </main>
  );
}
