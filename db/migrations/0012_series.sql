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
ALTER TABLE "series_parts" ADD CONSTRAINT "series_parts_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "series_parts" ADD CONSTRAINT "series_parts_series_id_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "series_slug" ON "series" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "series_parts_series" ON "series_parts" USING btree ("series_id","position");--> statement-breakpoint
CREATE VIEW "public"."public_series" AS (select "id", "slug", "title", "intro" from "series" where exists (select 1 from "series_parts" inner join "articles" on "articles"."id" = "series_parts"."article_id" where ("series_parts"."series_id" = "series"."id" and ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())))));--> statement-breakpoint
CREATE VIEW "public"."public_series_parts" AS (select "series_parts"."article_id", "series_parts"."series_id", "series_parts"."position", "articles"."slug", "sections"."slug" as "section_slug", "revisions"."headline", "revisions"."language" from "series_parts" inner join "articles" on "articles"."id" = "series_parts"."article_id" inner join "revisions" on "revisions"."id" = "articles"."published_revision_id" inner join "sections" on "sections"."id" = "articles"."section_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));