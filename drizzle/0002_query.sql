CREATE UNLOGGED TABLE "users_rendered" (
	"sourced_id" text COLLATE "C" PRIMARY KEY NOT NULL,
	"publication_id" bigint NOT NULL,
	"form" text NOT NULL,
	"record" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "publications" ADD COLUMN "kept" boolean DEFAULT true NOT NULL;--> statement-breakpoint
CREATE INDEX "academic_sessions_tombstone_idx" ON "academic_sessions" USING btree ("sourced_id") WHERE status = 'tobedeleted';--> statement-breakpoint
CREATE INDEX "classes_tombstone_idx" ON "classes" USING btree ("sourced_id") WHERE status = 'tobedeleted';--> statement-breakpoint
CREATE INDEX "classes_terms_idx" ON "classes" USING gin ("term_sourced_ids");--> statement-breakpoint
CREATE INDEX "courses_tombstone_idx" ON "courses" USING btree ("sourced_id") WHERE status = 'tobedeleted';--> statement-breakpoint
CREATE INDEX "demographics_tombstone_idx" ON "demographics" USING btree ("sourced_id") WHERE status = 'tobedeleted';--> statement-breakpoint
CREATE INDEX "enrollments_tombstone_idx" ON "enrollments" USING btree ("sourced_id") WHERE status = 'tobedeleted';--> statement-breakpoint
CREATE INDEX "orgs_tombstone_idx" ON "orgs" USING btree ("sourced_id") WHERE status = 'tobedeleted';--> statement-breakpoint
CREATE INDEX "roles_tombstone_idx" ON "roles" USING btree ("sourced_id") WHERE status = 'tobedeleted';--> statement-breakpoint
CREATE INDEX "roles_role_idx" ON "roles" USING btree ("role");--> statement-breakpoint
CREATE INDEX "user_profiles_tombstone_idx" ON "user_profiles" USING btree ("sourced_id") WHERE status = 'tobedeleted';--> statement-breakpoint
CREATE INDEX "users_tombstone_idx" ON "users" USING btree ("sourced_id") WHERE status = 'tobedeleted';--> statement-breakpoint
CREATE INDEX "users_username_idx" ON "users" USING btree (lower("username" COLLATE "und-x-icu"));--> statement-breakpoint
CREATE INDEX "users_family_name_idx" ON "users" USING btree (lower("family_name" COLLATE "und-x-icu"));--> statement-breakpoint
CREATE INDEX "users_identifier_idx" ON "users" USING btree (lower("identifier" COLLATE "und-x-icu"));--> statement-breakpoint
CREATE INDEX "users_email_idx" ON "users" USING btree (lower("email" COLLATE "und-x-icu"));--> statement-breakpoint
CREATE INDEX "users_agents_idx" ON "users" USING gin ("agent_sourced_ids");--> statement-breakpoint
CREATE INDEX "users_jp_home_class_idx" ON "users" USING btree ((metadata #>> '{jp,homeClass}'));