CREATE TABLE "erasure_searches" (
	"erasure_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"object_id" uuid NOT NULL,
	CONSTRAINT "erasure_searches_erasure_id_kind_object_id_pk" PRIMARY KEY("erasure_id","kind","object_id")
);
--> statement-breakpoint
CREATE TABLE "erasures" (
	"id" uuid PRIMARY KEY NOT NULL,
	"subject" text NOT NULL,
	"sourced_id" text COLLATE "C",
	"source_id" integer NOT NULL,
	"publication_id" bigint NOT NULL,
	"erased_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"erased_by" text,
	"reason" text NOT NULL,
	"counts" jsonb NOT NULL,
	"recipients" jsonb NOT NULL,
	"done_at" timestamp (3) with time zone,
	"released_at" timestamp (3) with time zone,
	"released_by" text,
	"release_reason" text
);
--> statement-breakpoint
CREATE TABLE "restrictions" (
	"id" uuid PRIMARY KEY NOT NULL,
	"sourced_id" text COLLATE "C" NOT NULL,
	"source_id" integer NOT NULL,
	"publication_id" bigint NOT NULL,
	"restricted_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"restricted_by" text,
	"reason" text NOT NULL,
	"lifted_at" timestamp (3) with time zone,
	"lifted_by" text,
	"lift_reason" text
);
--> statement-breakpoint
CREATE TABLE "set_aside" (
	"entity" text NOT NULL,
	"sourced_id" text COLLATE "C" NOT NULL,
	"publication_id" bigint NOT NULL,
	"valid_to" bigint,
	"person" text COLLATE "C" NOT NULL,
	"source_id" integer NOT NULL,
	"row" jsonb NOT NULL,
	CONSTRAINT "set_aside_entity_sourced_id_publication_id_pk" PRIMARY KEY("entity","sourced_id","publication_id")
);
--> statement-breakpoint
CREATE TABLE "set_aside_names" (
	"person" text COLLATE "C" NOT NULL,
	"entity" text NOT NULL,
	"column" text NOT NULL,
	"sourced_id" text COLLATE "C" NOT NULL,
	"publication_id" bigint NOT NULL,
	CONSTRAINT "set_aside_names_person_entity_column_sourced_id_publication_id_pk" PRIMARY KEY("person","entity","column","sourced_id","publication_id")
);
--> statement-breakpoint
CREATE INDEX "erasures_subject_idx" ON "erasures" USING btree ("subject");--> statement-breakpoint
CREATE UNIQUE INDEX "restrictions_sourced_id_idx" ON "restrictions" USING btree ("sourced_id") WHERE "restrictions"."lifted_at" IS NULL;--> statement-breakpoint
CREATE INDEX "set_aside_person_idx" ON "set_aside" USING btree ("person");