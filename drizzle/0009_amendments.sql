ALTER TABLE "publications" ALTER COLUMN "import_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "amendment" text;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "amended_by" text;--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "counts" jsonb;--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_origin" CHECK (("publications"."import_id" IS NULL) <> ("publications"."amendment" IS NULL));