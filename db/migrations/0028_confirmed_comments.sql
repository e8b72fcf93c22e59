ALTER TABLE "comments" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "comments_decided_by_people" ON "comments" USING btree ("decided_at") WHERE "comments"."decided_by" is not null;--> statement-breakpoint
-- By hand from here on. Out of `unverified` a comment comes by its link, or is withdrawn or purged.
UPDATE "comments" SET "confirmed_at" = "moderation_events"."created_at" FROM "moderation_events" WHERE "moderation_events"."comment_id" = "comments"."id" AND "moderation_events"."from_status" = 'unverified' AND "moderation_events"."to_status" NOT IN ('withdrawn', 'purged');
