CREATE TABLE "story_looks" (
	"person_id" uuid NOT NULL,
	"article_id" uuid NOT NULL,
	"revision_id" uuid,
	"looked_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "story_looks_person_id_article_id_pk" PRIMARY KEY("person_id","article_id")
);
--> statement-breakpoint
ALTER TABLE "story_looks" ADD CONSTRAINT "story_looks_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_looks" ADD CONSTRAINT "story_looks_article_id_articles_id_fk" FOREIGN KEY ("article_id") REFERENCES "public"."articles"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "story_looks" ADD CONSTRAINT "story_looks_revision_id_revisions_id_fk" FOREIGN KEY ("revision_id") REFERENCES "public"."revisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "story_looks_article" ON "story_looks" USING btree ("article_id");