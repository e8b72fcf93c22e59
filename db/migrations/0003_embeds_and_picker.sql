DROP INDEX "embeds_reference";--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "draft_search" "tsvector" DEFAULT ''::tsvector NOT NULL;--> statement-breakpoint
ALTER TABLE "embeds" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "embeds" ADD COLUMN "failure" text;--> statement-breakpoint
CREATE INDEX "articles_draft_search" ON "articles" USING gin ("draft_search");--> statement-breakpoint
CREATE UNIQUE INDEX "embeds_reference" ON "embeds" USING btree ("provider","reference");--> statement-breakpoint
-- What stands already is found too; tags of a working copy come with its next store.
UPDATE "articles" SET "draft_search" = setweight(to_tsvector('simple', standfirst_fold(concat_ws(' ', draft_headline, translate(draft_slug, '-', ' '), draft_kicker))), 'A')
	|| setweight(to_tsvector('simple', standfirst_fold(coalesce((SELECT string_agg(name, ' ') FROM people WHERE people.id = ANY (draft_people)), ''))), 'B');--> statement-breakpoint
UPDATE "article_search" SET "words" = "words" || setweight(to_tsvector('simple', standfirst_fold(translate(articles.slug, '-', ' '))), 'A') FROM "articles" WHERE articles.id = article_search.article_id AND articles.slug IS NOT NULL;
