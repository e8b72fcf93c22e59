CREATE EXTENSION IF NOT EXISTS unaccent;
--> statement-breakpoint
-- Accents must not hide a story: the same folding for what is searched and what is typed. Immutable, so that it may stand in an index.
CREATE FUNCTION standfirst_fold(words text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
AS $$ SELECT lower(public.unaccent('public.unaccent'::regdictionary, translate(words, 'أإآٱىيكةؤئ', 'ااااییکهءء'))) $$;
