CREATE INDEX "article_likeness_other" ON "article_likeness" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "related_picks_related" ON "related_picks" USING btree ("related_id");