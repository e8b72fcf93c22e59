CREATE TABLE "legal_holds" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"matter" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_holds" ADD CONSTRAINT "legal_holds_placed_by_people_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE OR REPLACE FUNCTION erase_purged_comment(purged uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN
	IF NOT EXISTS (SELECT FROM comments WHERE id = purged AND status = 'purged') THEN
		RAISE EXCEPTION 'only a purged comment is erased' USING ERRCODE = 'insufficient_privilege';
	END IF;
	IF EXISTS (SELECT FROM legal_holds WHERE comment_id = purged) THEN
		RAISE EXCEPTION 'a legal matter needs this comment' USING ERRCODE = 'insufficient_privilege';
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
-- Decisions are append-only but for this: after three years they are forgotten, so many at a time. Ids begin with the time they were made at.
CREATE FUNCTION forget_old_decisions() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ DECLARE
	since timestamptz := now() - interval '3 years';
	first uuid := (lpad(to_hex((extract(epoch FROM since) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
	old uuid[];
BEGIN
	old := ARRAY(SELECT id FROM moderation_events WHERE id < first AND created_at < since
		AND NOT EXISTS (SELECT FROM legal_holds WHERE legal_holds.comment_id = moderation_events.comment_id)
		AND NOT EXISTS (SELECT FROM appeals WHERE appeals.event_id = moderation_events.id AND outcome = 'pending')
		ORDER BY id LIMIT 5000 FOR UPDATE SKIP LOCKED);
	DELETE FROM appeals WHERE event_id = ANY (old);
	DELETE FROM moderation_events WHERE id = ANY (old);
	RETURN coalesce(array_length(old, 1), 0);
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION forget_old_decisions() FROM PUBLIC;
