ALTER TABLE "comments" ADD COLUMN "confirmed_at" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "comments_decided_by_people" ON "comments" USING btree ("decided_at") WHERE "comments"."decided_by" is not null;--> statement-breakpoint
-- By hand from here on. Out of `unverified` a comment comes by its link, or is withdrawn or purged.
UPDATE "comments" SET "confirmed_at" = "moderation_events"."created_at" FROM "moderation_events" WHERE "moderation_events"."comment_id" = "comments"."id" AND "moderation_events"."from_status" = 'unverified' AND "moderation_events"."to_status" NOT IN ('withdrawn', 'purged');--> statement-breakpoint
-- Appeals to decisions that do not stand any more.
UPDATE "appeals" SET "outcome" = 'lapsed', "decided_at" = now() WHERE "outcome" = 'pending' AND EXISTS (SELECT FROM "moderation_events" AS "later" INNER JOIN "moderation_events" AS "of" ON "of"."id" = "appeals"."event_id" WHERE "later"."comment_id" = "appeals"."comment_id" AND ("later"."created_at", "later"."id") > ("of"."created_at", "of"."id"));
