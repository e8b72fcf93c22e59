DROP VIEW "public"."public_search";--> statement-breakpoint
DROP INDEX "embeds_reference";--> statement-breakpoint
ALTER TABLE "article_search" ADD COLUMN "head" "tsvector" DEFAULT ''::tsvector NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "draft_search" "tsvector" DEFAULT ''::tsvector NOT NULL;--> statement-breakpoint
ALTER TABLE "embeds" ADD COLUMN "attempts" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "embeds" ADD COLUMN "failure" text;--> statement-breakpoint
CREATE INDEX "article_search_head" ON "article_search" USING gin ("head") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "articles_draft_search" ON "articles" USING gin ("draft_search") WITH (fastupdate=false);--> statement-breakpoint
CREATE UNIQUE INDEX "embeds_reference" ON "embeds" USING btree ("provider","reference");--> statement-breakpoint
CREATE VIEW "public"."public_search" AS (select "article_search"."article_id", "article_search"."words", "article_search"."head", "article_search"."plain" from "article_search" inner join "articles" on "articles"."id" = "article_search"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
-- What stands already is found too; tags of a working copy come with its next store.
UPDATE "articles" SET "draft_search" = setweight(to_tsvector('simple', standfirst_fold(concat_ws(' ', draft_headline, translate(draft_slug, '-', ' '), draft_kicker))), 'A')
	|| setweight(to_tsvector('simple', standfirst_fold(coalesce((SELECT string_agg(name, ' ') FROM people WHERE people.id = ANY (draft_people)), ''))), 'B');--> statement-breakpoint
UPDATE "article_search" SET "head" = setweight(to_tsvector('simple', standfirst_fold(concat_ws(' ', revisions.headline, translate(revisions.slug, '-', ' '), revisions.kicker, array_to_string(revisions.tags, ' ')))), 'A')
	|| setweight(to_tsvector('simple', standfirst_fold(coalesce((SELECT string_agg(byline ->> 'name', ' ') FROM jsonb_array_elements(revisions.bylines) AS byline), ''))), 'B')
	FROM "articles" JOIN "revisions" ON revisions.id = articles.published_revision_id WHERE articles.id = article_search.article_id;
