CREATE TABLE "article_embeds" (
	"article_id" uuid NOT NULL,
	"embed_id" uuid NOT NULL,
	CONSTRAINT "article_embeds_article_id_embed_id_pk" PRIMARY KEY("article_id","embed_id")
);
--> statement-breakpoint
CREATE TABLE "embeds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"provider" text NOT NULL,
	"url" text NOT NULL,
	"reference" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"title" text DEFAULT '' NOT NULL,
	"author" text DEFAULT '' NOT NULL,
	"words" text DEFAULT '' NOT NULL,
	"width" integer,
	"height" integer,
	"thumbnail_asset_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"asked_at" timestamp with time zone,
	"attempts" integer DEFAULT 0 NOT NULL,
	"failure" text
);
--> statement-breakpoint
DROP VIEW "public"."public_articles";--> statement-breakpoint
DROP VIEW "public"."public_media";--> statement-breakpoint
DROP VIEW "public"."public_search";--> statement-breakpoint
ALTER TABLE "article_search" ADD COLUMN "head" "tsvector" DEFAULT ''::tsvector NOT NULL;--> statement-breakpoint
ALTER TABLE "articles" ADD COLUMN "draft_search" "tsvector" DEFAULT ''::tsvector NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "front_headline" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "search_headline" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "social_headline" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "alt" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "caption" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "copyright" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "creator" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "taken_on" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "thumb_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "state" text DEFAULT 'preparing' NOT NULL;--> statement-breakpoint
ALTER TABLE "article_embeds" ADD CONSTRAINT "article_embeds_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_embeds" ADD CONSTRAINT "article_embeds_embed_id_embeds_id_fk" FOREIGN KEY ("embed_id") REFERENCES "public"."embeds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embeds" ADD CONSTRAINT "embeds_thumbnail_asset_id_media_assets_id_fk" FOREIGN KEY ("thumbnail_asset_id") REFERENCES "public"."media_assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embeds" ADD CONSTRAINT "embeds_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_embeds_embed" ON "article_embeds" USING btree ("embed_id");--> statement-breakpoint
CREATE UNIQUE INDEX "embeds_reference" ON "embeds" USING btree ("provider","reference");--> statement-breakpoint
CREATE INDEX "article_search_head" ON "article_search" USING gin ("head") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "articles_draft_search" ON "articles" USING gin ("draft_search") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "media_assets_preparing" ON "media_assets" USING btree ("created_at") WHERE "media_assets"."state" = 'preparing';--> statement-breakpoint
CREATE VIEW "public"."public_embeds" AS (select "id", "provider", "url", "reference", "title", "author", "words", "width", "height", "thumbnail_asset_id" from "embeds" where exists (select 1 from "article_embeds" inner join "articles" on "articles"."id" = "article_embeds"."article_id" where ("article_embeds"."embed_id" = "embeds"."id" and ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())))));--> statement-breakpoint
CREATE VIEW "public"."public_articles" AS (select "articles"."id", "revisions"."id" as "revision_id", "articles"."slug", "articles"."section_id", "sections"."slug" as "section_slug", "sections"."name" as "section_name", "sections"."accent", "revisions"."kicker", "revisions"."headline", "revisions"."front_headline", "revisions"."search_headline", "revisions"."social_headline", "revisions"."standfirst", "revisions"."dateline", "revisions"."language", "revisions"."bylines", "revisions"."lead", "revisions"."body", "revisions"."words", "articles"."first_published_at", "articles"."updated_at", greatest("articles"."first_published_at", "revisions"."created_at") as "changed_at" from "articles" inner join "revisions" on "revisions"."id" = "articles"."published_revision_id" inner join "sections" on "sections"."id" = "articles"."section_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_media" AS (select "id", "width", "height", "renditions", "credit", "thumb_hash" from "media_assets" where (exists (select 1 from "article_media" inner join "articles" on "articles"."id" = "article_media"."article_id" where ("article_media"."asset_id" = "media_assets"."id" and ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())))) or exists (select 1 from "people" inner join "article_bylines" on "article_bylines"."person_id" = "people"."id" inner join "articles" on "articles"."id" = "article_bylines"."article_id" where ("people"."portrait_asset_id" = "media_assets"."id" and ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now()))))));--> statement-breakpoint
CREATE VIEW "public"."public_search" AS (select "article_search"."article_id", "article_search"."words", "article_search"."head", "article_search"."plain" from "article_search" inner join "articles" on "articles"."id" = "article_search"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
-- What stands already is found too; tags of a working copy come with its next store.
UPDATE "articles" SET "draft_search" = setweight(to_tsvector('simple', standfirst_fold(concat_ws(' ', draft_headline, translate(draft_slug, '-', ' '), draft_kicker))), 'A')
	|| setweight(to_tsvector('simple', standfirst_fold(coalesce((SELECT string_agg(name, ' ') FROM people WHERE people.id = ANY (draft_people)), ''))), 'B');--> statement-breakpoint
UPDATE "article_search" SET "head" = setweight(to_tsvector('simple', standfirst_fold(concat_ws(' ', revisions.headline, translate(revisions.slug, '-', ' '), revisions.kicker, array_to_string(revisions.tags, ' ')))), 'A')
	|| setweight(to_tsvector('simple', standfirst_fold(coalesce((SELECT string_agg(byline ->> 'name', ' ') FROM jsonb_array_elements(revisions.bylines) AS byline), ''))), 'B')
	FROM "articles" JOIN "revisions" ON revisions.id = articles.published_revision_id WHERE articles.id = article_search.article_id;
