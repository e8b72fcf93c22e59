CREATE TABLE "article_translations" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article_translations" ADD CONSTRAINT "article_translations_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_translations_family" ON "article_translations" USING btree ("family_id");--> statement-breakpoint
CREATE VIEW "public"."public_translations" AS (select "article_translations"."article_id", "article_translations"."family_id", "articles"."slug", "sections"."slug" as "section_slug", "revisions"."headline", "revisions"."language", "articles"."first_published_at" as "published_at" from "article_translations" inner join "articles" on "articles"."id" = "article_translations"."article_id" inner join "revisions" on "revisions"."id" = "articles"."published_revision_id" inner join "sections" on "sections"."id" = "articles"."section_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));