-- orgs
-- 9 rows
INSERT INTO "orgs_history" (sourced_id, status, publication_id, source_id, source_date_last_modified, "name", "type", "identifier", "parent_sourced_id", metadata, valid_to)
SELECT l.sourced_id, l.status, l.publication_id, l.source_id, l.source_date_last_modified, l."name", l."type", l."identifier", l."parent_sourced_id", l.metadata, $1 FROM "orgs" l JOIN staging."i00000000000040008000000000000001_orgs_diff" d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id;

-- 2 rows
UPDATE "orgs" l SET status = 'active', publication_id = $1, source_id = 7,
  source_date_last_modified = s.source_modified, "name" = s."name", "type" = s."type", "identifier" = s."identifier", "parent_sourced_id" = s."parent_sourced_id", metadata = s.metadata
FROM staging."i00000000000040008000000000000001_orgs_diff" d JOIN staging."i00000000000040008000000000000001_orgs" s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id;

-- 3 rows
UPDATE "orgs" l SET status = 'tobedeleted', publication_id = $1
FROM staging."i00000000000040008000000000000001_orgs_diff" d WHERE d.op = 'd' AND l.sourced_id = d.sourced_id;

-- 4 rows
UPDATE "orgs" l SET publication_id = $1
FROM staging."i00000000000040008000000000000001_orgs_diff" d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id;

-- 1 rows
INSERT INTO "orgs" (sourced_id, status, publication_id, source_id, source_date_last_modified, "name", "type", "identifier", "parent_sourced_id", metadata)
SELECT s.sourced_id, 'active', $1, 7, s.source_modified, s."name", s."type", s."identifier", s."parent_sourced_id", s.metadata FROM staging."i00000000000040008000000000000001_orgs" s
JOIN staging."i00000000000040008000000000000001_orgs_diff" d ON d.sourced_id = s.sourced_id AND d.op = 'c'
ORDER BY s.sourced_id;

-- academicSessions
-- 9 rows
INSERT INTO "academic_sessions_history" (sourced_id, status, publication_id, source_id, source_date_last_modified, "title", "type", "start_date", "end_date", "parent_sourced_id", "school_year", metadata, valid_to)
SELECT l.sourced_id, l.status, l.publication_id, l.source_id, l.source_date_last_modified, l."title", l."type", l."start_date", l."end_date", l."parent_sourced_id", l."school_year", l.metadata, $1 FROM "academic_sessions" l JOIN staging."i00000000000040008000000000000001_academic_sessions_diff" d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id;

-- 2 rows
UPDATE "academic_sessions" l SET status = 'active', publication_id = $1, source_id = 7,
  source_date_last_modified = s.source_modified, "title" = s."title", "type" = s."type", "start_date" = s."start_date", "end_date" = s."end_date", "parent_sourced_id" = s."parent_sourced_id", "school_year" = s."school_year", metadata = s.metadata
FROM staging."i00000000000040008000000000000001_academic_sessions_diff" d JOIN staging."i00000000000040008000000000000001_academic_sessions" s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id;

-- 3 rows
UPDATE "academic_sessions" l SET status = 'tobedeleted', publication_id = $1
FROM staging."i00000000000040008000000000000001_academic_sessions_diff" d WHERE d.op = 'd' AND l.sourced_id = d.sourced_id;

-- 4 rows
UPDATE "academic_sessions" l SET publication_id = $1
FROM staging."i00000000000040008000000000000001_academic_sessions_diff" d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id;

-- 1 rows
INSERT INTO "academic_sessions" (sourced_id, status, publication_id, source_id, source_date_last_modified, "title", "type", "start_date", "end_date", "parent_sourced_id", "school_year", metadata)
SELECT s.sourced_id, 'active', $1, 7, s.source_modified, s."title", s."type", s."start_date", s."end_date", s."parent_sourced_id", s."school_year", s.metadata FROM staging."i00000000000040008000000000000001_academic_sessions" s
JOIN staging."i00000000000040008000000000000001_academic_sessions_diff" d ON d.sourced_id = s.sourced_id AND d.op = 'c'
ORDER BY s.sourced_id;

-- courses
-- 9 rows
INSERT INTO "courses_history" (sourced_id, status, publication_id, source_id, source_date_last_modified, "school_year_sourced_id", "title", "course_code", "grades", "org_sourced_id", "subjects", "subject_codes", metadata, valid_to)
SELECT l.sourced_id, l.status, l.publication_id, l.source_id, l.source_date_last_modified, l."school_year_sourced_id", l."title", l."course_code", l."grades", l."org_sourced_id", l."subjects", l."subject_codes", l.metadata, $1 FROM "courses" l JOIN staging."i00000000000040008000000000000001_courses_diff" d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id;

-- 2 rows
UPDATE "courses" l SET status = 'active', publication_id = $1, source_id = 7,
  source_date_last_modified = s.source_modified, "school_year_sourced_id" = s."school_year_sourced_id", "title" = s."title", "course_code" = s."course_code", "grades" = s."grades", "org_sourced_id" = s."org_sourced_id", "subjects" = s."subjects", "subject_codes" = s."subject_codes", metadata = s.metadata
FROM staging."i00000000000040008000000000000001_courses_diff" d JOIN staging."i00000000000040008000000000000001_courses" s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id;

-- 3 rows
UPDATE "courses" l SET status = 'tobedeleted', publication_id = $1
FROM staging."i00000000000040008000000000000001_courses_diff" d WHERE d.op = 'd' AND l.sourced_id = d.sourced_id;

-- 4 rows
UPDATE "courses" l SET publication_id = $1
FROM staging."i00000000000040008000000000000001_courses_diff" d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id;

-- 1 rows
INSERT INTO "courses" (sourced_id, status, publication_id, source_id, source_date_last_modified, "school_year_sourced_id", "title", "course_code", "grades", "org_sourced_id", "subjects", "subject_codes", metadata)
SELECT s.sourced_id, 'active', $1, 7, s.source_modified, s."school_year_sourced_id", s."title", s."course_code", s."grades", s."org_sourced_id", s."subjects", s."subject_codes", s.metadata FROM staging."i00000000000040008000000000000001_courses" s
JOIN staging."i00000000000040008000000000000001_courses_diff" d ON d.sourced_id = s.sourced_id AND d.op = 'c'
ORDER BY s.sourced_id;

-- classes
-- 9 rows
INSERT INTO "classes_history" (sourced_id, status, publication_id, source_id, source_date_last_modified, "title", "grades", "course_sourced_id", "class_code", "class_type", "location", "school_sourced_id", "term_sourced_ids", "subjects", "subject_codes", "periods", metadata, valid_to)
SELECT l.sourced_id, l.status, l.publication_id, l.source_id, l.source_date_last_modified, l."title", l."grades", l."course_sourced_id", l."class_code", l."class_type", l."location", l."school_sourced_id", l."term_sourced_ids", l."subjects", l."subject_codes", l."periods", l.metadata, $1 FROM "classes" l JOIN staging."i00000000000040008000000000000001_classes_diff" d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id;

-- 2 rows
UPDATE "classes" l SET status = 'active', publication_id = $1, source_id = 7,
  source_date_last_modified = s.source_modified, "title" = s."title", "grades" = s."grades", "course_sourced_id" = s."course_sourced_id", "class_code" = s."class_code", "class_type" = s."class_type", "location" = s."location", "school_sourced_id" = s."school_sourced_id", "term_sourced_ids" = s."term_sourced_ids", "subjects" = s."subjects", "subject_codes" = s."subject_codes", "periods" = s."periods", metadata = s.metadata
FROM staging."i00000000000040008000000000000001_classes_diff" d JOIN staging."i00000000000040008000000000000001_classes" s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id;

-- 3 rows
UPDATE "classes" l SET status = 'tobedeleted', publication_id = $1
FROM staging."i00000000000040008000000000000001_classes_diff" d WHERE d.op = 'd' AND l.sourced_id = d.sourced_id;

-- 4 rows
UPDATE "classes" l SET publication_id = $1
FROM staging."i00000000000040008000000000000001_classes_diff" d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id;

-- 1 rows
INSERT INTO "classes" (sourced_id, status, publication_id, source_id, source_date_last_modified, "title", "grades", "course_sourced_id", "class_code", "class_type", "location", "school_sourced_id", "term_sourced_ids", "subjects", "subject_codes", "periods", metadata)
SELECT s.sourced_id, 'active', $1, 7, s.source_modified, s."title", s."grades", s."course_sourced_id", s."class_code", s."class_type", s."location", s."school_sourced_id", s."term_sourced_ids", s."subjects", s."subject_codes", s."periods", s.metadata FROM staging."i00000000000040008000000000000001_classes" s
JOIN staging."i00000000000040008000000000000001_classes_diff" d ON d.sourced_id = s.sourced_id AND d.op = 'c'
ORDER BY s.sourced_id;

-- users
-- 9 rows
INSERT INTO "users_history" (sourced_id, status, publication_id, source_id, source_date_last_modified, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata, valid_to)
SELECT l.sourced_id, l.status, l.publication_id, l.source_id, l.source_date_last_modified, l."enabled_user", l."username", l."user_ids", l."given_name", l."family_name", l."middle_name", l."identifier", l."email", l."sms", l."phone", l."agent_sourced_ids", l."grades", l."user_master_identifier", l."preferred_given_name", l."preferred_middle_name", l."preferred_family_name", l."primary_org_sourced_id", l."pronouns", l.metadata, $1 FROM "users" l JOIN staging."i00000000000040008000000000000001_users_diff" d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id;

-- 2 rows
UPDATE "users" l SET status = 'active', publication_id = $1, source_id = 7,
  source_date_last_modified = s.source_modified, "enabled_user" = s."enabled_user", "username" = s."username", "user_ids" = s."user_ids", "given_name" = s."given_name", "family_name" = s."family_name", "middle_name" = s."middle_name", "identifier" = s."identifier", "email" = s."email", "sms" = s."sms", "phone" = s."phone", "agent_sourced_ids" = s."agent_sourced_ids", "grades" = s."grades", "user_master_identifier" = s."user_master_identifier", "preferred_given_name" = s."preferred_given_name", "preferred_middle_name" = s."preferred_middle_name", "preferred_family_name" = s."preferred_family_name", "primary_org_sourced_id" = s."primary_org_sourced_id", "pronouns" = s."pronouns", metadata = s.metadata
FROM staging."i00000000000040008000000000000001_users_diff" d JOIN staging."i00000000000040008000000000000001_users" s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id;

-- 3 rows
UPDATE "users" l SET status = 'tobedeleted', publication_id = $1
FROM staging."i00000000000040008000000000000001_users_diff" d WHERE d.op = 'd' AND l.sourced_id = d.sourced_id;

-- 4 rows
UPDATE "users" l SET publication_id = $1
FROM staging."i00000000000040008000000000000001_users_diff" d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id;

-- 1 rows
INSERT INTO "users" (sourced_id, status, publication_id, source_id, source_date_last_modified, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata)
SELECT s.sourced_id, 'active', $1, 7, s.source_modified, s."enabled_user", s."username", s."user_ids", s."given_name", s."family_name", s."middle_name", s."identifier", s."email", s."sms", s."phone", s."agent_sourced_ids", s."grades", s."user_master_identifier", s."preferred_given_name", s."preferred_middle_name", s."preferred_family_name", s."primary_org_sourced_id", s."pronouns", s.metadata FROM staging."i00000000000040008000000000000001_users" s
JOIN staging."i00000000000040008000000000000001_users_diff" d ON d.sourced_id = s.sourced_id AND d.op = 'c'
ORDER BY s.sourced_id;

-- userProfiles
-- 9 rows
INSERT INTO "user_profiles_history" (sourced_id, status, publication_id, source_id, source_date_last_modified, "user_sourced_id", "profile_type", "vendor_id", "application_id", "description", "credential_type", "username", metadata, valid_to)
SELECT l.sourced_id, l.status, l.publication_id, l.source_id, l.source_date_last_modified, l."user_sourced_id", l."profile_type", l."vendor_id", l."application_id", l."description", l."credential_type", l."username", l.metadata, $1 FROM "user_profiles" l JOIN staging."i00000000000040008000000000000001_user_profiles_diff" d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id;

-- 2 rows
UPDATE "user_profiles" l SET status = 'active', publication_id = $1, source_id = 7,
  source_date_last_modified = s.source_modified, "user_sourced_id" = s."user_sourced_id", "profile_type" = s."profile_type", "vendor_id" = s."vendor_id", "application_id" = s."application_id", "description" = s."description", "credential_type" = s."credential_type", "username" = s."username", metadata = s.metadata
FROM staging."i00000000000040008000000000000001_user_profiles_diff" d JOIN staging."i00000000000040008000000000000001_user_profiles" s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id;

-- 3 rows
UPDATE "user_profiles" l SET status = 'tobedeleted', publication_id = $1
FROM staging."i00000000000040008000000000000001_user_profiles_diff" d WHERE d.op = 'd' AND l.sourced_id = d.sourced_id;

-- 4 rows
UPDATE "user_profiles" l SET publication_id = $1
FROM staging."i00000000000040008000000000000001_user_profiles_diff" d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id;

-- 1 rows
INSERT INTO "user_profiles" (sourced_id, status, publication_id, source_id, source_date_last_modified, "user_sourced_id", "profile_type", "vendor_id", "application_id", "description", "credential_type", "username", metadata)
SELECT s.sourced_id, 'active', $1, 7, s.source_modified, s."user_sourced_id", s."profile_type", s."vendor_id", s."application_id", s."description", s."credential_type", s."username", s.metadata FROM staging."i00000000000040008000000000000001_user_profiles" s
JOIN staging."i00000000000040008000000000000001_user_profiles_diff" d ON d.sourced_id = s.sourced_id AND d.op = 'c'
ORDER BY s.sourced_id;

-- roles
-- 9 rows
INSERT INTO "roles_history" (sourced_id, status, publication_id, source_id, source_date_last_modified, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata, valid_to)
SELECT l.sourced_id, l.status, l.publication_id, l.source_id, l.source_date_last_modified, l."user_sourced_id", l."role_type", l."role", l."begin_date", l."end_date", l."org_sourced_id", l."user_profile_sourced_id", l.metadata, $1 FROM "roles" l JOIN staging."i00000000000040008000000000000001_roles_diff" d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id;

-- 2 rows
UPDATE "roles" l SET status = 'active', publication_id = $1, source_id = 7,
  source_date_last_modified = s.source_modified, "user_sourced_id" = s."user_sourced_id", "role_type" = s."role_type", "role" = s."role", "begin_date" = s."begin_date", "end_date" = s."end_date", "org_sourced_id" = s."org_sourced_id", "user_profile_sourced_id" = s."user_profile_sourced_id", metadata = s.metadata
FROM staging."i00000000000040008000000000000001_roles_diff" d JOIN staging."i00000000000040008000000000000001_roles" s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id;

-- 3 rows
UPDATE "roles" l SET status = 'tobedeleted', publication_id = $1
FROM staging."i00000000000040008000000000000001_roles_diff" d WHERE d.op = 'd' AND l.sourced_id = d.sourced_id;

-- 4 rows
UPDATE "roles" l SET publication_id = $1
FROM staging."i00000000000040008000000000000001_roles_diff" d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id;

-- 1 rows
INSERT INTO "roles" (sourced_id, status, publication_id, source_id, source_date_last_modified, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata)
SELECT s.sourced_id, 'active', $1, 7, s.source_modified, s."user_sourced_id", s."role_type", s."role", s."begin_date", s."end_date", s."org_sourced_id", s."user_profile_sourced_id", s.metadata FROM staging."i00000000000040008000000000000001_roles" s
JOIN staging."i00000000000040008000000000000001_roles_diff" d ON d.sourced_id = s.sourced_id AND d.op = 'c'
ORDER BY s.sourced_id;

-- enrollments
-- 9 rows
INSERT INTO "enrollments_history" (sourced_id, status, publication_id, source_id, source_date_last_modified, "class_sourced_id", "school_sourced_id", "user_sourced_id", "role", "primary", "begin_date", "end_date", metadata, valid_to)
SELECT l.sourced_id, l.status, l.publication_id, l.source_id, l.source_date_last_modified, l."class_sourced_id", l."school_sourced_id", l."user_sourced_id", l."role", l."primary", l."begin_date", l."end_date", l.metadata, $1 FROM "enrollments" l JOIN staging."i00000000000040008000000000000001_enrollments_diff" d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id;

-- 2 rows
UPDATE "enrollments" l SET status = 'active', publication_id = $1, source_id = 7,
  source_date_last_modified = s.source_modified, "class_sourced_id" = s."class_sourced_id", "school_sourced_id" = s."school_sourced_id", "user_sourced_id" = s."user_sourced_id", "role" = s."role", "primary" = s."primary", "begin_date" = s."begin_date", "end_date" = s."end_date", metadata = s.metadata
FROM staging."i00000000000040008000000000000001_enrollments_diff" d JOIN staging."i00000000000040008000000000000001_enrollments" s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id;

-- 3 rows
UPDATE "enrollments" l SET status = 'tobedeleted', publication_id = $1
FROM staging."i00000000000040008000000000000001_enrollments_diff" d WHERE d.op = 'd' AND l.sourced_id = d.sourced_id;

-- 4 rows
UPDATE "enrollments" l SET publication_id = $1
FROM staging."i00000000000040008000000000000001_enrollments_diff" d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id;

-- 1 rows
INSERT INTO "enrollments" (sourced_id, status, publication_id, source_id, source_date_last_modified, "class_sourced_id", "school_sourced_id", "user_sourced_id", "role", "primary", "begin_date", "end_date", metadata)
SELECT s.sourced_id, 'active', $1, 7, s.source_modified, s."class_sourced_id", s."school_sourced_id", s."user_sourced_id", s."role", s."primary", s."begin_date", s."end_date", s.metadata FROM staging."i00000000000040008000000000000001_enrollments" s
JOIN staging."i00000000000040008000000000000001_enrollments_diff" d ON d.sourced_id = s.sourced_id AND d.op = 'c'
ORDER BY s.sourced_id;

-- demographics
-- 9 rows
INSERT INTO "demographics_history" (sourced_id, status, publication_id, source_id, source_date_last_modified, "birth_date", "sex", "american_indian_or_alaska_native", "asian", "black_or_african_american", "native_hawaiian_or_other_pacific_islander", "white", "demographic_race_two_or_more_races", "hispanic_or_latino_ethnicity", "country_of_birth_code", "state_of_birth_abbreviation", "city_of_birth", "public_school_residence_status", metadata, valid_to)
SELECT l.sourced_id, l.status, l.publication_id, l.source_id, l.source_date_last_modified, l."birth_date", l."sex", l."american_indian_or_alaska_native", l."asian", l."black_or_african_american", l."native_hawaiian_or_other_pacific_islander", l."white", l."demographic_race_two_or_more_races", l."hispanic_or_latino_ethnicity", l."country_of_birth_code", l."state_of_birth_abbreviation", l."city_of_birth", l."public_school_residence_status", l.metadata, $1 FROM "demographics" l JOIN staging."i00000000000040008000000000000001_demographics_diff" d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id;

-- 2 rows
UPDATE "demographics" l SET status = 'active', publication_id = $1, source_id = 7,
  source_date_last_modified = s.source_modified, "birth_date" = s."birth_date", "sex" = s."sex", "american_indian_or_alaska_native" = s."american_indian_or_alaska_native", "asian" = s."asian", "black_or_african_american" = s."black_or_african_american", "native_hawaiian_or_other_pacific_islander" = s."native_hawaiian_or_other_pacific_islander", "white" = s."white", "demographic_race_two_or_more_races" = s."demographic_race_two_or_more_races", "hispanic_or_latino_ethnicity" = s."hispanic_or_latino_ethnicity", "country_of_birth_code" = s."country_of_birth_code", "state_of_birth_abbreviation" = s."state_of_birth_abbreviation", "city_of_birth" = s."city_of_birth", "public_school_residence_status" = s."public_school_residence_status", metadata = s.metadata
FROM staging."i00000000000040008000000000000001_demographics_diff" d JOIN staging."i00000000000040008000000000000001_demographics" s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id;

-- 3 rows
UPDATE "demographics" l SET status = 'tobedeleted', publication_id = $1
FROM staging."i00000000000040008000000000000001_demographics_diff" d WHERE d.op = 'd' AND l.sourced_id = d.sourced_id;

-- 4 rows
UPDATE "demographics" l SET publication_id = $1
FROM staging."i00000000000040008000000000000001_demographics_diff" d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id;

-- 1 rows
INSERT INTO "demographics" (sourced_id, status, publication_id, source_id, source_date_last_modified, "birth_date", "sex", "american_indian_or_alaska_native", "asian", "black_or_african_american", "native_hawaiian_or_other_pacific_islander", "white", "demographic_race_two_or_more_races", "hispanic_or_latino_ethnicity", "country_of_birth_code", "state_of_birth_abbreviation", "city_of_birth", "public_school_residence_status", metadata)
SELECT s.sourced_id, 'active', $1, 7, s.source_modified, s."birth_date", s."sex", s."american_indian_or_alaska_native", s."asian", s."black_or_african_american", s."native_hawaiian_or_other_pacific_islander", s."white", s."demographic_race_two_or_more_races", s."hispanic_or_latino_ethnicity", s."country_of_birth_code", s."state_of_birth_abbreviation", s."city_of_birth", s."public_school_residence_status", s.metadata FROM staging."i00000000000040008000000000000001_demographics" s
JOIN staging."i00000000000040008000000000000001_demographics_diff" d ON d.sourced_id = s.sourced_id AND d.op = 'c'
ORDER BY s.sourced_id;
