CREATE TABLE "article_translations" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"family_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_word_pairs" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"published_at" timestamp with time zone,
	"public_from" timestamp with time zone,
	"pairs" smallint[]
);
--> statement-breakpoint
ALTER TABLE "article_translations" ADD CONSTRAINT "article_translations_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_word_pairs" ADD CONSTRAINT "article_word_pairs_article_id_article_search_article_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."article_search"("article_id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_translations_family" ON "article_translations" USING btree ("family_id");--> statement-breakpoint
CREATE INDEX "article_word_pairs_pairs" ON "article_word_pairs" USING gin ("pairs") WITH (fastupdate=false);--> statement-breakpoint
CREATE INDEX "article_word_pairs_newest" ON "article_word_pairs" USING btree ("published_at","public_from");--> statement-breakpoint
CREATE INDEX "article_word_pairs_waiting" ON "article_word_pairs" USING btree ("article_id") WHERE "article_word_pairs"."pairs" is null;--> statement-breakpoint
CREATE VIEW "public"."public_translations" AS (select "article_translations"."article_id", "article_translations"."family_id", "articles"."slug", "sections"."slug" as "section_slug", "revisions"."headline", "revisions"."language", "articles"."first_published_at" as "published_at" from "article_translations" inner join "articles" on "articles"."id" = "article_translations"."article_id" inner join "revisions" on "revisions"."id" = "articles"."published_revision_id" inner join "sections" on "sections"."id" = "articles"."section_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_word_pairs" AS (select "article_id", "published_at", "pairs" from "article_word_pairs" where "article_word_pairs"."public_from" <= now());--> statement-breakpoint
CREATE VIEW "public"."public_unpaired" AS (select "article_id", "published_at" from "article_search" where ("article_search"."public_from" <= now() and not exists (select 1 from "settings" where "settings"."key" = 'word-pairs' and "settings"."value" ? 'done') and not exists (select 1 from "article_word_pairs" where "article_word_pairs"."article_id" = "article_search"."article_id")));--> statement-breakpoint
-- Written by hand from here on. Numbers for pairs of words that stand beside each other, by the places that a phrase goes by: whoever has the phrase has all its pairs. One story in 130 has another pair of the same number.
CREATE FUNCTION standfirst_word_pairs(words tsvector) RETURNS smallint[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ WITH placed AS MATERIALIZED (SELECT lexeme, place FROM unnest(words) AS one (lexeme, positions, weights), unnest(positions) AS place WHERE left(lexeme, 1) <> '=')
	SELECT coalesce(array_agg(DISTINCT ((hashtext(before.lexeme || ' ' || behind.lexeme) & 65535) - 32768)::smallint), '{}') FROM placed AS before JOIN placed AS behind ON behind.place = before.place + 1 $$;--> statement-breakpoint
CREATE FUNCTION await_word_pairs() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ BEGIN
	IF TG_OP = 'UPDATE' THEN
		IF (NEW.words, NEW.published_at, NEW.public_from) IS NOT DISTINCT FROM (OLD.words, OLD.published_at, OLD.public_from) THEN
			RETURN NULL;
		END IF;
	END IF;
	-- A story of before has no row until a job has made it one.
	INSERT INTO article_word_pairs AS standing (article_id, published_at, public_from) VALUES (NEW.article_id, NEW.published_at, NEW.public_from)
		ON CONFLICT (article_id) DO UPDATE SET published_at = excluded.published_at, public_from = excluded.public_from, pairs = CASE WHEN NEW.words IS DISTINCT FROM OLD.words THEN NULL ELSE standing.pairs END;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER article_search_pairs AFTER INSERT OR UPDATE ON article_search FOR EACH ROW EXECUTE FUNCTION await_word_pairs();
-- Rows for the stories of before are written by renew-search, in turns: here nobody could publish until all are.
