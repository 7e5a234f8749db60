CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"hash" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"seq" bigint NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_kind" text NOT NULL,
	"actor_id" text,
	"actor_name" text,
	"actor_key" text,
	"address" text,
	"action" text NOT NULL,
	"entity" text,
	"object" text,
	"ids" text[] NOT NULL,
	"query" text,
	"publication_id" bigint,
	"count" integer,
	"status" integer NOT NULL,
	"error" text,
	"request_id" text,
	"detail" text,
	"key_id" text NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "audit_log_seq_recorded_at_pk" PRIMARY KEY("seq","recorded_at")
) PARTITION BY RANGE ("recorded_at");
--> statement-breakpoint
CREATE TABLE "audit_subjects" (
	"sourced_id" text PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_verifications" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"rows" bigint NOT NULL,
	"seq" bigint NOT NULL,
	"hash" "bytea" NOT NULL,
	"intact" boolean NOT NULL,
	"bad_seq" bigint,
	"fault" text
);
--> statement-breakpoint
CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at");--> statement-breakpoint
CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id","seq");--> statement-breakpoint
CREATE INDEX "audit_log_action_idx" ON "audit_log" USING btree ("action","seq");--> statement-breakpoint
CREATE INDEX "audit_log_ids_idx" ON "audit_log" USING gin ("ids");--> statement-breakpoint
INSERT INTO "audit_head" ("id", "seq", "recorded_at", "hash") VALUES (1, 0, '1970-01-01T00:00:00Z', decode(repeat('00', 32), 'hex'));--> statement-breakpoint
CREATE FUNCTION "audit_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
	RAISE EXCEPTION 'the audit is only ever added to' USING ERRCODE = 'insufficient_privilege';
END
$$;--> statement-breakpoint
CREATE TRIGGER "audit_log_kept" BEFORE UPDATE OR DELETE ON "audit_log" FOR EACH ROW EXECUTE FUNCTION "audit_refuse"();--> statement-breakpoint
CREATE TRIGGER "audit_log_not_truncated" BEFORE TRUNCATE ON "audit_log" FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();--> statement-breakpoint
CREATE TRIGGER "audit_head_kept" BEFORE DELETE OR TRUNCATE ON "audit_head" FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();--> statement-breakpoint
CREATE TRIGGER "audit_head_rises" BEFORE UPDATE ON "audit_head" FOR EACH ROW WHEN (NEW."seq" <= OLD."seq") EXECUTE FUNCTION "audit_refuse"();--> statement-breakpoint
-- A month of the audit (UTC). Its owner's, whoever calls it: making a partition takes the owner of the table.
CREATE FUNCTION "audit_partition"("day" date) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET TimeZone = 'UTC' AS $$
DECLARE
	"first" date := date_trunc('month', "day")::date;
	"name" text := 'audit_log_' || to_char("first", 'YYYY_MM');
BEGIN
	IF to_regclass('public.' || "name") IS NOT NULL THEN RETURN; END IF;
	PERFORM pg_advisory_xact_lock(hashtext('audit_partition'));
	IF to_regclass('public.' || "name") IS NOT NULL THEN RETURN; END IF;
	EXECUTE format('CREATE TABLE public.%I PARTITION OF public.audit_log FOR VALUES FROM (%L) TO (%L)',
		"name", "first"::timestamptz, ("first" + interval '1 month')::timestamptz);
	EXECUTE format('CREATE TRIGGER audit_log_not_truncated BEFORE TRUNCATE ON public.%I FOR EACH STATEMENT EXECUTE FUNCTION public.audit_refuse()', "name");
END
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION "audit_partition"(date) FROM PUBLIC;
