CREATE TABLE "moderation_tallies" (
	"quarter" timestamp with time zone NOT NULL,
	"actor_id" uuid,
	"first" boolean NOT NULL,
	"to_status" text NOT NULL,
	"reason_code" text,
	"undoes" boolean NOT NULL,
	"number" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "quality_checks" (
	"event_id" uuid PRIMARY KEY NOT NULL,
	"checked_by" uuid,
	"agrees" boolean NOT NULL,
	"reason" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_sweep_items" (
	"sweep_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"from_status" text NOT NULL,
	"outcome" text DEFAULT 'waiting' NOT NULL,
	"event_id" uuid,
	CONSTRAINT "comment_sweep_items_sweep_id_comment_id_pk" PRIMARY KEY("sweep_id","comment_id")
);
--> statement-breakpoint
CREATE TABLE "comment_sweeps" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sanction_id" uuid NOT NULL,
	"span" text NOT NULL,
	"asked_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"undone_at" timestamp with time zone,
	"undone_by" uuid
);
--> statement-breakpoint
CREATE TABLE "commenter_notes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"guest_id" uuid,
	"text" text NOT NULL,
	"written_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sanctions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person_id" uuid,
	"address_key" text,
	"address_proven" boolean NOT NULL,
	"kind" text NOT NULL,
	"reason" text NOT NULL,
	"message" text DEFAULT '' NOT NULL,
	"imposed_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ends_at" timestamp with time zone,
	"unconfirmed" boolean DEFAULT false NOT NULL,
	"asked_days" integer,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"lifted_by" uuid,
	"lifted_at" timestamp with time zone,
	"lifted_message" text DEFAULT '' NOT NULL
);
--> statement-breakpoint
ALTER TABLE "quality_checks" ADD CONSTRAINT "quality_checks_event_id_moderation_events_id_fk" FOREIGN KEY ("event_id") REFERENCES "public"."moderation_events"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quality_checks" ADD CONSTRAINT "quality_checks_checked_by_people_id_fk" FOREIGN KEY ("checked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_sweep_items" ADD CONSTRAINT "comment_sweep_items_sweep_id_comment_sweeps_id_fk" FOREIGN KEY ("sweep_id") REFERENCES "public"."comment_sweeps"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_sweep_items" ADD CONSTRAINT "comment_sweep_items_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_sweeps" ADD CONSTRAINT "comment_sweeps_sanction_id_sanctions_id_fk" FOREIGN KEY ("sanction_id") REFERENCES "public"."sanctions"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_sweeps" ADD CONSTRAINT "comment_sweeps_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_sweeps" ADD CONSTRAINT "comment_sweeps_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commenter_notes" ADD CONSTRAINT "commenter_notes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commenter_notes" ADD CONSTRAINT "commenter_notes_guest_id_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."guests"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "commenter_notes" ADD CONSTRAINT "commenter_notes_written_by_people_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_imposed_by_people_id_fk" FOREIGN KEY ("imposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sanctions" ADD CONSTRAINT "sanctions_lifted_by_people_id_fk" FOREIGN KEY ("lifted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "moderation_tallies_quarter" ON "moderation_tallies" USING btree ("quarter");--> statement-breakpoint
CREATE INDEX "quality_checks_time" ON "quality_checks" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "comment_sweep_items_comment" ON "comment_sweep_items" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "comment_sweeps_sanction" ON "comment_sweeps" USING btree ("sanction_id");--> statement-breakpoint
CREATE INDEX "commenter_notes_person" ON "commenter_notes" USING btree ("person_id","created_at") WHERE "commenter_notes"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "commenter_notes_guest" ON "commenter_notes" USING btree ("guest_id","created_at") WHERE "commenter_notes"."guest_id" is not null;--> statement-breakpoint
CREATE INDEX "sanctions_person" ON "sanctions" USING btree ("person_id","created_at") WHERE "sanctions"."person_id" is not null;--> statement-breakpoint
CREATE INDEX "sanctions_address" ON "sanctions" USING btree ("address_key","created_at") WHERE "sanctions"."address_key" is not null;--> statement-breakpoint
CREATE INDEX "sanctions_unconfirmed" ON "sanctions" USING btree ("created_at") WHERE "sanctions"."unconfirmed" and "sanctions"."lifted_at" is null;--> statement-breakpoint
CREATE INDEX "moderation_events_by_people" ON "moderation_events" USING btree ("created_at","id") WHERE "moderation_events"."actor_id" is not null;--> statement-breakpoint
CREATE INDEX "moderation_events_time" ON "moderation_events" USING btree ("created_at","id");--> statement-breakpoint
-- By hand from here on. What moderators noted of somebody goes with her; the program itself may not remove it.
CREATE OR REPLACE FUNCTION forget_person(gone uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp
AS $$ BEGIN
	IF NOT EXISTS (SELECT FROM people WHERE id = gone AND erased_at IS NOT NULL) THEN
		RAISE EXCEPTION 'only somebody who is erased is forgotten' USING ERRCODE = 'insufficient_privilege';
	END IF;
	UPDATE events SET actor_id = NULL, actor_name = 'a former reader' WHERE actor_id = gone;
	DELETE FROM commenter_notes WHERE person_id = gone;
END $$;
