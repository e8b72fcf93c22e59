CREATE TABLE "comment_looks" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"looked_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "cluster_id" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "escalated_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "escalated_by" uuid;--> statement-breakpoint
ALTER TABLE "comments" ADD COLUMN "escalation_note" text;--> statement-breakpoint
ALTER TABLE "moderation_events" ADD COLUMN "batch_id" uuid;--> statement-breakpoint
ALTER TABLE "comment_looks" ADD CONSTRAINT "comment_looks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comment_looks" ADD CONSTRAINT "comment_looks_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_escalated_by_people_id_fk" FOREIGN KEY ("escalated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_reports_comment" ON "comment_reports" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "comment_revisions_words" ON "comment_revisions" USING gin (to_tsvector('simple', "source"));--> statement-breakpoint
CREATE INDEX "comment_revisions_links" ON "comment_revisions" USING btree ("comment_id") WHERE "comment_revisions"."link_count" > 0;--> statement-breakpoint
CREATE INDEX "comments_all" ON "comments" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "comments_reason" ON "comments" USING btree ("status_reason","created_at","id") WHERE "comments"."status_reason" is not null;--> statement-breakpoint
CREATE INDEX "comments_name" ON "comments" USING btree (lower("name_snapshot") text_pattern_ops,"created_at","id");--> statement-breakpoint
CREATE INDEX "comments_cluster" ON "comments" USING btree ("cluster_id","created_at") WHERE "comments"."cluster_id" is not null;--> statement-breakpoint
CREATE INDEX "comments_escalated" ON "comments" USING btree ("created_at","id") WHERE "comments"."escalated_at" is not null;--> statement-breakpoint
CREATE INDEX "moderation_events_batch" ON "moderation_events" USING btree ("batch_id") WHERE "moderation_events"."batch_id" is not null;