CREATE TABLE "article_reads" (
	"article_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"reads" integer NOT NULL,
	CONSTRAINT "article_reads_article_id_hour_pk" PRIMARY KEY("article_id","hour")
);
--> statement-breakpoint
CREATE TABLE "series" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"intro" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "series_parts" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"series_id" uuid NOT NULL,
	"position" integer NOT NULL
);
--> statement-breakpoint
DROP VIEW "public"."public_article_tags";--> statement-breakpoint
DROP VIEW "public"."public_sections";--> statement-breakpoint
ALTER TABLE "sections" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "tags" ADD COLUMN "intro" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "article_reads" ADD CONSTRAINT "article_reads_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_parts" ADD CONSTRAINT "series_parts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_parts" ADD CONSTRAINT "series_parts_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_reads_hour" ON "article_reads" USING btree ("hour");--> statement-breakpoint
CREATE UNIQUE INDEX "series_slug" ON "series" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "series_parts_series" ON "series_parts" USING btree ("series_id","position");--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_parent_id_sections_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE VIEW "public"."public_reads" AS (select "article_reads"."article_id", "article_reads"."hour", "article_reads"."reads", "articles"."section_id" from "article_reads" inner join "articles" on "articles"."id" = "article_reads"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_series" AS (select "id", "slug", "title", "intro" from "series" where exists (select 1 from "series_parts" inner join "articles" on "articles"."id" = "series_parts"."article_id" where ("series_parts"."series_id" = "series"."id" and ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())))));--> statement-breakpoint
CREATE VIEW "public"."public_series_parts" AS (select "series_parts"."article_id", "series_parts"."series_id", "series_parts"."position", "articles"."slug", "sections"."slug" as "section_slug", "revisions"."headline", "revisions"."language" from "series_parts" inner join "articles" on "articles"."id" = "series_parts"."article_id" inner join "revisions" on "revisions"."id" = "articles"."published_revision_id" inner join "sections" on "sections"."id" = "articles"."section_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_article_tags" AS (select "article_tags"."article_id", "article_tags"."tag_id", "article_tags"."position", "tags"."slug", "tags"."name", "tags"."intro" from "article_tags" inner join "tags" on "tags"."id" = "article_tags"."tag_id" inner join "articles" on "articles"."id" = "article_tags"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_sections" AS (select "id", "slug", "name", "description", "accent", "position", "parent_id" from "sections");