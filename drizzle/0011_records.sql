CREATE TABLE "corrections" (
	"id" uuid PRIMARY KEY NOT NULL,
	"person" text NOT NULL,
	"entity" text NOT NULL,
	"field" text NOT NULL,
	"value" text NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"reason" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"state" text NOT NULL,
	"settled_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "retention_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_at" timestamp (3) with time zone NOT NULL,
	"removed" bigint NOT NULL
);
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "report_removed_at" timestamp (3) with time zone;--> statement-breakpoint
CREATE INDEX "corrections_person_idx" ON "corrections" USING btree ("person");--> statement-breakpoint
CREATE INDEX "corrections_state_idx" ON "corrections" USING btree ("state","entity");