CREATE EXTENSION IF NOT EXISTS unaccent;--> statement-breakpoint
-- What search compares: lower case, without accents. Immutable by naming the dictionary, so that it may stand in an index.
CREATE FUNCTION standfirst_fold(given text) RETURNS text
LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
AS $$ BEGIN RETURN unaccent('unaccent', lower(given)); END $$;--> statement-breakpoint
-- The audit stands even where one login does everything; with logins of their own the program's may not even try (db/grants.ts).
CREATE FUNCTION refuse_to_change_the_audit() RETURNS trigger
LANGUAGE plpgsql
AS $$ BEGIN RAISE EXCEPTION 'event rows are never changed or removed' USING ERRCODE = 'insufficient_privilege'; END $$;--> statement-breakpoint
CREATE TRIGGER events_stand BEFORE UPDATE OR DELETE OR TRUNCATE ON events FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_change_the_audit();
