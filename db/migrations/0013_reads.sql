CREATE TABLE "article_reads" (
	"article_id" uuid NOT NULL,
	"hour" timestamp with time zone NOT NULL,
	"reads" integer NOT NULL,
	CONSTRAINT "article_reads_article_id_hour_pk" PRIMARY KEY("article_id","hour")
);
--> statement-breakpoint
ALTER TABLE "article_reads" ADD CONSTRAINT "article_reads_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_reads_hour" ON "article_reads" USING btree ("hour");--> statement-breakpoint
CREATE VIEW "public"."public_reads" AS (select "article_reads"."article_id", "article_reads"."hour", "article_reads"."reads", "articles"."section_id" from "article_reads" inner join "articles" on "articles"."id" = "article_reads"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));