CREATE TABLE "credentials" (
	"id" text PRIMARY KEY NOT NULL,
	"client_id" text NOT NULL,
	"kind" text NOT NULL,
	"prefix" text NOT NULL,
	"last_four" text,
	"digest" "bytea" NOT NULL,
	"pepper_id" text,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"replaced_by" text,
	"last_used_at" timestamp (3) with time zone,
	"first_address" text
);
--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "purpose" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "contact" text DEFAULT '' NOT NULL;--> statement-breakpoint
-- OAuth2 clients read by scope; their tokens never have a role.
ALTER TABLE "clients" ADD COLUMN "role" text DEFAULT 'reader' NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ALTER COLUMN "role" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "address_mode" text DEFAULT 'any' NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "addresses" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "clients" ADD COLUMN "revoked_at" timestamp (3) with time zone;--> statement-breakpoint
UPDATE "clients" SET "revoked_at" = CASE WHEN "revoked" THEN now() END,
	-- A contract has an end. Those that had none go on for a year.
	"expires_at" = coalesce("expires_at", now() + interval '1 year');--> statement-breakpoint
ALTER TABLE "clients" ALTER COLUMN "expires_at" SET NOT NULL;--> statement-breakpoint
INSERT INTO "credentials" ("id", "client_id", "kind", "prefix", "digest", "created_at")
SELECT "id", "id", 'secret', 'rhs_', "digest", "created_at" FROM "clients";--> statement-breakpoint
ALTER TABLE "clients" DROP COLUMN "digest";--> statement-breakpoint
ALTER TABLE "clients" DROP COLUMN "revoked";--> statement-breakpoint
-- Each key becomes a client of its own with the same id, which imports and downloads remember it by.
INSERT INTO "clients" ("id", "name", "role", "scopes", "created_at", "expires_at", "revoked_at")
SELECT "id", "name", "role",
	CASE WHEN "role" IN ('admin', 'reader')
		THEN ARRAY['roster.readonly', 'roster-core.readonly', 'roster-demographics.readonly'] ELSE '{}' END,
	"created_at", coalesce("expires_at", now() + interval '1 year'), CASE WHEN "revoked" THEN now() END
FROM "api_keys";--> statement-breakpoint
INSERT INTO "credentials" ("id", "client_id", "kind", "prefix", "digest", "created_at")
SELECT "id", "id", 'key', 'rhk_' || "id" || '_', "digest", "created_at" FROM "api_keys";--> statement-breakpoint
DROP TABLE "api_keys";--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "credentials_client_id_idx" ON "credentials" USING btree ("client_id");
