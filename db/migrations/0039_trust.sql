CREATE TABLE "mutes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"author_id" uuid,
	"guest_id" uuid,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mutes_one" CHECK (num_nonnulls("mutes"."author_id", "mutes"."guest_id") = 1)
);
--> statement-breakpoint
CREATE TABLE "trust_grants" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"level" smallint NOT NULL,
	"note" text NOT NULL,
	"granted_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone
);
--> statement-breakpoint
DROP VIEW "public"."public_discussions";--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "without_note" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "thread_follows" ADD COLUMN "quiet" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mutes" ADD CONSTRAINT "mutes_guest_id_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trust_grants" ADD CONSTRAINT "trust_grants_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trust_grants" ADD CONSTRAINT "trust_grants_granted_by_people_id_fk" FOREIGN KEY ("granted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "trust_grants" ADD CONSTRAINT "trust_grants_withdrawn_by_people_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "mutes_author" ON "mutes" USING btree ("person_id","author_id") WHERE "mutes"."author_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "mutes_guest" ON "mutes" USING btree ("person_id","guest_id") WHERE "mutes"."guest_id" is not null;--> statement-breakpoint
CREATE INDEX "mutes_of_author" ON "mutes" USING btree ("author_id") WHERE "mutes"."author_id" is not null;--> statement-breakpoint
CREATE INDEX "mutes_of_guest" ON "mutes" USING btree ("guest_id") WHERE "mutes"."guest_id" is not null;--> statement-breakpoint
CREATE INDEX "trust_grants_person" ON "trust_grants" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "trust_grants_standing" ON "trust_grants" USING btree ("person_id") WHERE "trust_grants"."withdrawn_at" is null;--> statement-breakpoint
CREATE VIEW "public"."public_discussions" AS (select "discussions"."id", "discussions"."article_id", "discussions"."mode", "discussions"."closes_at", "discussions"."stays_open", "discussions"."slow_mode_seconds", "discussions"."first_sort", "discussions"."pinned_note", "discussions"."without_note", "discussions"."visible_count", "discussions"."pick_count", "discussions"."staff_count", "discussions"."version" from "discussions" inner join "articles" on "articles"."id" = "discussions"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));
--> statement-breakpoint
-- By hand from here on. Complaints go with the decisions that they object to; how many there were, and what became of them, is kept for the counts of their year.
CREATE OR REPLACE FUNCTION forget_old_decisions() RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ DECLARE
	since timestamptz := now() - interval '3 years';
	first uuid := (lpad(to_hex((extract(epoch FROM since) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid;
	old uuid[];
BEGIN
	old := ARRAY(SELECT id FROM moderation_events WHERE id < first AND created_at < since
		AND NOT EXISTS (SELECT FROM legal_holds WHERE legal_holds.comment_id = moderation_events.comment_id)
		AND NOT EXISTS (SELECT FROM appeals WHERE appeals.event_id = moderation_events.id AND outcome = 'pending')
		ORDER BY id LIMIT 5000 FOR UPDATE SKIP LOCKED);
	WITH gone AS (DELETE FROM appeals WHERE event_id = ANY (old) RETURNING created_at, outcome)
	INSERT INTO forgotten_counts (month, what, kind, outcome, number)
		SELECT date_trunc('month', created_at AT TIME ZONE 'UTC')::date, 'complaint', '', outcome, count(*)::int FROM gone GROUP BY 1, 4 ORDER BY 1, 4
		ON CONFLICT (month, what, kind, outcome) DO UPDATE SET number = forgotten_counts.number + excluded.number;
	DELETE FROM moderation_events WHERE id = ANY (old);
	RETURN coalesce(array_length(old, 1), 0);
END $$;
