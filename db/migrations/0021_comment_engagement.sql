CREATE TABLE "comment_likes" (
	"comment_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"ranks" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "comment_likes_comment_id_person_id_pk" PRIMARY KEY("comment_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "comment_reports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"reporter_id" uuid,
	"network" text,
	"prefix" text,
	"reason" text NOT NULL,
	"law" text DEFAULT '' NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"weight" real NOT NULL,
	"counts" boolean NOT NULL,
	"outcome" text DEFAULT 'pending' NOT NULL,
	"settled_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
DROP VIEW "public"."public_comments";--> statement-breakpoint
DROP VIEW "public"."public_discussions";--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "like_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "like_rank" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "report_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "picked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "picked_by" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "reported_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "pick_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "staff_count" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "likes_changed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment_likes" ADD CONSTRAINT "comment_likes_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_likes" ADD CONSTRAINT "comment_likes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_reports" ADD CONSTRAINT "comment_reports_reporter_id_people_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_likes_person" ON "comment_likes" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_reports_reporter" ON "comment_reports" USING btree ("comment_id","reporter_id") WHERE "comment_reports"."reporter_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_reports_network" ON "comment_reports" USING btree ("comment_id","network") WHERE "comment_reports"."reporter_id" is null and "comment_reports"."network" is not null;--> statement-breakpoint
CREATE INDEX "comment_reports_of_person" ON "comment_reports" USING btree ("reporter_id");--> statement-breakpoint
CREATE INDEX "comment_reports_age" ON "comment_reports" USING btree ("created_at") WHERE "comment_reports"."network" is not null or "comment_reports"."prefix" is not null;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_picked_by_people_id_fk" FOREIGN KEY ("picked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comments_roots_liked" ON "comments" USING btree ("discussion_id","like_rank","id") WHERE "comments"."depth" = 0 and ("comments"."status" in ('published', 'approved', 'hidden') or "comments"."reply_count" > 0);--> statement-breakpoint
CREATE INDEX "comments_picked" ON "comments" USING btree ("discussion_id","created_at","id") WHERE "comments"."picked_at" is not null;--> statement-breakpoint
CREATE INDEX "comments_of_staff" ON "comments" USING btree ("discussion_id","created_at","id") WHERE "comments"."staff_badge" is not null;--> statement-breakpoint
CREATE INDEX "comments_reported" ON "comments" USING btree ("created_at","id") WHERE "comments"."report_count" > 0;--> statement-breakpoint
CREATE INDEX "discussions_liked" ON "discussions" USING btree ("likes_changed_at") WHERE "discussions"."likes_changed_at" is not null;--> statement-breakpoint
CREATE VIEW "public"."public_comments" AS (select "comments"."id", "comments"."discussion_id", "discussions"."article_id", "comments"."root_id", "comments"."parent_id", "comments"."depth", "comments"."status" in ('published', 'approved') as "visible", case when "comments"."status" in ('published', 'approved') then null when "comments"."status" in ('hidden', 'withdrawn') then "comments"."status" else 'removed' end as "mark", case when "comments"."status" in ('published', 'approved') then "comments"."name_snapshot" end as "name", case when "parent"."status" in ('published', 'approved') then "parent"."name_snapshot" end as "parent_name", "comments"."staff_badge", case when "comments"."status" in ('published', 'approved') then "comment_revisions"."body" end as "body", "comments"."reply_count", "comments"."like_count", "comments"."like_rank", "comments"."picked_at", "comments"."edited_at", "comments"."created_at" from "comments" inner join "discussions" on "discussions"."id" = "comments"."discussion_id" inner join "articles" on "articles"."id" = "discussions"."article_id" inner join "comment_revisions" on "comment_revisions"."id" = "comments"."current_revision_id" left join "comments" "parent" on "parent"."id" = "comments"."parent_id" where (("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())) and ("comments"."status" in ('published', 'approved', 'hidden') or "comments"."reply_count" > 0)));--> statement-breakpoint
CREATE VIEW "public"."public_discussions" AS (select "discussions"."id", "discussions"."article_id", "discussions"."mode", "discussions"."closes_at", "discussions"."stays_open", "discussions"."slow_mode_seconds", "discussions"."pinned_note", "discussions"."visible_count", "discussions"."pick_count", "discussions"."staff_count", "discussions"."version" from "discussions" inner join "articles" on "articles"."id" = "discussions"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
UPDATE "discussions" SET "staff_count" = (SELECT count(*) FROM "comments" WHERE "comments"."discussion_id" = "discussions"."id" AND "comments"."staff_badge" IS NOT NULL AND "comments"."status" IN ('published', 'approved'));--> statement-breakpoint
CREATE OR REPLACE FUNCTION allow_to_forget_a_purged_author() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ BEGIN
	IF OLD.name IN ('comment.posted', 'comment.withdrawn', 'comment.edited')
		AND NEW.actor_id IS NULL AND NEW.actor_name = 'its author'
		AND to_jsonb(NEW) - 'actor_id' - 'actor_name' = to_jsonb(OLD) - 'actor_id' - 'actor_name'
		AND EXISTS (SELECT FROM comments WHERE id = OLD.subject_id AND status = 'purged')
	THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'event rows are never changed or removed' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION erase_purged_comment(purged uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN
	IF NOT EXISTS (SELECT FROM comments WHERE id = purged AND status = 'purged') THEN
		RAISE EXCEPTION 'only a purged comment is erased' USING ERRCODE = 'insufficient_privilege';
	END IF;
	UPDATE comment_revisions SET source = '', body = '{"blocks": []}', text_hash = '', link_count = 0, signals = '[]' WHERE comment_id = purged;
	UPDATE moderation_events SET message_to_author = NULL WHERE comment_id = purged;
	-- What others wrote about it may name whoever wrote it, and who liked it is nobody's to know any more.
	UPDATE comment_reports SET law = '', text = '', network = NULL, prefix = NULL WHERE comment_id = purged;
	DELETE FROM comment_likes WHERE comment_id = purged;
	UPDATE events SET actor_id = NULL, actor_name = 'its author' WHERE subject_type = 'comment' AND subject_id = purged AND name IN ('comment.posted', 'comment.withdrawn', 'comment.edited');
END $$;
