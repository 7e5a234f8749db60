CREATE TABLE "exports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"state" text NOT NULL,
	"options" jsonb NOT NULL,
	"attempt" integer DEFAULT 0 NOT NULL,
	"requested_by" text NOT NULL,
	"requested_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"progress" jsonb,
	"summary" jsonb,
	"file_id" uuid,
	"failure" text,
	"failure_params" jsonb
);
--> statement-breakpoint
CREATE INDEX "exports_seq_idx" ON "exports" USING btree ("seq");--> statement-breakpoint
CREATE INDEX "exports_state_idx" ON "exports" USING btree ("state","seq");--> statement-breakpoint
CREATE INDEX "exports_file_id_idx" ON "exports" USING btree ("file_id");