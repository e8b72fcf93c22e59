CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"event_id" uuid NOT NULL,
	"text" text NOT NULL,
	"outcome" text DEFAULT 'pending' NOT NULL,
	"answer" text DEFAULT '' NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_confirmations" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"address" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notice_choices" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"choices" jsonb NOT NULL,
	"pace" text DEFAULT 'soon' NOT NULL,
	"language" text
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"guest_id" uuid,
	"kind" text NOT NULL,
	"comment_id" uuid NOT NULL,
	"about_id" uuid NOT NULL,
	"status" text NOT NULL,
	"here" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"read_at" timestamp with time zone,
	"mail_due_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "thread_follows" (
	"person_id" uuid NOT NULL,
	"root_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "thread_follows_person_id_root_id_pk" PRIMARY KEY("person_id","root_id")
);
--> statement-breakpoint
CREATE TABLE "account_deletions" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"keep_texts" boolean NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"due_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "display_names" (
	"skeleton" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_ups" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"request" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
DROP INDEX "comment_reports_reporter";--> statement-breakpoint
DROP INDEX "comment_reports_network";--> statement-breakpoint
ALTER TABLE "guests" ADD COLUMN "verified_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "guests" ADD COLUMN "email_sealed" text;--> statement-breakpoint
ALTER TABLE "mails" ADD COLUMN "recipient_hash" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "email_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "erased_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_event_id_moderation_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."moderation_events"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_confirmations" ADD CONSTRAINT "comment_confirmations_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_choices" ADD CONSTRAINT "notice_choices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_guest_id_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_follows" ADD CONSTRAINT "thread_follows_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "thread_follows" ADD CONSTRAINT "thread_follows_root_id_comments_id_fk" FOREIGN KEY ("root_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "account_deletions" ADD CONSTRAINT "account_deletions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "display_names" ADD CONSTRAINT "display_names_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "appeals_event" ON "appeals" USING btree ("event_id");--> statement-breakpoint
CREATE INDEX "appeals_comment" ON "appeals" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "appeals_pending" ON "appeals" USING btree ("created_at","id") WHERE "appeals"."outcome" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "comment_confirmations_token_hash" ON "comment_confirmations" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once_person" ON "notices" USING btree ("person_id","kind","about_id") WHERE "notices"."person_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once_guest" ON "notices" USING btree ("guest_id","kind","about_id") WHERE "notices"."guest_id" is not null;--> statement-breakpoint
CREATE INDEX "notices_of_person" ON "notices" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "notices_of_comment" ON "notices" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "notices_due" ON "notices" USING btree ("mail_due_at") WHERE "notices"."mail_due_at" is not null;--> statement-breakpoint
CREATE INDEX "thread_follows_root" ON "thread_follows" USING btree ("root_id");--> statement-breakpoint
CREATE INDEX "account_deletions_due" ON "account_deletions" USING btree ("due_at");--> statement-breakpoint
CREATE UNIQUE INDEX "display_names_person" ON "display_names" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sign_ups_token_hash" ON "sign_ups" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sign_ups_expiry" ON "sign_ups" USING btree ("expires_at");--> statement-breakpoint
CREATE INDEX "comments_guest" ON "comments" USING btree ("guest_id","created_at");--> statement-breakpoint
CREATE INDEX "comments_published" ON "comments" USING btree ("discussion_id") WHERE "comments"."status" = 'published';--> statement-breakpoint
CREATE INDEX "comments_unverified" ON "comments" USING btree ("created_at") WHERE "comments"."status" = 'unverified';--> statement-breakpoint
CREATE INDEX "mails_recipient" ON "mails" USING btree ("recipient_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_reports_reporter" ON "comment_reports" USING btree ("comment_id","revision_id","reporter_id") WHERE "comment_reports"."reporter_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_reports_network" ON "comment_reports" USING btree ("comment_id","revision_id","network") WHERE "comment_reports"."reporter_id" is null and "comment_reports"."network" is not null;--> statement-breakpoint
ALTER TABLE "discussions" DROP COLUMN "reported_count";--> statement-breakpoint
ALTER TABLE "guests" DROP COLUMN "approved_count";
--> statement-breakpoint
-- By hand from here on. Two things may be changed in the audit: of a purged comment, who wrote it; of somebody who is erased, who she was.
CREATE OR REPLACE FUNCTION allow_to_forget_a_purged_author() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ BEGIN
	IF NEW.actor_id IS NULL AND to_jsonb(NEW) - 'actor_id' - 'actor_name' = to_jsonb(OLD) - 'actor_id' - 'actor_name' AND (
		(OLD.name IN ('comment.posted', 'comment.withdrawn', 'comment.edited', 'comment.claimed', 'comment.appealed') AND NEW.actor_name = 'its author' AND EXISTS (SELECT FROM comments WHERE id = OLD.subject_id AND status = 'purged'))
		OR (NEW.actor_name = 'a former reader' AND EXISTS (SELECT FROM people WHERE id = OLD.actor_id AND erased_at IS NOT NULL))
	) THEN RETURN NEW; END IF;
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
	DELETE FROM comment_confirmations WHERE comment_id = purged;
	DELETE FROM notices WHERE comment_id = purged;
	UPDATE appeals SET text = '', answer = '' WHERE comment_id = purged;
	UPDATE events SET actor_id = NULL, actor_name = 'its author' WHERE subject_type = 'comment' AND subject_id = purged AND name IN ('comment.posted', 'comment.withdrawn', 'comment.edited', 'comment.claimed', 'comment.appealed');
END $$;--> statement-breakpoint
-- What somebody wrote before she changed it, and what moderators told her of it, where the comment stays without her name.
CREATE FUNCTION erase_former_texts(of_comment uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN
	IF NOT EXISTS (SELECT FROM comments JOIN account_deletions ON person_id = author_id WHERE id = of_comment AND due_at <= now()) THEN
		RAISE EXCEPTION 'only of somebody who wants to be deleted' USING ERRCODE = 'insufficient_privilege';
	END IF;
	UPDATE comment_revisions SET source = '', body = '{"blocks": []}', text_hash = '', link_count = 0, signals = '[]' WHERE comment_id = of_comment AND id <> (SELECT current_revision_id FROM comments WHERE id = of_comment);
	UPDATE moderation_events SET message_to_author = NULL WHERE comment_id = of_comment;
	UPDATE appeals SET text = '', answer = '' WHERE comment_id = of_comment;
END $$;--> statement-breakpoint
-- Takes the name of somebody who is erased out of the audit; what was done, and when, stays.
CREATE FUNCTION forget_person(gone uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN
	IF NOT EXISTS (SELECT FROM people WHERE id = gone AND erased_at IS NOT NULL) THEN
		RAISE EXCEPTION 'only somebody who is erased is forgotten' USING ERRCODE = 'insufficient_privilege';
	END IF;
	UPDATE events SET actor_id = NULL, actor_name = 'a former reader' WHERE actor_id = gone;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_former_texts(uuid) FROM PUBLIC;--> statement-breakpoint
REVOKE ALL ON FUNCTION forget_person(uuid) FROM PUBLIC;
