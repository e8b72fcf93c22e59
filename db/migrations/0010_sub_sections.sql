DROP VIEW "public"."public_sections";--> statement-breakpoint
ALTER TABLE "sections" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "sections" ADD CONSTRAINT "sections_parent_id_sections_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."sections"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE VIEW "public"."public_sections" AS (select "id", "slug", "name", "description", "accent", "position", "parent_id" from "sections");