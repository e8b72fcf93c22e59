CREATE TABLE "comment_networks" (
	"comment_id" uuid PRIMARY KEY NOT NULL,
	"network" text NOT NULL,
	"prefix" text NOT NULL,
	"browser" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "network_keys" (
	"day" date PRIMARY KEY NOT NULL,
	"key" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "shields" (
	"id" uuid PRIMARY KEY NOT NULL,
	"section_id" uuid,
	"article_id" uuid,
	"who" text NOT NULL,
	"raised_by" uuid,
	"raised_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"lowered_at" timestamp with time zone,
	"lowered_by" uuid
);
--> statement-breakpoint
CREATE TABLE "word_rule_hits" (
	"rule_id" uuid NOT NULL,
	"comment_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "word_rules" (
	"id" uuid PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"pattern" text NOT NULL,
	"action" text NOT NULL,
	"language" text,
	"section_id" uuid,
	"note" text DEFAULT '' NOT NULL,
	"enabled" boolean DEFAULT true NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"hits" integer DEFAULT 0 NOT NULL,
	"last_hit_at" timestamp with time zone,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"changed_by" uuid,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"deleted_at" timestamp with time zone
);
--> statement-breakpoint
DROP VIEW "public"."public_discussions";--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "links_held" boolean;--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "first_sort" text;--> statement-breakpoint
ALTER TABLE "discussions" ADD COLUMN "heated_until" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "comment_networks" ADD CONSTRAINT "comment_networks_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shields" ADD CONSTRAINT "shields_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shields" ADD CONSTRAINT "shields_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shields" ADD CONSTRAINT "shields_raised_by_people_id_fk" FOREIGN KEY ("raised_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "shields" ADD CONSTRAINT "shields_lowered_by_people_id_fk" FOREIGN KEY ("lowered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_rule_hits" ADD CONSTRAINT "word_rule_hits_rule_id_word_rules_id_fk" FOREIGN KEY ("rule_id") REFERENCES "public"."word_rules"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_rule_hits" ADD CONSTRAINT "word_rule_hits_comment_id_comments_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."comments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_rules" ADD CONSTRAINT "word_rules_section_id_sections_id_fk" FOREIGN KEY ("section_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_rules" ADD CONSTRAINT "word_rules_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "word_rules" ADD CONSTRAINT "word_rules_changed_by_people_id_fk" FOREIGN KEY ("changed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_networks_prefix" ON "comment_networks" USING btree ("prefix","created_at");--> statement-breakpoint
CREATE INDEX "comment_networks_age" ON "comment_networks" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "shields_standing" ON "shields" USING btree ("ends_at") WHERE "shields"."lowered_at" is null;--> statement-breakpoint
CREATE INDEX "word_rule_hits_rule" ON "word_rule_hits" USING btree ("rule_id","at");--> statement-breakpoint
CREATE INDEX "word_rule_hits_age" ON "word_rule_hits" USING btree ("at");--> statement-breakpoint
CREATE INDEX "word_rule_hits_comment" ON "word_rule_hits" USING btree ("comment_id");--> statement-breakpoint
CREATE INDEX "word_rules_standing" ON "word_rules" USING btree ("kind","pattern") WHERE "word_rules"."deleted_at" is null;--> statement-breakpoint
CREATE INDEX "comments_of_discussion" ON "comments" USING btree ("discussion_id","created_at");--> statement-breakpoint
CREATE VIEW "public"."public_discussions" AS (select "discussions"."id", "discussions"."article_id", "discussions"."mode", "discussions"."closes_at", "discussions"."stays_open", "discussions"."slow_mode_seconds", "discussions"."first_sort", "discussions"."pinned_note", "discussions"."visible_count", "discussions"."pick_count", "discussions"."staff_count", "discussions"."version" from "discussions" inner join "articles" on "articles"."id" = "discussions"."article_id" where ("articles"."published_revision_id" is not null and "articles"."first_published_at" <= now() and ("articles"."embargo_until" is null or "articles"."embargo_until" <= now())));