DROP VIEW "public"."public_discussions";--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "stays_open" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "slow_mode_seconds" integer;--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "pinned_note" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "preset" text;--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "rules_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
CREATE VIEW "public"."public_discussion_rules" AS (select "value" from "settings" where "settings"."key" = 'discussions');--> statement-breakpoint
CREATE VIEW "public"."public_discussions" AS (select "discussions"."id", "discussions"."article_id", "discussions"."mode", "discussions"."closes_at", "discussions"."stays_open", "discussions"."slow_mode_seconds", "discussions"."pinned_note", "discussions"."visible_count", "discussions"."version" from "discussions" inner join "articles" on "articles"."id" = "discussions"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));