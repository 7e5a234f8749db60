CREATE TABLE "academic_sessions" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"title" text,
	"type" text,
	"start_date" date,
	"end_date" date,
	"parent_sourced_id" text COLLATE "C",
	"school_year" text,
	"metadata" jsonb,
	CONSTRAINT "academic_sessions_pkey" PRIMARY KEY("sourced_id")
);


CREATE TABLE "academic_sessions_history" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"title" text,
	"type" text,
	"start_date" date,
	"end_date" date,
	"parent_sourced_id" text COLLATE "C",
	"school_year" text,
	"metadata" jsonb,
	"valid_to" bigint NOT NULL,
	CONSTRAINT "academic_sessions_history_pkey" PRIMARY KEY("sourced_id","publication_id")
);


CREATE TABLE "orgs" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"name" text,
	"type" text,
	"identifier" text,
	"parent_sourced_id" text COLLATE "C",
	"metadata" jsonb,
	CONSTRAINT "orgs_pkey" PRIMARY KEY("sourced_id")
);


CREATE TABLE "orgs_history" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"name" text,
	"type" text,
	"identifier" text,
	"parent_sourced_id" text COLLATE "C",
	"metadata" jsonb,
	"valid_to" bigint NOT NULL,
	CONSTRAINT "orgs_history_pkey" PRIMARY KEY("sourced_id","publication_id")
);


CREATE TABLE "courses" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"school_year_sourced_id" text COLLATE "C",
	"title" text,
	"course_code" text,
	"grades" text[],
	"org_sourced_id" text COLLATE "C",
	"subjects" text[],
	"subject_codes" text[],
	"metadata" jsonb,
	CONSTRAINT "courses_pkey" PRIMARY KEY("sourced_id")
);


CREATE TABLE "courses_history" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"school_year_sourced_id" text COLLATE "C",
	"title" text,
	"course_code" text,
	"grades" text[],
	"org_sourced_id" text COLLATE "C",
	"subjects" text[],
	"subject_codes" text[],
	"metadata" jsonb,
	"valid_to" bigint NOT NULL,
	CONSTRAINT "courses_history_pkey" PRIMARY KEY("sourced_id","publication_id")
);


CREATE TABLE "classes" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"title" text,
	"grades" text[],
	"course_sourced_id" text COLLATE "C",
	"class_code" text,
	"class_type" text,
	"location" text,
	"school_sourced_id" text COLLATE "C",
	"term_sourced_ids" text[],
	"subjects" text[],
	"subject_codes" text[],
	"periods" text[],
	"metadata" jsonb,
	CONSTRAINT "classes_pkey" PRIMARY KEY("sourced_id")
);


CREATE TABLE "classes_history" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"title" text,
	"grades" text[],
	"course_sourced_id" text COLLATE "C",
	"class_code" text,
	"class_type" text,
	"location" text,
	"school_sourced_id" text COLLATE "C",
	"term_sourced_ids" text[],
	"subjects" text[],
	"subject_codes" text[],
	"periods" text[],
	"metadata" jsonb,
	"valid_to" bigint NOT NULL,
	CONSTRAINT "classes_history_pkey" PRIMARY KEY("sourced_id","publication_id")
);


CREATE TABLE "users" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"enabled_user" boolean,
	"username" text,
	"user_ids" jsonb,
	"given_name" text,
	"family_name" text,
	"middle_name" text,
	"identifier" text,
	"email" text,
	"sms" text,
	"phone" text,
	"agent_sourced_ids" text[],
	"grades" text[],
	"user_master_identifier" text,
	"preferred_given_name" text,
	"preferred_middle_name" text,
	"preferred_family_name" text,
	"primary_org_sourced_id" text COLLATE "C",
	"pronouns" text,
	"metadata" jsonb,
	CONSTRAINT "users_pkey" PRIMARY KEY("sourced_id")
);


CREATE TABLE "users_history" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"enabled_user" boolean,
	"username" text,
	"user_ids" jsonb,
	"given_name" text,
	"family_name" text,
	"middle_name" text,
	"identifier" text,
	"email" text,
	"sms" text,
	"phone" text,
	"agent_sourced_ids" text[],
	"grades" text[],
	"user_master_identifier" text,
	"preferred_given_name" text,
	"preferred_middle_name" text,
	"preferred_family_name" text,
	"primary_org_sourced_id" text COLLATE "C",
	"pronouns" text,
	"metadata" jsonb,
	"valid_to" bigint NOT NULL,
	CONSTRAINT "users_history_pkey" PRIMARY KEY("sourced_id","publication_id")
);


CREATE TABLE "users_rendered" (
	"sourced_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"publication_id" bigint NOT NULL,
	"form" text NOT NULL,
	"record" text NOT NULL
);


CREATE TABLE "roles" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"user_sourced_id" text COLLATE "C",
	"role_type" text,
	"role" text,
	"begin_date" date,
	"end_date" date,
	"org_sourced_id" text COLLATE "C",
	"user_profile_sourced_id" text COLLATE "C",
	"metadata" jsonb,
	CONSTRAINT "roles_pkey" PRIMARY KEY("sourced_id")
);


CREATE TABLE "roles_history" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"user_sourced_id" text COLLATE "C",
	"role_type" text,
	"role" text,
	"begin_date" date,
	"end_date" date,
	"org_sourced_id" text COLLATE "C",
	"user_profile_sourced_id" text COLLATE "C",
	"metadata" jsonb,
	"valid_to" bigint NOT NULL,
	CONSTRAINT "roles_history_pkey" PRIMARY KEY("sourced_id","publication_id")
);


CREATE TABLE "user_profiles" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"user_sourced_id" text COLLATE "C",
	"profile_type" text,
	"vendor_id" text,
	"application_id" text,
	"description" text,
	"credential_type" text,
	"username" text,
	"metadata" jsonb,
	CONSTRAINT "user_profiles_pkey" PRIMARY KEY("sourced_id")
);


CREATE TABLE "user_profiles_history" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"user_sourced_id" text COLLATE "C",
	"profile_type" text,
	"vendor_id" text,
	"application_id" text,
	"description" text,
	"credential_type" text,
	"username" text,
	"metadata" jsonb,
	"valid_to" bigint NOT NULL,
	CONSTRAINT "user_profiles_history_pkey" PRIMARY KEY("sourced_id","publication_id")
);


CREATE TABLE "enrollments" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"class_sourced_id" text COLLATE "C",
	"school_sourced_id" text COLLATE "C",
	"user_sourced_id" text COLLATE "C",
	"role" text,
	"primary" boolean,
	"begin_date" date,
	"end_date" date,
	"metadata" jsonb,
	CONSTRAINT "enrollments_pkey" PRIMARY KEY("sourced_id")
);


CREATE TABLE "enrollments_history" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"class_sourced_id" text COLLATE "C",
	"school_sourced_id" text COLLATE "C",
	"user_sourced_id" text COLLATE "C",
	"role" text,
	"primary" boolean,
	"begin_date" date,
	"end_date" date,
	"metadata" jsonb,
	"valid_to" bigint NOT NULL,
	CONSTRAINT "enrollments_history_pkey" PRIMARY KEY("sourced_id","publication_id")
);


CREATE TABLE "demographics" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"birth_date" date,
	"sex" text,
	"american_indian_or_alaska_native" boolean,
	"asian" boolean,
	"black_or_african_american" boolean,
	"native_hawaiian_or_other_pacific_islander" boolean,
	"white" boolean,
	"demographic_race_two_or_more_races" boolean,
	"hispanic_or_latino_ethnicity" boolean,
	"country_of_birth_code" text,
	"state_of_birth_abbreviation" text,
	"city_of_birth" text,
	"public_school_residence_status" text,
	"metadata" jsonb,
	CONSTRAINT "demographics_pkey" PRIMARY KEY("sourced_id")
);


CREATE TABLE "demographics_history" (
	"sourced_id" text COLLATE "C" NOT NULL,
	"status" text NOT NULL,
	"publication_id" bigint NOT NULL,
	"source_id" integer NOT NULL,
	"source_date_last_modified" timestamp (3) with time zone,
	"birth_date" date,
	"sex" text,
	"american_indian_or_alaska_native" boolean,
	"asian" boolean,
	"black_or_african_american" boolean,
	"native_hawaiian_or_other_pacific_islander" boolean,
	"white" boolean,
	"demographic_race_two_or_more_races" boolean,
	"hispanic_or_latino_ethnicity" boolean,
	"country_of_birth_code" text,
	"state_of_birth_abbreviation" text,
	"city_of_birth" text,
	"public_school_residence_status" text,
	"metadata" jsonb,
	"valid_to" bigint NOT NULL,
	CONSTRAINT "demographics_history_pkey" PRIMARY KEY("sourced_id","publication_id")
);


CREATE TABLE "sources" (
	"id" serial PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sources_name_unique" UNIQUE("name")
);


CREATE TABLE "publications" (
	"id" bigint PRIMARY KEY NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL,
	"import_id" uuid,
	"amendment" text,
	"amended_by" text,
	"counts" jsonb,
	"kept" boolean DEFAULT true NOT NULL,
	CONSTRAINT "publications_origin" CHECK (("publications"."import_id" IS NULL) <> ("publications"."amendment" IS NULL))
);


CREATE TABLE "files" (
	"id" uuid PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"size" bigint NOT NULL,
	"sha256" text NOT NULL,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"encrypted" boolean DEFAULT false NOT NULL,
	"removed_at" timestamp (3) with time zone
);


CREATE TABLE "file_downloads" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"file_id" uuid NOT NULL,
	"taken_by" text NOT NULL,
	"taken_at" timestamp (3) with time zone DEFAULT now() NOT NULL
);


CREATE TABLE "file_chunks" (
	"file_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"bytes" "bytea" NOT NULL,
	CONSTRAINT "file_chunks_file_id_seq_pk" PRIMARY KEY("file_id","seq")
);


CREATE TABLE "imports" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seq" bigserial NOT NULL,
	"source_id" integer NOT NULL,
	"file_id" uuid,
	"undo_of" bigint,
	"state" text NOT NULL,
	"dry_run" boolean DEFAULT false NOT NULL,
	"proposal" jsonb,
	"decision" jsonb,
	"idempotency_key" text,
	"mode" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"received_by" text NOT NULL,
	"received_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"started_at" timestamp (3) with time zone,
	"finished_at" timestamp (3) with time zone,
	"settings" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"profile" text,
	"report" jsonb,
	"progress" jsonb,
	"counts" jsonb,
	"issue_counts" jsonb,
	"publication_id" bigint,
	"failure" text,
	"report_removed_at" timestamp (3) with time zone
);


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


CREATE TABLE "import_issues" (
	"import_id" uuid NOT NULL,
	"seq" bigserial NOT NULL,
	"file" text NOT NULL,
	"line" integer NOT NULL,
	"column" text NOT NULL,
	"code" text NOT NULL,
	"fault" text NOT NULL,
	"level" text NOT NULL,
	"params" jsonb NOT NULL,
	CONSTRAINT "import_issues_import_id_seq_pk" PRIMARY KEY("import_id","seq")
);


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


CREATE TABLE "clients" (
	"id" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"purpose" text DEFAULT '' NOT NULL,
	"contact" text DEFAULT '' NOT NULL,
	"role" text NOT NULL,
	"scopes" text[] NOT NULL,
	"address_mode" text DEFAULT 'any' NOT NULL,
	"addresses" text[] DEFAULT '{}' NOT NULL,
	"requests_per_hour" integer,
	"requests_per_second" integer,
	"created_at" timestamp (3) with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"revoked_at" timestamp (3) with time zone
);


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


CREATE TABLE "rate_windows" (
	"subject" text PRIMARY KEY NOT NULL,
	"minute" bigint NOT NULL,
	"counts" integer[] NOT NULL,
	"second" bigint NOT NULL,
	"in_second" integer NOT NULL
);


CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"recorded_at" timestamp (3) with time zone NOT NULL,
	"hash" "bytea" NOT NULL
);


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
);


CREATE TABLE "audit_subjects" (
	"sourced_id" text PRIMARY KEY NOT NULL,
	"salt" "bytea" NOT NULL
);


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


CREATE TABLE "erasure_searches" (
	"erasure_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"object_id" uuid NOT NULL,
	CONSTRAINT "erasure_searches_erasure_id_kind_object_id_pk" PRIMARY KEY("erasure_id","kind","object_id")
);


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


CREATE TABLE "set_aside_names" (
	"person" text COLLATE "C" NOT NULL,
	"entity" text NOT NULL,
	"column" text NOT NULL,
	"sourced_id" text COLLATE "C" NOT NULL,
	"publication_id" bigint NOT NULL,
	CONSTRAINT "set_aside_names_person_entity_column_sourced_id_publication_id_pk" PRIMARY KEY("person","entity","column","sourced_id","publication_id")
);


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


CREATE TABLE "retention_runs" (
	"name" text PRIMARY KEY NOT NULL,
	"ran_at" timestamp (3) with time zone NOT NULL,
	"removed" bigint NOT NULL
);


ALTER TABLE "credentials" ADD CONSTRAINT "credentials_client_id_clients_id_fk" FOREIGN KEY ("client_id") REFERENCES "public"."clients"("id") ON DELETE no action ON UPDATE no action;

CREATE INDEX "academic_sessions_publication_idx" ON "academic_sessions" USING btree ("publication_id","sourced_id");

CREATE INDEX "academic_sessions_tombstone_idx" ON "academic_sessions" USING btree ("sourced_id") WHERE status = 'tobedeleted';

CREATE INDEX "academic_sessions_parent_idx" ON "academic_sessions" USING btree ("parent_sourced_id");

CREATE INDEX "academic_sessions_history_valid_to_idx" ON "academic_sessions_history" USING btree ("valid_to");

CREATE INDEX "academic_sessions_history_parent_idx" ON "academic_sessions_history" USING btree ("parent_sourced_id");

CREATE INDEX "orgs_publication_idx" ON "orgs" USING btree ("publication_id","sourced_id");

CREATE INDEX "orgs_tombstone_idx" ON "orgs" USING btree ("sourced_id") WHERE status = 'tobedeleted';

CREATE INDEX "orgs_parent_idx" ON "orgs" USING btree ("parent_sourced_id");

CREATE INDEX "orgs_history_valid_to_idx" ON "orgs_history" USING btree ("valid_to");

CREATE INDEX "orgs_history_parent_idx" ON "orgs_history" USING btree ("parent_sourced_id");

CREATE INDEX "courses_publication_idx" ON "courses" USING btree ("publication_id","sourced_id");

CREATE INDEX "courses_tombstone_idx" ON "courses" USING btree ("sourced_id") WHERE status = 'tobedeleted';

CREATE INDEX "courses_school_year_idx" ON "courses" USING btree ("school_year_sourced_id");

CREATE INDEX "courses_org_idx" ON "courses" USING btree ("org_sourced_id");

CREATE INDEX "courses_history_valid_to_idx" ON "courses_history" USING btree ("valid_to");

CREATE INDEX "courses_history_school_year_idx" ON "courses_history" USING btree ("school_year_sourced_id");

CREATE INDEX "courses_history_org_idx" ON "courses_history" USING btree ("org_sourced_id");

CREATE INDEX "classes_publication_idx" ON "classes" USING btree ("publication_id","sourced_id");

CREATE INDEX "classes_tombstone_idx" ON "classes" USING btree ("sourced_id") WHERE status = 'tobedeleted';

CREATE INDEX "classes_course_idx" ON "classes" USING btree ("course_sourced_id");

CREATE INDEX "classes_school_idx" ON "classes" USING btree ("school_sourced_id");

CREATE INDEX "classes_terms_idx" ON "classes" USING gin ("term_sourced_ids");

CREATE INDEX "classes_history_valid_to_idx" ON "classes_history" USING btree ("valid_to");

CREATE INDEX "classes_history_course_idx" ON "classes_history" USING btree ("course_sourced_id");

CREATE INDEX "classes_history_school_idx" ON "classes_history" USING btree ("school_sourced_id");

CREATE INDEX "users_publication_idx" ON "users" USING btree ("publication_id","sourced_id");

CREATE INDEX "users_tombstone_idx" ON "users" USING btree ("sourced_id") WHERE status = 'tobedeleted';

CREATE INDEX "users_username_idx" ON "users" USING btree (lower("username" COLLATE "und-x-icu"));

CREATE INDEX "users_family_name_idx" ON "users" USING btree (lower("family_name" COLLATE "und-x-icu"));

CREATE INDEX "users_identifier_idx" ON "users" USING btree (lower("identifier" COLLATE "und-x-icu"));

CREATE INDEX "users_email_idx" ON "users" USING btree (lower("email" COLLATE "und-x-icu"));

CREATE INDEX "users_agents_idx" ON "users" USING gin ("agent_sourced_ids");

CREATE INDEX "users_primary_org_idx" ON "users" USING btree ("primary_org_sourced_id");

CREATE INDEX "users_jp_home_class_idx" ON "users" USING btree ((metadata #>> '{jp,homeClass}'));

CREATE INDEX "users_history_valid_to_idx" ON "users_history" USING btree ("valid_to");

CREATE INDEX "users_history_primary_org_idx" ON "users_history" USING btree ("primary_org_sourced_id");

CREATE INDEX "roles_publication_idx" ON "roles" USING btree ("publication_id","sourced_id");

CREATE INDEX "roles_tombstone_idx" ON "roles" USING btree ("sourced_id") WHERE status = 'tobedeleted';

CREATE INDEX "roles_user_idx" ON "roles" USING btree ("user_sourced_id");

CREATE INDEX "roles_role_idx" ON "roles" USING btree ("role");

CREATE INDEX "roles_org_idx" ON "roles" USING btree ("org_sourced_id");

CREATE INDEX "roles_user_profile_idx" ON "roles" USING btree ("user_profile_sourced_id");

CREATE INDEX "roles_history_valid_to_idx" ON "roles_history" USING btree ("valid_to");

CREATE INDEX "roles_history_user_idx" ON "roles_history" USING btree ("user_sourced_id");

CREATE INDEX "roles_history_org_idx" ON "roles_history" USING btree ("org_sourced_id");

CREATE INDEX "roles_history_user_profile_idx" ON "roles_history" USING btree ("user_profile_sourced_id");

CREATE INDEX "user_profiles_publication_idx" ON "user_profiles" USING btree ("publication_id","sourced_id");

CREATE INDEX "user_profiles_tombstone_idx" ON "user_profiles" USING btree ("sourced_id") WHERE status = 'tobedeleted';

CREATE INDEX "user_profiles_user_idx" ON "user_profiles" USING btree ("user_sourced_id");

CREATE INDEX "user_profiles_history_valid_to_idx" ON "user_profiles_history" USING btree ("valid_to");

CREATE INDEX "user_profiles_history_user_idx" ON "user_profiles_history" USING btree ("user_sourced_id");

CREATE INDEX "enrollments_publication_idx" ON "enrollments" USING btree ("publication_id","sourced_id");

CREATE INDEX "enrollments_tombstone_idx" ON "enrollments" USING btree ("sourced_id") WHERE status = 'tobedeleted';

CREATE INDEX "enrollments_class_idx" ON "enrollments" USING btree ("class_sourced_id");

CREATE INDEX "enrollments_school_idx" ON "enrollments" USING btree ("school_sourced_id");

CREATE INDEX "enrollments_user_idx" ON "enrollments" USING btree ("user_sourced_id");

CREATE INDEX "enrollments_history_valid_to_idx" ON "enrollments_history" USING btree ("valid_to");

CREATE INDEX "enrollments_history_class_idx" ON "enrollments_history" USING btree ("class_sourced_id");

CREATE INDEX "enrollments_history_school_idx" ON "enrollments_history" USING btree ("school_sourced_id");

CREATE INDEX "enrollments_history_user_idx" ON "enrollments_history" USING btree ("user_sourced_id");

CREATE INDEX "demographics_publication_idx" ON "demographics" USING btree ("publication_id","sourced_id");

CREATE INDEX "demographics_tombstone_idx" ON "demographics" USING btree ("sourced_id") WHERE status = 'tobedeleted';

CREATE INDEX "demographics_history_valid_to_idx" ON "demographics_history" USING btree ("valid_to");

CREATE INDEX "publications_published_at_idx" ON "publications" USING btree ("published_at");

CREATE INDEX "file_downloads_file_id_idx" ON "file_downloads" USING btree ("file_id");

CREATE INDEX "imports_seq_idx" ON "imports" USING btree ("seq");

CREATE INDEX "imports_state_idx" ON "imports" USING btree ("state","seq");

CREATE UNIQUE INDEX "imports_idempotency_key_idx" ON "imports" USING btree ("received_by","idempotency_key");

CREATE INDEX "exports_seq_idx" ON "exports" USING btree ("seq");

CREATE INDEX "exports_state_idx" ON "exports" USING btree ("state","seq");

CREATE INDEX "exports_file_id_idx" ON "exports" USING btree ("file_id");

CREATE INDEX "credentials_client_id_idx" ON "credentials" USING btree ("client_id");

CREATE INDEX "audit_log_at_idx" ON "audit_log" USING btree ("at");

CREATE INDEX "audit_log_actor_idx" ON "audit_log" USING btree ("actor_id","seq");

CREATE INDEX "audit_log_action_idx" ON "audit_log" USING btree ("action","seq");

CREATE INDEX "audit_log_ids_idx" ON "audit_log" USING gin ("ids");

CREATE INDEX "erasures_subject_idx" ON "erasures" USING btree ("subject");

CREATE UNIQUE INDEX "restrictions_sourced_id_idx" ON "restrictions" USING btree ("sourced_id") WHERE "restrictions"."lifted_at" IS NULL;

CREATE INDEX "set_aside_person_idx" ON "set_aside" USING btree ("person");

CREATE INDEX "corrections_person_idx" ON "corrections" USING btree ("person");

CREATE INDEX "corrections_state_idx" ON "corrections" USING btree ("state","entity");
