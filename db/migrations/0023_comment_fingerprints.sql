CREATE TABLE "comment_fingerprints" (
	"revision_id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"fingerprint" bigint NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "comment_fingerprints" ADD CONSTRAINT "comment_fingerprints_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_fingerprints_age" ON "comment_fingerprints" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "comment_fingerprints_comment" ON "comment_fingerprints" USING btree ("comment_id");