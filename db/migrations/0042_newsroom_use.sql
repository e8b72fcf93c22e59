CREATE TABLE "comment_consents" (
	"id" uuid PRIMARY KEY NOT NULL,
	"use_id" uuid NOT NULL,
	"seq" smallint NOT NULL,
	"words" text NOT NULL,
	"declaration" text NOT NULL,
	"language" text NOT NULL,
	"token_hash" text NOT NULL,
	"mailed_at" timestamp with time zone,
	"asked_by" uuid NOT NULL,
	"asked_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"answer" text,
	"answered_at" timestamp with time zone,
	"signed_as" text DEFAULT '' NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"overtaken_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "comment_uses" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"state" text DEFAULT 'noted' NOT NULL,
	"marked_by" uuid NOT NULL,
	"marked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_by" uuid,
	"taken_at" timestamp with time zone,
	"contact" text,
	"used_in" uuid,
	"used_at" timestamp with time zone,
	"correction_id" uuid,
	"note_id" uuid,
	"closing_note" text DEFAULT '' NOT NULL,
	"settled_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comment_consents" ADD CONSTRAINT "comment_consents_use_id_comment_uses_id_fk" FOREIGN KEY ("use_id") REFERENCES "public"."comment_uses"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_consents" ADD CONSTRAINT "comment_consents_asked_by_people_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_uses" ADD CONSTRAINT "comment_uses_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_uses" ADD CONSTRAINT "comment_uses_marked_by_people_id_fk" FOREIGN KEY ("marked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_uses" ADD CONSTRAINT "comment_uses_taken_by_people_id_fk" FOREIGN KEY ("taken_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_uses" ADD CONSTRAINT "comment_uses_used_in_articles_id_fk" FOREIGN KEY ("used_in") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_uses" ADD CONSTRAINT "comment_uses_correction_id_corrections_id_fk" FOREIGN KEY ("correction_id") REFERENCES "public"."corrections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_uses" ADD CONSTRAINT "comment_uses_note_id_note_threads_id_fk" FOREIGN KEY ("note_id") REFERENCES "public"."note_threads"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "comment_consents_seq" ON "comment_consents" USING btree ("use_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_consents_token_hash" ON "comment_consents" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_uses_kind" ON "comment_uses" USING btree ("comment_id","kind");--> statement-breakpoint
CREATE INDEX "comment_uses_list" ON "comment_uses" USING btree ("marked_at","id");--> statement-breakpoint
CREATE INDEX "comment_uses_open" ON "comment_uses" USING btree ("kind","marked_at","id") WHERE "comment_uses"."settled_at" is null;--> statement-breakpoint
CREATE INDEX "comment_uses_in" ON "comment_uses" USING btree ("used_in") WHERE "comment_uses"."used_in" is not null;--> statement-breakpoint
CREATE INDEX "comment_uses_settled" ON "comment_uses" USING btree ("settled_at") WHERE "comment_uses"."settled_at" is not null;