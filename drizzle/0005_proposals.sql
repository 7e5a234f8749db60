CREATE TABLE "file_downloads" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"file_id" uuid NOT NULL,
	"taken_by" text NOT NULL,
	"taken_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "imports" ALTER COLUMN "file_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "encrypted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "files" ADD COLUMN "removed_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "undo_of" bigint;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "dry_run" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "proposal" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "decision" jsonb;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "idempotency_key" text;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "mode" text;--> statement-breakpoint
CREATE INDEX "file_downloads_file_id_idx" ON "file_downloads" USING btree ("file_id");--> statement-breakpoint
CREATE UNIQUE INDEX "imports_idempotency_key_idx" ON "imports" USING btree ("received_by","idempotency_key");