ALTER TABLE "note_threads" ADD COLUMN "suggested_for" text;--> statement-breakpoint
ALTER TABLE "note_threads" ADD COLUMN "suggestion" text;--> statement-breakpoint
ALTER TABLE "note_threads" ADD COLUMN "suggestion_settled" text;