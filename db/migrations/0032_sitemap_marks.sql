CREATE TABLE "sitemap_marks" (
	"list" text NOT NULL,
	"part" integer NOT NULL,
	"after" text NOT NULL,
	CONSTRAINT "sitemap_marks_list_part_pk" PRIMARY KEY("list","part")
);
--> statement-breakpoint
CREATE VIEW "public"."public_sitemap_marks" AS (select "list", "part", "after" from "sitemap_marks");