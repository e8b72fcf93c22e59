ALTER TABLE "media_assets" ADD COLUMN "creator" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "taken_on" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "media_assets" ADD COLUMN "state" text DEFAULT 'preparing' NOT NULL;--> statement-breakpoint
CREATE INDEX "media_assets_preparing" ON "media_assets" USING btree ("created_at") WHERE "media_assets"."state" = 'preparing';