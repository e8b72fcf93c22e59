ALTER TABLE "media_assets" ADD COLUMN "usable_from" date;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "usable_until" date;