CREATE TABLE "spam_lessons" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"revision_id" uuid NOT NULL,
	"verdict" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spam_tokens" (
	"token" text PRIMARY KEY NOT NULL,
	"spam" integer DEFAULT 0 NOT NULL,
	"ham" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
ALTER TABLE "spam_lessons" ADD CONSTRAINT "spam_lessons_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;