DROP INDEX "articles_public_latest";--> statement-breakpoint
DROP INDEX "articles_public_section";--> statement-breakpoint
DROP INDEX "articles_desk";--> statement-breakpoint
DROP INDEX "comments_roots";--> statement-breakpoint
DROP INDEX "comments_author";--> statement-breakpoint
CREATE INDEX "articles_public_latest" ON "articles" USING btree ("first_published_at","id") WHERE "articles"."published_revision_id" is not null;--> statement-breakpoint
CREATE INDEX "articles_public_section" ON "articles" USING btree ("section_id","first_published_at","id") WHERE "articles"."published_revision_id" is not null;--> statement-breakpoint
CREATE INDEX "articles_desk" ON "articles" USING btree ("draft_edited_at","id");--> statement-breakpoint
CREATE INDEX "comments_roots" ON "comments" USING btree ("discussion_id","created_at","id") WHERE "comments"."depth" = 0 and ("comments"."status" in ('published', 'approved', 'hidden') or "comments"."reply_count" > 0);--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" USING btree ("author_id","created_at");