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
	"asked_at" timestamp with time zone
);
--> statement-breakpoint
DROP VIEW "public"."public_articles";--> statement-breakpoint
DROP VIEW "public"."public_media";--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "front_headline" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "search_headline" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "revisions" ADD COLUMN "social_headline" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "alt" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "caption" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "copyright" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "thumb_hash" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "article_embeds" ADD CONSTRAINT "article_embeds_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_embeds" ADD CONSTRAINT "article_embeds_embed_id_embeds_id_fk" FOREIGN KEY ("embed_id") REFERENCES "public"."embeds"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embeds" ADD CONSTRAINT "embeds_thumbnail_asset_id_media_assets_id_fk" FOREIGN KEY ("thumbnail_asset_id") REFERENCES "public"."media_assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "embeds" ADD CONSTRAINT "embeds_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_embeds_embed" ON "article_embeds" USING btree ("embed_id");--> statement-breakpoint
CREATE INDEX "embeds_reference" ON "embeds" USING btree ("provider","reference");--> statement-breakpoint
CREATE VIEW "public"."public_embeds" AS (select "id", "provider", "url", "reference", "title", "author", "words", "width", "height", "thumbnail_asset_id" from "embeds" where exists (select 1 from "article_embeds" inner join "articles" on "articles"."id" = "article_embeds"."article_id" where ("article_embeds"."embed_id" = "embeds"."id" and ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())))));--> statement-breakpoint
CREATE VIEW "public"."public_articles" AS (select "articles"."id", "revisions"."id" as "revision_id", "articles"."slug", "articles"."section_id", "sections"."slug" as "section_slug", "sections"."name" as "section_name", "sections"."accent", "revisions"."kicker", "revisions"."headline", "revisions"."front_headline", "revisions"."search_headline", "revisions"."social_headline", "revisions"."standfirst", "revisions"."dateline", "revisions"."language", "revisions"."bylines", "revisions"."lead", "revisions"."body", "revisions"."words", "articles"."first_published_at", "articles"."updated_at", greatest("articles"."first_published_at", "revisions"."created_at") as "changed_at" from "articles" inner join "revisions" on "revisions"."id" = "articles"."published_revision_id" inner join "sections" on "sections"."id" = "articles"."section_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_media" AS (select "id", "width", "height", "renditions", "credit", "thumb_hash" from "media_assets" where (exists (select 1 from "article_media" inner join "articles" on "articles"."id" = "article_media"."article_id" where ("article_media"."asset_id" = "media_assets"."id" and ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())))) or exists (select 1 from "people" inner join "article_bylines" on "article_bylines"."person_id" = "people"."id" inner join "articles" on "articles"."id" = "article_bylines"."article_id" where ("people"."portrait_asset_id" = "media_assets"."id" and ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now()))))));