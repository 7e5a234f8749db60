-- orgs
CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_orgs_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM staging."i00000000000040008000000000000001_orgs" s LEFT JOIN "orgs" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."name", s."type", s."identifier", s."parent_sourced_id", s.metadata) IS DISTINCT FROM (l."name", l."type", l."identifier", l."parent_sourced_id", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "orgs" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" s WHERE s.sourced_id = l.sourced_id);

INSERT INTO staging."i00000000000040008000000000000001_orgs_diff"
SELECT DISTINCT r.id, 'm'::"char"
FROM staging."i00000000000040008000000000000001_orgs_diff" d
LEFT JOIN staging."i00000000000040008000000000000001_orgs" s ON s.sourced_id = d.sourced_id
LEFT JOIN "orgs" l ON l.sourced_id = d.sourced_id
CROSS JOIN LATERAL (VALUES (s."parent_sourced_id"), (l."parent_sourced_id")) r (id)
JOIN "orgs" o ON o.sourced_id = r.id
WHERE d.op <> 'm' AND (d.op <> 'u' OR l."parent_sourced_id" IS DISTINCT FROM s."parent_sourced_id")
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs_diff" t WHERE t.sourced_id = r.id);

-- academicSessions
CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_academic_sessions_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM staging."i00000000000040008000000000000001_academic_sessions" s LEFT JOIN "academic_sessions" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."title", s."type", s."start_date", s."end_date", s."parent_sourced_id", s."school_year", s.metadata) IS DISTINCT FROM (l."title", l."type", l."start_date", l."end_date", l."parent_sourced_id", l."school_year", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "academic_sessions" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" s WHERE s.sourced_id = l.sourced_id);

INSERT INTO staging."i00000000000040008000000000000001_academic_sessions_diff"
SELECT DISTINCT r.id, 'm'::"char"
FROM staging."i00000000000040008000000000000001_academic_sessions_diff" d
LEFT JOIN staging."i00000000000040008000000000000001_academic_sessions" s ON s.sourced_id = d.sourced_id
LEFT JOIN "academic_sessions" l ON l.sourced_id = d.sourced_id
CROSS JOIN LATERAL (VALUES (s."parent_sourced_id"), (l."parent_sourced_id")) r (id)
JOIN "academic_sessions" o ON o.sourced_id = r.id
WHERE d.op <> 'm' AND (d.op <> 'u' OR l."parent_sourced_id" IS DISTINCT FROM s."parent_sourced_id")
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions_diff" t WHERE t.sourced_id = r.id);

-- courses
CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_courses_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM staging."i00000000000040008000000000000001_courses" s LEFT JOIN "courses" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."school_year_sourced_id", s."title", s."course_code", s."grades", s."org_sourced_id", s."subjects", s."subject_codes", s.metadata) IS DISTINCT FROM (l."school_year_sourced_id", l."title", l."course_code", l."grades", l."org_sourced_id", l."subjects", l."subject_codes", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "courses" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_courses" s WHERE s.sourced_id = l.sourced_id);

-- classes
CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_classes_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM staging."i00000000000040008000000000000001_classes" s LEFT JOIN "classes" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."title", s."grades", s."course_sourced_id", s."class_code", s."class_type", s."location", s."school_sourced_id", s."term_sourced_ids", s."subjects", s."subject_codes", s."periods", s.metadata) IS DISTINCT FROM (l."title", l."grades", l."course_sourced_id", l."class_code", l."class_type", l."location", l."school_sourced_id", l."term_sourced_ids", l."subjects", l."subject_codes", l."periods", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "classes" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" s WHERE s.sourced_id = l.sourced_id);

-- users
CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_users_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM staging."i00000000000040008000000000000001_users" s LEFT JOIN "users" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."enabled_user", s."username", s."user_ids", s."given_name", s."family_name", s."middle_name", s."identifier", s."email", s."sms", s."phone", s."agent_sourced_ids", s."grades", s."user_master_identifier", s."preferred_given_name", s."preferred_middle_name", s."preferred_family_name", s."primary_org_sourced_id", s."pronouns", s.metadata) IS DISTINCT FROM (l."enabled_user", l."username", l."user_ids", l."given_name", l."family_name", l."middle_name", l."identifier", l."email", l."sms", l."phone", l."agent_sourced_ids", l."grades", l."user_master_identifier", l."preferred_given_name", l."preferred_middle_name", l."preferred_family_name", l."primary_org_sourced_id", l."pronouns", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "users" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" s WHERE s.sourced_id = l.sourced_id);

INSERT INTO staging."i00000000000040008000000000000001_users_diff"
SELECT DISTINCT r.id, 'm'::"char"
FROM staging."i00000000000040008000000000000001_roles_diff" d
LEFT JOIN staging."i00000000000040008000000000000001_roles" s ON s.sourced_id = d.sourced_id
LEFT JOIN "roles" l ON l.sourced_id = d.sourced_id
CROSS JOIN LATERAL (VALUES (s."user_sourced_id"), (l."user_sourced_id")) r (id)
JOIN "users" o ON o.sourced_id = r.id
WHERE d.op <> 'm' AND true
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_diff" t WHERE t.sourced_id = r.id);

INSERT INTO staging."i00000000000040008000000000000001_users_diff"
SELECT DISTINCT r.id, 'm'::"char"
FROM staging."i00000000000040008000000000000001_user_profiles_diff" d
LEFT JOIN staging."i00000000000040008000000000000001_user_profiles" s ON s.sourced_id = d.sourced_id
LEFT JOIN "user_profiles" l ON l.sourced_id = d.sourced_id
CROSS JOIN LATERAL (VALUES (s."user_sourced_id"), (l."user_sourced_id")) r (id)
JOIN "users" o ON o.sourced_id = r.id
WHERE d.op <> 'm' AND true
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_diff" t WHERE t.sourced_id = r.id);

-- userProfiles
CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_user_profiles_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM staging."i00000000000040008000000000000001_user_profiles" s LEFT JOIN "user_profiles" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."user_sourced_id", s."profile_type", s."vendor_id", s."application_id", s."description", s."credential_type", s."username", s.metadata) IS DISTINCT FROM (l."user_sourced_id", l."profile_type", l."vendor_id", l."application_id", l."description", l."credential_type", l."username", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "user_profiles" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_user_profiles" s WHERE s.sourced_id = l.sourced_id);

-- roles
CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_roles_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM staging."i00000000000040008000000000000001_roles" s LEFT JOIN "roles" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."user_sourced_id", s."role_type", s."role", s."begin_date", s."end_date", s."org_sourced_id", s."user_profile_sourced_id", s.metadata) IS DISTINCT FROM (l."user_sourced_id", l."role_type", l."role", l."begin_date", l."end_date", l."org_sourced_id", l."user_profile_sourced_id", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "roles" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" s WHERE s.sourced_id = l.sourced_id);

-- enrollments
CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_enrollments_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM staging."i00000000000040008000000000000001_enrollments" s LEFT JOIN "enrollments" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."class_sourced_id", s."school_sourced_id", s."user_sourced_id", s."role", s."primary", s."begin_date", s."end_date", s.metadata) IS DISTINCT FROM (l."class_sourced_id", l."school_sourced_id", l."user_sourced_id", l."role", l."primary", l."begin_date", l."end_date", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "enrollments" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_enrollments" s WHERE s.sourced_id = l.sourced_id);

-- demographics
CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_demographics_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM staging."i00000000000040008000000000000001_demographics" s LEFT JOIN "demographics" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."birth_date", s."sex", s."american_indian_or_alaska_native", s."asian", s."black_or_african_american", s."native_hawaiian_or_other_pacific_islander", s."white", s."demographic_race_two_or_more_races", s."hispanic_or_latino_ethnicity", s."country_of_birth_code", s."state_of_birth_abbreviation", s."city_of_birth", s."public_school_residence_status", s.metadata) IS DISTINCT FROM (l."birth_date", l."sex", l."american_indian_or_alaska_native", l."asian", l."black_or_african_american", l."native_hawaiian_or_other_pacific_islander", l."white", l."demographic_race_two_or_more_races", l."hispanic_or_latino_ethnicity", l."country_of_birth_code", l."state_of_birth_abbreviation", l."city_of_birth", l."public_school_residence_status", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "demographics" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_demographics" s WHERE s.sourced_id = l.sourced_id);

-- an absent file
CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_users_diff" AS SELECT sourced_id::varchar(255) AS sourced_id, 'c'::"char" AS op FROM "users" WHERE false;
