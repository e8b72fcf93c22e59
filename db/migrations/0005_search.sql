-- Trusted since PostgreSQL 13: the owner of the database may make it, also where somebody else runs the server.
CREATE EXTENSION IF NOT EXISTS pg_trgm;--> statement-breakpoint
-- As before, and without vowel marks and tatweel, and with one form of each figure.
CREATE OR REPLACE FUNCTION standfirst_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, translate(words, 'أإآٱىيكةؤئ٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹' || E'\u0640\u064B\u064C\u064D\u064E\u064F\u0650\u0651\u0652\u0653\u0654\u0655\u0670', 'ااااییکهءء01234567890123456789'))) $$;--> statement-breakpoint
-- What joins letters parts words, as in a question: "2.5", "well-known", "and/or".
CREATE FUNCTION standfirst_parted(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT translate(words, './_@:\-+''’', '          ') $$;--> statement-breakpoint
CREATE FUNCTION standfirst_words(words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT to_tsvector('pg_catalog.simple', public.standfirst_parted(public.standfirst_fold(words))) $$;--> statement-breakpoint
CREATE FUNCTION standfirst_quoted(lexeme text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT '''' || replace(replace(lexeme, '\', '\\'), '''', '''''') || '''' $$;--> statement-breakpoint
-- Stems under the mark of their language, "=de=bruck": no word, and so no phrase and no beginning of a word, is ever taken for one. Both of
-- what stands there and of what it is without accents, since people leave them out. Persian has no stemmer.
CREATE FUNCTION standfirst_stems(language text, words text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT coalesce(string_agg(public.standfirst_quoted('=' || language || '=' || public.standfirst_fold(lexeme)) || ':' || array_to_string(positions, ','), ' '), '')::tsvector
	FROM (VALUES ('en', 'pg_catalog.english'::regconfig), ('de', 'pg_catalog.german'), ('fr', 'pg_catalog.french'), ('es', 'pg_catalog.spanish'), ('ar', 'pg_catalog.arabic')) AS known (code, config),
		unnest(ARRAY[public.standfirst_parted(words), public.standfirst_parted(public.standfirst_fold(words))]) AS form,
		unnest(to_tsvector(config, form))
	WHERE code = language $$;--> statement-breakpoint
-- A story as the search knows it: headline before standfirst before body, every word as it is and its stem.
CREATE FUNCTION standfirst_index(language text, head text, beside text, body text) RETURNS tsvector LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT setweight(public.standfirst_words(head), 'A') || setweight(public.standfirst_words(beside), 'B') || setweight(public.standfirst_words(body), 'C')
	|| setweight(public.standfirst_stems(language, head), 'A') || setweight(public.standfirst_stems(language, beside), 'B') || setweight(public.standfirst_stems(language, body), 'C') $$;--> statement-breakpoint
-- What one typed word asks for: itself, words that begin with it, and its stem in each language. Short words ask for themselves alone.
CREATE FUNCTION standfirst_asked(word text) RETURNS tsquery LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT string_agg(term, ' | ')::tsquery FROM (
	SELECT public.standfirst_quoted(public.standfirst_fold(word)) || CASE WHEN char_length(word) > 2 THEN ':*' ELSE '' END AS term
	UNION SELECT public.standfirst_quoted('=' || code || '=' || public.standfirst_fold(lexeme))
		FROM (VALUES ('en', 'pg_catalog.english_stem'::regdictionary), ('de', 'pg_catalog.german_stem'), ('fr', 'pg_catalog.french_stem'), ('es', 'pg_catalog.spanish_stem'), ('ar', 'pg_catalog.arabic_stem')) AS known (code, stemmer),
			unnest(ts_lexize(stemmer, lower(word)) || ts_lexize(stemmer, public.standfirst_fold(word))) AS lexeme
) AS terms $$;--> statement-breakpoint
CREATE TABLE "search_words" (
	"word" text PRIMARY KEY NOT NULL,
	"public_from" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article_search" ADD COLUMN "authors" uuid[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "article_search" ADD COLUMN "section_id" uuid;--> statement-breakpoint
ALTER TABLE "article_search" ADD COLUMN "published_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "article_search" ADD COLUMN "public_from" timestamp with time zone;--> statement-breakpoint
CREATE INDEX "search_words_trigrams" ON "search_words" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE VIEW "public"."public_finds" AS (select "article_id", "words", "head", "section_id", "authors", "published_at" from "article_search" where "article_search"."public_from" <= now());--> statement-breakpoint
CREATE VIEW "public"."public_search_words" AS (select "word" from "search_words" where "search_words"."public_from" <= now());--> statement-breakpoint
-- What is counted stays narrow: texts and long lists of words lie beside the table, headlines and authors in it.
ALTER TABLE "article_search" SET (toast_tuple_target = 128);--> statement-breakpoint
ALTER TABLE "article_search" ALTER COLUMN "head" SET STORAGE MAIN, ALTER COLUMN "authors" SET STORAGE MAIN;--> statement-breakpoint
-- Whoever changes when or where a story is public changes it for the search: commands, and a program older than this.
CREATE FUNCTION copy_to_search() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ BEGIN
	SELECT section_id, first_published_at, greatest(first_published_at, embargo_until) INTO NEW.section_id, NEW.published_at, NEW.public_from FROM articles WHERE id = NEW.article_id;
	RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER article_search_copies BEFORE INSERT OR UPDATE ON article_search FOR EACH ROW EXECUTE FUNCTION copy_to_search();--> statement-breakpoint
CREATE FUNCTION renew_search_copy() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp
AS $$ BEGIN
	UPDATE article_search SET section_id = NEW.section_id WHERE article_id = NEW.id;
	RETURN NULL;
END $$;--> statement-breakpoint
CREATE TRIGGER articles_renew_search AFTER UPDATE OF section_id, first_published_at, embargo_until ON articles FOR EACH ROW
	WHEN ((OLD.section_id, OLD.first_published_at, OLD.embargo_until) IS DISTINCT FROM (NEW.section_id, NEW.first_published_at, NEW.embargo_until)) EXECUTE FUNCTION renew_search_copy();
