CREATE TABLE "forgotten_counts" (
	"month" date NOT NULL,
	"what" text NOT NULL,
	"kind" text NOT NULL,
	"outcome" text NOT NULL,
	"number" integer NOT NULL,
	CONSTRAINT "forgotten_counts_month_what_kind_outcome_pk" PRIMARY KEY("month","what","kind","outcome")
);
--> statement-breakpoint
CREATE TABLE "legal_notices" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"report_id" uuid,
	"reporter_id" uuid,
	"law" text NOT NULL,
	"explanation" text NOT NULL,
	"place" text NOT NULL,
	"contact" text,
	"child_offence" boolean NOT NULL,
	"language" text NOT NULL,
	"outcome" text DEFAULT 'pending' NOT NULL,
	"settled_by" uuid,
	"settled_at" timestamp with time zone,
	"answered_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "released_holds" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"matter" text NOT NULL,
	"placed_by" uuid NOT NULL,
	"placed_at" timestamp with time zone NOT NULL,
	"reason" text NOT NULL,
	"released_by" uuid NOT NULL,
	"released_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "sanctions" ALTER COLUMN "reason" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "legal_notices" ADD CONSTRAINT "legal_notices_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_notices" ADD CONSTRAINT "legal_notices_report_id_comment_reports_id_fk" FOREIGN KEY ("report_id") REFERENCES "public"."comment_reports"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "legal_notices" ADD CONSTRAINT "legal_notices_reporter_id_people_id_fk" FOREIGN KEY ("reporter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_holds" ADD CONSTRAINT "released_holds_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_holds" ADD CONSTRAINT "released_holds_placed_by_people_id_fk" FOREIGN KEY ("placed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "released_holds" ADD CONSTRAINT "released_holds_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "legal_notices_comment" ON "legal_notices" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "legal_notices_reporter" ON "legal_notices" USING btree ("reporter_id") WHERE "legal_notices"."reporter_id" is not null;--> statement-breakpoint
CREATE INDEX "legal_notices_report" ON "legal_notices" USING btree ("report_id");--> statement-breakpoint
CREATE INDEX "legal_notices_pending" ON "legal_notices" USING btree ("created_at") WHERE "legal_notices"."outcome" = 'pending';--> statement-breakpoint
CREATE INDEX "legal_notices_to_answer" ON "legal_notices" USING btree ("settled_at") WHERE "legal_notices"."settled_at" is not null and "legal_notices"."answered_at" is null;--> statement-breakpoint
CREATE INDEX "legal_notices_age" ON "legal_notices" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "released_holds_time" ON "released_holds" USING btree ("released_at","id");