DROP VIEW "public"."public_comments";--> statement-breakpoint
DROP INDEX "comments_roots";--> statement-breakpoint
DROP INDEX "comments_replies";--> statement-breakpoint
CREATE INDEX "comments_roots" ON "comments" USING btree ("discussion_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "comments"."depth" = 0 and ("comments"."status" in ('published', 'approved', 'hidden') or "comments"."reply_count" > 0);--> statement-breakpoint
CREATE INDEX "comments_replies" ON "comments" USING btree ("root_id","created_at","id") WHERE "comments"."depth" > 0 and ("comments"."status" in ('published', 'approved', 'hidden') or "comments"."reply_count" > 0);--> statement-breakpoint
CREATE VIEW "public"."public_comments" AS (select "comments"."id", "comments"."discussion_id", "discussions"."article_id", "comments"."root_id", "comments"."parent_id", "comments"."depth", "comments"."status" in ('published', 'approved') as "visible", case when "comments"."status" in ('published', 'approved') then null when "comments"."status" in ('hidden', 'withdrawn') then "comments"."status" else 'removed' end as "mark", case when "comments"."status" in ('published', 'approved') then "comments"."name_snapshot" end as "name", case when "parent"."status" in ('published', 'approved') then "parent"."name_snapshot" end as "parent_name", "comments"."staff_badge", case when "comments"."status" in ('published', 'approved') then "comment_revisions"."body" end as "body", "comments"."reply_count", "comments"."created_at" from "comments" inner join "discussions" on "discussions"."id" = "comments"."discussion_id" inner join "articles" on "articles"."id" = "discussions"."article_id" inner join "comment_revisions" on "comment_revisions"."id" = "comments"."current_revision_id" left join "comments" "parent" on "parent"."id" = "comments"."parent_id" where (("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())) and ("comments"."status" in ('published', 'approved', 'hidden') or "comments"."reply_count" > 0)));--> statement-breakpoint
-- A reply that is gone leaves a mark while it has visible answers of its own.
UPDATE "comments" SET "reply_count" = (SELECT count(*) FROM "comments" AS "answer" WHERE "answer"."parent_id" = "comments"."id" AND "answer"."status" IN ('published', 'approved')) WHERE "depth" > 0;--> statement-breakpoint
-- One thing may be changed in the audit: of a purged comment, who wrote it.
DROP TRIGGER events_stand ON events;--> statement-breakpoint
CREATE TRIGGER events_stand BEFORE DELETE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();--> statement-breakpoint
CREATE FUNCTION allow_to_forget_a_purged_author() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ BEGIN
	IF OLD.name IN ('comment.posted', 'comment.withdrawn')
		AND NEW.actor_id IS NULL AND NEW.actor_name = 'its author'
		AND to_jsonb(NEW) - 'actor_id' - 'actor_name' = to_jsonb(OLD) - 'actor_id' - 'actor_name'
		AND EXISTS (SELECT FROM comments WHERE id = OLD.subject_id AND status = 'purged')
	THEN RETURN NEW; END IF;
	RAISE EXCEPTION 'event rows are never changed or removed' USING ERRCODE = 'insufficient_privilege';
END $$;--> statement-breakpoint
CREATE TRIGGER events_stand_unchanged BEFORE UPDATE ON events FOR EACH ROW EXECUTE FUNCTION allow_to_forget_a_purged_author();--> statement-breakpoint
-- Runs with the owner's rights, since the program may not rewrite history: it empties what a purged comment said and who said it, and nothing else.
CREATE FUNCTION erase_purged_comment(purged uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN
	IF NOT EXISTS (SELECT FROM comments WHERE id = purged AND status = 'purged') THEN
		RAISE EXCEPTION 'only a purged comment is erased' USING ERRCODE = 'insufficient_privilege';
	END IF;
	UPDATE comment_revisions SET source = '', body = '{"blocks": []}', text_hash = '', link_count = 0, signals = '[]' WHERE comment_id = purged;
	UPDATE moderation_events SET message_to_author = NULL WHERE comment_id = purged;
	UPDATE events SET actor_id = NULL, actor_name = 'its author' WHERE subject_type = 'comment' AND subject_id = purged AND name IN ('comment.posted', 'comment.withdrawn');
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION erase_purged_comment(uuid) FROM PUBLIC;
