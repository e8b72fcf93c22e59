CREATE TABLE "outside_readers" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"name" text NOT NULL,
	"key_hash" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"last_seen_at" timestamp with time zone NOT NULL,
	"times" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outside_remarks" (
	"id" uuid PRIMARY KEY NOT NULL,
	"review_id" uuid NOT NULL,
	"reader_id" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"part" text NOT NULL,
	"said" text DEFAULT '' NOT NULL,
	"instead" text,
	"verdict" text,
	"settled_at" timestamp with time zone,
	"settled_by" uuid
);
--> statement-breakpoint
CREATE TABLE "outside_reviews" (
	"id" uuid PRIMARY KEY NOT NULL,
	"article_id" uuid NOT NULL,
	"revision_id" uuid NOT NULL,
	"for_whom" text NOT NULL,
	"word" text DEFAULT '' NOT NULL,
	"token_hash" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" uuid
);
--> statement-breakpoint
ALTER TABLE "outside_readers" ADD CONSTRAINT "outside_readers_review_id_outside_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."outside_reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_remarks" ADD CONSTRAINT "outside_remarks_review_id_outside_reviews_id_fk" FOREIGN KEY ("review_id") REFERENCES "public"."outside_reviews"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_remarks" ADD CONSTRAINT "outside_remarks_reader_id_outside_readers_id_fk" FOREIGN KEY ("reader_id") REFERENCES "public"."outside_readers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_remarks" ADD CONSTRAINT "outside_remarks_settled_by_people_id_fk" FOREIGN KEY ("settled_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_reviews" ADD CONSTRAINT "outside_reviews_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_reviews" ADD CONSTRAINT "outside_reviews_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_reviews" ADD CONSTRAINT "outside_reviews_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_reviews" ADD CONSTRAINT "outside_reviews_revoked_by_people_id_fk" FOREIGN KEY ("revoked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "outside_readers_key" ON "outside_readers" USING btree ("key_hash");--> statement-breakpoint
CREATE INDEX "outside_readers_review" ON "outside_readers" USING btree ("review_id","opened_at");--> statement-breakpoint
CREATE INDEX "outside_remarks_review" ON "outside_remarks" USING btree ("review_id","created_at");--> statement-breakpoint
CREATE INDEX "outside_remarks_open" ON "outside_remarks" USING btree ("review_id") WHERE "outside_remarks"."verdict" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "outside_reviews_token" ON "outside_reviews" USING btree ("token_hash");--> statement-breakpoint
CREATE INDEX "outside_reviews_article" ON "outside_reviews" USING btree ("article_id","created_at");