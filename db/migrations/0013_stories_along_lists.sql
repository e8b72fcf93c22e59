DROP VIEW "public"."public_article_tags";--> statement-breakpoint
DROP VIEW "public"."public_bylines";--> statement-breakpoint
DROP INDEX "article_bylines_person";--> statement-breakpoint
DROP INDEX "article_tags_tag";--> statement-breakpoint
ALTER TABLE "article_bylines" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
-- Of stories that were taken back nothing stands here; whatever else has no time is no list's.
UPDATE "article_bylines" SET "published_at" = coalesce("articles"."first_published_at", "articles"."created_at") FROM "articles" WHERE "articles"."id" = "article_bylines"."article_id";--> statement-breakpoint
ALTER TABLE "article_bylines" ALTER COLUMN "published_at" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "article_tags" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
-- Of stories that were taken back nothing stands here; whatever else has no time is no list's.
UPDATE "article_tags" SET "published_at" = coalesce("articles"."first_published_at", "articles"."created_at") FROM "articles" WHERE "articles"."id" = "article_tags"."article_id";--> statement-breakpoint
ALTER TABLE "article_tags" ALTER COLUMN "published_at" SET NOT NULL;--> statement-breakpoint
CREATE INDEX "article_bylines_person" ON "article_bylines" USING btree ("person_id","published_at","article_id");--> statement-breakpoint
CREATE INDEX "article_tags_tag" ON "article_tags" USING btree ("tag_id","published_at","article_id");--> statement-breakpoint
CREATE VIEW "public"."public_article_tags" AS (select "article_tags"."article_id", "article_tags"."tag_id", "article_tags"."position", "article_tags"."published_at", "tags"."slug", "tags"."name", "tags"."intro" from "article_tags" inner join "tags" on "tags"."id" = "article_tags"."tag_id" inner join "articles" on "articles"."id" = "article_tags"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_bylines" AS (select "article_bylines"."article_id", "article_bylines"."position", "article_bylines"."role", "article_bylines"."person_id", "article_bylines"."published_at" from "article_bylines" inner join "articles" on "articles"."id" = "article_bylines"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));