CREATE TABLE "page_revisions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"page_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"typed" text NOT NULL,
	"body" jsonb NOT NULL,
	"saved_by" uuid,
	"saved_by_name" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "pages" (
	"id" uuid PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL,
	"published_revision_id" uuid,
	"first_published_at" timestamp with time zone,
	"changed_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "page_revisions" ADD CONSTRAINT "page_revisions_page_id_pages_id_fk" FOREIGN KEY ("page_id") REFERENCES "public"."pages"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "pages" ADD CONSTRAINT "pages_published_revision_id_page_revisions_id_fk" FOREIGN KEY ("published_revision_id") REFERENCES "public"."page_revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "page_revisions_seq" ON "page_revisions" USING btree ("page_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "pages_slug" ON "pages" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "pages_published_revision" ON "pages" USING btree ("published_revision_id");--> statement-breakpoint
CREATE VIEW "public"."public_pages" AS (select "pages"."id", "pages"."slug", "pages"."position", "page_revisions"."title" as "title", "page_revisions"."purpose", "page_revisions"."body", "pages"."first_published_at", "pages"."changed_at" from "pages" left join "page_revisions" on "page_revisions"."id" = "pages"."published_revision_id" where "pages"."first_published_at" is not null);