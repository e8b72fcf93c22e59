CREATE TABLE "article_likeness" (
	"article_id" uuid NOT NULL,
	"other_id" uuid NOT NULL,
	"likeness" real NOT NULL,
	CONSTRAINT "article_likeness_article_id_other_id_pk" PRIMARY KEY("article_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "related_picks" (
	"article_id" uuid NOT NULL,
	"related_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "related_picks_article_id_related_id_pk" PRIMARY KEY("article_id","related_id")
);
--> statement-breakpoint
ALTER TABLE "article_search" ADD COLUMN "format" text DEFAULT 'news' NOT NULL;--> statement-breakpoint
ALTER TABLE "article_likeness" ADD CONSTRAINT "article_likeness_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_likeness" ADD CONSTRAINT "article_likeness_other_id_articles_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_picks" ADD CONSTRAINT "related_picks_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "related_picks" ADD CONSTRAINT "related_picks_related_id_articles_id_fk" FOREIGN KEY ("related_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "corrections_latest" ON "corrections" USING btree ("created_at","id");--> statement-breakpoint
CREATE VIEW "public"."public_likeness" AS (select "article_likeness"."article_id", "article_likeness"."other_id", "article_likeness"."likeness" from "article_likeness" inner join "articles" on "articles"."id" = "article_likeness"."article_id" inner join "articles" "related" on "related"."id" = "article_likeness"."other_id" where (("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())) and "related"."published_revision_id" is not null and "related"."first_published_at" <= now() and ("related"."embargo_until" is null or "related"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_related_picks" AS (select "related_picks"."article_id", "related_picks"."related_id", "related_picks"."position" from "related_picks" inner join "articles" on "articles"."id" = "related_picks"."article_id" inner join "articles" "related" on "related"."id" = "related_picks"."related_id" where (("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())) and "related"."published_revision_id" is not null and "related"."first_published_at" <= now() and ("related"."embargo_until" is null or "related"."embargo_until" <= now())));--> statement-breakpoint
-- Replaced and not dropped: the rights of the reader's login stay.
CREATE OR REPLACE VIEW "public"."public_finds" AS (select "article_id", "words", "head", "section_id", "authors", "published_at", "format" from "article_search" where "article_search"."public_from" <= now());--> statement-breakpoint
-- As before, and what the public story is.
CREATE OR REPLACE FUNCTION copy_to_search() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ BEGIN
	SELECT articles.section_id, first_published_at, greatest(first_published_at, embargo_until), coalesce(revisions.format, 'news') INTO NEW.section_id, NEW.published_at, NEW.public_from, NEW.format FROM articles LEFT JOIN revisions ON revisions.id = articles.published_revision_id WHERE articles.id = NEW.article_id;
	RETURN NEW;
END $$;
-- Most stories are news and say so already; the others are brought up in small steps by renew-search (lib/articles/jobs/fill-formats.ts), since whoever searches would wait for one that writes them all.
