CREATE TABLE "import_causes" (
	"import_id" uuid NOT NULL,
	"rank" integer NOT NULL,
	"file" text NOT NULL,
	"column" text NOT NULL,
	"code" text NOT NULL,
	"fault" text NOT NULL,
	"level" text NOT NULL,
	"params" jsonb NOT NULL,
	"weight" integer NOT NULL,
	"details" jsonb NOT NULL,
	CONSTRAINT "import_causes_import_id_rank_pk" PRIMARY KEY("import_id","rank")
);
--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "imports" ADD COLUMN "report" jsonb;--> statement-breakpoint
ALTER TABLE "sources" ADD COLUMN "settings" jsonb DEFAULT '{}'::jsonb NOT NULL;