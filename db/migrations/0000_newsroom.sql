CREATE TABLE "article_addresses" (
	"slug" text PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"claimed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_bylines" (
	"article_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	CONSTRAINT "article_bylines_article_id_position_pk" PRIMARY KEY("article_id","position")
);
--> statement-breakpoint
CREATE TABLE "article_changes" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"visible" boolean DEFAULT true NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_documents" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"epoch" integer NOT NULL,
	"state" "bytea" NOT NULL,
	"through_update" bigint NOT NULL,
	"stored_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_media" (
	"article_id" uuid NOT NULL,
	"asset_id" uuid NOT NULL,
	CONSTRAINT "article_media_article_id_asset_id_pk" PRIMARY KEY("article_id","asset_id")
);
--> statement-breakpoint
CREATE TABLE "article_search" (
	"article_id" uuid PRIMARY KEY NOT NULL,
	"words" "tsvector" NOT NULL,
	"plain" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "article_tags" (
	"article_id" uuid NOT NULL,
	"tag_id" uuid NOT NULL,
	"position" smallint NOT NULL,
	CONSTRAINT "article_tags_article_id_tag_id_pk" PRIMARY KEY("article_id","tag_id")
);
--> statement-breakpoint
CREATE TABLE "article_updates" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "article_updates_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"article_id" uuid NOT NULL,
	"epoch" integer NOT NULL,
	"client_id" bigint,
	"client_clock" bigint,
	"bytes" "bytea" NOT NULL,
	"author_id" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "articles" (
	"id" uuid PRIMARY KEY NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"epoch" integer DEFAULT 1 NOT NULL,
	"schema_version" integer DEFAULT 1 NOT NULL,
	"section_id" uuid,
	"slug" text,
	"published_revision_id" uuid,
	"first_published_at" timestamp with time zone,
	"updated_at" timestamp with time zone,
	"unpublished_at" timestamp with time zone,
	"unpublish_reason" text,
	"embargo_until" timestamp with time zone,
	"scheduled_revision_id" uuid,
	"scheduled_for" timestamp with time zone,
	"scheduled_by" uuid,
	"schedule_failure" text,
	"handed_in_at" timestamp with time zone,
	"handed_in_by" uuid,
	"sent_back_at" timestamp with time zone,
	"sent_back_reason" text,
	"draft_headline" text DEFAULT '' NOT NULL,
	"draft_kicker" text DEFAULT '' NOT NULL,
	"draft_slug" text DEFAULT '' NOT NULL,
	"draft_section_id" uuid,
	"draft_language" text DEFAULT 'en' NOT NULL,
	"draft_words" integer DEFAULT 0 NOT NULL,
	"draft_people" uuid[] DEFAULT '{}'::uuid[] NOT NULL,
	"draft_hash" text DEFAULT '' NOT NULL,
	"draft_edited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"draft_edited_by" uuid
);
--> statement-breakpoint
CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"note" text NOT NULL,
	"wrong_revision_id" uuid NOT NULL,
	"right_revision_id" uuid NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" text NOT NULL,
	"label" text,
	"reason" text,
	"schema_version" integer NOT NULL,
	"kicker" text NOT NULL,
	"headline" text NOT NULL,
	"standfirst" text NOT NULL,
	"dateline" text NOT NULL,
	"slug" text NOT NULL,
	"section_id" uuid,
	"language" text NOT NULL,
	"tags" text[] NOT NULL,
	"bylines" jsonb NOT NULL,
	"lead" jsonb,
	"body" jsonb NOT NULL,
	"words" integer NOT NULL,
	"hash" text NOT NULL,
	"created_by" uuid,
	"contributors" uuid[] NOT NULL,
	"restored_from" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comment_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"source" text NOT NULL,
	"body" jsonb NOT NULL,
	"text_hash" text NOT NULL,
	"link_count" integer DEFAULT 0 NOT NULL,
	"signals" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "comments" (
	"id" uuid PRIMARY KEY NOT NULL,
	"discussion_id" uuid NOT NULL,
	"root_id" uuid NOT NULL,
	"parent_id" uuid,
	"depth" smallint DEFAULT 0 NOT NULL,
	"author_id" uuid,
	"guest_id" uuid,
	"name_snapshot" text NOT NULL,
	"status" text NOT NULL,
	"status_reason" text,
	"current_revision_id" uuid NOT NULL,
	"reply_count" integer DEFAULT 0 NOT NULL,
	"staff_badge" text,
	"key_hash" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"decided_at" timestamp with time zone,
	"decided_by" uuid
);
--> statement-breakpoint
CREATE TABLE "discussions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"mode" text DEFAULT 'inherit' NOT NULL,
	"closes_at" timestamp with time zone,
	"visible_count" integer DEFAULT 0 NOT NULL,
	"held_count" integer DEFAULT 0 NOT NULL,
	"version" bigint DEFAULT 0 NOT NULL,
	"last_visible_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "guests" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email_hmac" text NOT NULL,
	"name" text NOT NULL,
	"approved_count" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderation_events" (
	"id" uuid PRIMARY KEY NOT NULL,
	"comment_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"actor_id" uuid,
	"from_status" text,
	"to_status" text NOT NULL,
	"reason_code" text,
	"message_to_author" text,
	"undoes" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "rate_windows" (
	"key" text PRIMARY KEY NOT NULL,
	"count" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "spent_form_tokens" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"spent_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "events" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"uid" uuid NOT NULL,
	"name" text NOT NULL,
	"subject_type" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"actor_id" uuid,
	"actor_name" text NOT NULL,
	"data" jsonb NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "idempotency_keys" (
	"key" text PRIMARY KEY NOT NULL,
	"command" text NOT NULL,
	"body_hash" text NOT NULL,
	"response" jsonb NOT NULL,
	"expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "settings" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "media_assets" (
	"id" uuid PRIMARY KEY NOT NULL,
	"uploaded_by" uuid,
	"original_name" text NOT NULL,
	"original_key" text NOT NULL,
	"sha256" text NOT NULL,
	"mime" text NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"renditions" jsonb NOT NULL,
	"credit" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_links" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"purpose" text NOT NULL,
	"person_id" uuid,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY NOT NULL,
	"email" text NOT NULL,
	"name" text NOT NULL,
	"handle" text,
	"role" text NOT NULL,
	"bio" text DEFAULT '' NOT NULL,
	"portrait_asset_id" uuid,
	"password_hash" text,
	"disabled_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"token_hash" text NOT NULL,
	"person_id" uuid NOT NULL,
	"device" text DEFAULT '' NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"accent" text DEFAULT 'plain' NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "tags" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "article_addresses" ADD CONSTRAINT "article_addresses_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_bylines" ADD CONSTRAINT "article_bylines_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_bylines" ADD CONSTRAINT "article_bylines_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_changes" ADD CONSTRAINT "article_changes_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_documents" ADD CONSTRAINT "article_documents_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_media" ADD CONSTRAINT "article_media_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_media" ADD CONSTRAINT "article_media_asset_id_media_assets_id_fk" FOREIGN KEY ("asset_id") REFERENCES "public"."media_assets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_search" ADD CONSTRAINT "article_search_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_tags" ADD CONSTRAINT "article_tags_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_tags" ADD CONSTRAINT "article_tags_tag_id_tags_id_fk" FOREIGN KEY ("tag_id") REFERENCES "public"."tags"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_updates" ADD CONSTRAINT "article_updates_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "article_updates" ADD CONSTRAINT "article_updates_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_published_revision_id_revisions_id_fk" FOREIGN KEY ("published_revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_scheduled_revision_id_revisions_id_fk" FOREIGN KEY ("scheduled_revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_scheduled_by_people_id_fk" FOREIGN KEY ("scheduled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_handed_in_by_people_id_fk" FOREIGN KEY ("handed_in_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_draft_section_id_sections_id_fk" FOREIGN KEY ("draft_section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "articles" ADD CONSTRAINT "articles_draft_edited_by_people_id_fk" FOREIGN KEY ("draft_edited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_wrong_revision_id_revisions_id_fk" FOREIGN KEY ("wrong_revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_right_revision_id_revisions_id_fk" FOREIGN KEY ("right_revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "corrections" ADD CONSTRAINT "corrections_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "revisions" ADD CONSTRAINT "revisions_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_discussion_id_discussions_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_parent_id_comments_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_author_id_people_id_fk" FOREIGN KEY ("author_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_guest_id_guests_id_fk" FOREIGN KEY ("guest_id") REFERENCES "public"."guests"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "comments" ADD CONSTRAINT "comments_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussions" ADD CONSTRAINT "discussions_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_events" ADD CONSTRAINT "moderation_events_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_events" ADD CONSTRAINT "moderation_events_revision_id_comment_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."comment_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_events" ADD CONSTRAINT "moderation_events_actor_id_people_id_fk" FOREIGN KEY ("actor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "media_assets" ADD CONSTRAINT "media_assets_uploaded_by_people_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_links" ADD CONSTRAINT "one_time_links_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "article_addresses_article" ON "article_addresses" USING btree ("article_id");--> statement-breakpoint
CREATE INDEX "article_bylines_person" ON "article_bylines" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "article_changes_article" ON "article_changes" USING btree ("article_id","created_at");--> statement-breakpoint
CREATE INDEX "article_media_asset" ON "article_media" USING btree ("asset_id");--> statement-breakpoint
CREATE INDEX "article_search_words" ON "article_search" USING gin ("words");--> statement-breakpoint
CREATE INDEX "article_tags_tag" ON "article_tags" USING btree ("tag_id");--> statement-breakpoint
CREATE INDEX "article_updates_article" ON "article_updates" USING btree ("article_id","epoch","id");--> statement-breakpoint
CREATE UNIQUE INDEX "articles_slug" ON "articles" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "articles_public_latest" ON "articles" USING btree ("first_published_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "articles"."published_revision_id" is not null;--> statement-breakpoint
CREATE INDEX "articles_public_section" ON "articles" USING btree ("section_id","first_published_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "articles"."published_revision_id" is not null;--> statement-breakpoint
CREATE INDEX "articles_desk" ON "articles" USING btree ("draft_edited_at" DESC NULLS LAST,"id" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "articles_due" ON "articles" USING btree ("scheduled_for") WHERE "articles"."scheduled_for" is not null;--> statement-breakpoint
CREATE INDEX "corrections_article" ON "corrections" USING btree ("article_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "revisions_article_seq" ON "revisions" USING btree ("article_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "comment_revisions_seq" ON "comment_revisions" USING btree ("comment_id","seq");--> statement-breakpoint
CREATE INDEX "comment_revisions_hash" ON "comment_revisions" USING btree ("text_hash","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "comments_key_hash" ON "comments" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "comments_roots" ON "comments" USING btree ("discussion_id","created_at" DESC NULLS LAST,"id" DESC NULLS LAST) WHERE "comments"."depth" = 0 and ("comments"."status" in ('published', 'approved') or "comments"."reply_count" > 0);--> statement-breakpoint
CREATE INDEX "comments_replies" ON "comments" USING btree ("root_id","created_at","id") WHERE "comments"."depth" > 0 and "comments"."status" in ('published', 'approved');--> statement-breakpoint
CREATE INDEX "comments_queue" ON "comments" USING btree ("created_at","id") WHERE "comments"."status" = 'held';--> statement-breakpoint
CREATE INDEX "comments_author" ON "comments" USING btree ("author_id","created_at" DESC NULLS LAST);--> statement-breakpoint
CREATE UNIQUE INDEX "discussions_article" ON "discussions" USING btree ("article_id");--> statement-breakpoint
CREATE UNIQUE INDEX "guests_email_hmac" ON "guests" USING btree ("email_hmac");--> statement-breakpoint
CREATE INDEX "moderation_events_comment" ON "moderation_events" USING btree ("comment_id","created_at");--> statement-breakpoint
CREATE INDEX "rate_windows_expiry" ON "rate_windows" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "events_uid" ON "events" USING btree ("uid");--> statement-breakpoint
CREATE INDEX "events_subject" ON "events" USING btree ("subject_type","subject_id","id");--> statement-breakpoint
CREATE INDEX "idempotency_keys_expiry" ON "idempotency_keys" USING btree ("expires_at");--> statement-breakpoint
CREATE UNIQUE INDEX "media_assets_original_key" ON "media_assets" USING btree ("original_key");--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_links_token_hash" ON "one_time_links" USING btree ("token_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_links_one_setup" ON "one_time_links" USING btree ("purpose") WHERE "one_time_links"."purpose" = 'setup' and "one_time_links"."used_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "people_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE UNIQUE INDEX "people_handle" ON "people" USING btree ("handle");--> statement-breakpoint
CREATE INDEX "people_role" ON "people" USING btree ("role");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_token_hash" ON "sessions" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "sessions_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sections_slug" ON "sections" USING btree ("slug");--> statement-breakpoint
CREATE UNIQUE INDEX "tags_slug" ON "tags" USING btree ("slug");--> statement-breakpoint
CREATE VIEW "public"."public_addresses" AS (select "article_addresses"."slug", "article_addresses"."article_id", "articles"."slug" as "current_slug", "sections"."slug" as "section_slug", ("articles"."published_revision_id" is not null) as "live" from "article_addresses" inner join "articles" on "articles"."id" = "article_addresses"."article_id" inner join "sections" on "sections"."id" = "articles"."section_id" where ("articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now()) and "article_addresses"."claimed_at" <= now()));--> statement-breakpoint
CREATE VIEW "public"."public_article_tags" AS (select "article_tags"."article_id", "article_tags"."tag_id", "article_tags"."position", "tags"."slug", "tags"."name" from "article_tags" inner join "tags" on "tags"."id" = "article_tags"."tag_id" inner join "articles" on "articles"."id" = "article_tags"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_articles" AS (select "articles"."id", "revisions"."id" as "revision_id", "articles"."slug", "articles"."section_id", "sections"."slug" as "section_slug", "sections"."name" as "section_name", "sections"."accent", "revisions"."kicker", "revisions"."headline", "revisions"."standfirst", "revisions"."dateline", "revisions"."language", "revisions"."bylines", "revisions"."lead", "revisions"."body", "revisions"."words", "articles"."first_published_at", "articles"."updated_at", greatest("articles"."first_published_at", "revisions"."created_at") as "changed_at" from "articles" inner join "revisions" on "revisions"."id" = "articles"."published_revision_id" inner join "sections" on "sections"."id" = "articles"."section_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_bylines" AS (select "article_bylines"."article_id", "article_bylines"."position", "article_bylines"."role", "article_bylines"."person_id" from "article_bylines" inner join "articles" on "articles"."id" = "article_bylines"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_changes" AS (select "article_changes"."id", "article_changes"."article_id", "article_changes"."kind", "article_changes"."note", "article_changes"."created_at" from "article_changes" inner join "articles" on "articles"."id" = "article_changes"."article_id" where ("article_changes"."visible" = true and ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now()))));--> statement-breakpoint
CREATE VIEW "public"."public_comments" AS (select "comments"."id", "comments"."discussion_id", "discussions"."article_id", "comments"."root_id", "comments"."parent_id", "comments"."depth", "comments"."status" in ('published', 'approved') as "visible", case when "comments"."status" in ('published', 'approved') then "comments"."name_snapshot" end as "name", case when "parent"."status" in ('published', 'approved') then "parent"."name_snapshot" end as "parent_name", "comments"."staff_badge", case when "comments"."status" in ('published', 'approved') then "comment_revisions"."body" end as "body", "comments"."reply_count", "comments"."created_at" from "comments" inner join "discussions" on "discussions"."id" = "comments"."discussion_id" inner join "articles" on "articles"."id" = "discussions"."article_id" inner join "comment_revisions" on "comment_revisions"."id" = "comments"."current_revision_id" left join "comments" "parent" on "parent"."id" = "comments"."parent_id" where (("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())) and ("comments"."status" in ('published', 'approved') or "comments"."reply_count" > 0)));--> statement-breakpoint
CREATE VIEW "public"."public_corrections" AS (select "corrections"."id", "corrections"."article_id", "corrections"."kind", "corrections"."note", "corrections"."created_at" from "corrections" inner join "articles" on "articles"."id" = "corrections"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_discussions" AS (select "discussions"."id", "discussions"."article_id", "discussions"."mode", "discussions"."closes_at", "discussions"."visible_count", "discussions"."version" from "discussions" inner join "articles" on "articles"."id" = "discussions"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_media" AS (select "id", "width", "height", "renditions" from "media_assets" where (exists (select 1 from "article_media" inner join "articles" on "articles"."id" = "article_media"."article_id" where ("article_media"."asset_id" = "media_assets"."id" and ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())))) or exists (select 1 from "people" inner join "article_bylines" on "article_bylines"."person_id" = "people"."id" inner join "articles" on "articles"."id" = "article_bylines"."article_id" where ("people"."portrait_asset_id" = "media_assets"."id" and ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now()))))));--> statement-breakpoint
CREATE VIEW "public"."public_people" AS (select "id", "name", "handle", "bio", "portrait_asset_id" from "people" where ("people"."handle" is not null and exists (select 1 from "articles" inner join "article_bylines" on "article_bylines"."article_id" = "articles"."id" where (("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())) and "article_bylines"."person_id" = "people"."id"))));--> statement-breakpoint
CREATE VIEW "public"."public_search" AS (select "article_search"."article_id", "article_search"."words", "article_search"."plain" from "article_search" inner join "articles" on "articles"."id" = "article_search"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));--> statement-breakpoint
CREATE VIEW "public"."public_sections" AS (select "id", "slug", "name", "description", "accent", "position" from "sections");--> statement-breakpoint
CREATE VIEW "public"."public_settings" AS (select "key", "value" from "settings" where "settings"."key" = 'paper');