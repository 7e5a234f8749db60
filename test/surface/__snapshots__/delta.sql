-- users
SELECT count(*) AS count
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_users" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_users" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', s.first)
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_users" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_users" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, unnest("agent_sourced_ids") COLLATE "C" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT sourced_id, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)) t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'agentSourcedIds', 'JP-US-017', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'users.csv')
FROM (SELECT line, unnest("agent_sourced_ids") COLLATE "C" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT sourced_id, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)) t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "primary_org_sourced_id" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT * FROM "orgs" WHERE status = 'active') t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'primaryOrgSourcedId', 'JP-US-016', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'orgs.csv')
FROM (SELECT line, "primary_org_sourced_id" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT * FROM "orgs" WHERE status = 'active') t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, (metadata #>> '{jp,homeClass}') COLLATE "C" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT * FROM "classes" WHERE status = 'active') t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'metadata.jp.homeClass', 'JP-US-018', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'classes.csv')
FROM (SELECT line, (metadata #>> '{jp,homeClass}') COLLATE "C" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT * FROM "classes" WHERE status = 'active') t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) s
WHERE NOT EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) t WHERE t."user_sourced_id" = s.sourced_id);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'JP-RO-013', 'embed_missing', 'error', jsonb_build_object('target', 'roles.csv')
FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) s
WHERE NOT EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) t WHERE t."user_sourced_id" = s.sourced_id)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_users" s
JOIN "users" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_users" s
JOIN "users" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

SELECT count(*) AS count
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(lower(r."user_master_identifier" COLLATE "C")), 0) AS number FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) r WHERE true AND lower(r."user_master_identifier" COLLATE "C") IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(lower(r."user_master_identifier" COLLATE "C")) AS shared, r.sourced_id AS differ, NULL AS shown
    FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) r WHERE true AND lower(r."user_master_identifier" COLLATE "C") IS NOT NULL AND hash_record_extended(ROW(lower(r."user_master_identifier" COLLATE "C")), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'userMasterIdentifier', 'JP-US-012', 'value_doubled', 'error', jsonb_build_object('found', '***', 'first', s.first)
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(lower(r."user_master_identifier" COLLATE "C")), 0) AS number FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) r WHERE true AND lower(r."user_master_identifier" COLLATE "C") IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(lower(r."user_master_identifier" COLLATE "C")) AS shared, r.sourced_id AS differ, NULL AS shown
    FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) r WHERE true AND lower(r."user_master_identifier" COLLATE "C") IS NOT NULL AND hash_record_extended(ROW(lower(r."user_master_identifier" COLLATE "C")), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) s
WHERE s."grades" IS NULL
  AND NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = '00000000-0000-4000-8000-000000000001' AND (i.file, i.line) = ('users.csv', s.line)
      AND i."column" IN ('grades', ''))
  AND EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) r WHERE r."user_sourced_id" = s.sourced_id AND r."role" = 'student');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'grades', 'JP-US-014', 'value_missing', 'warning', jsonb_build_object()
FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) s
WHERE s."grades" IS NULL
  AND NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = '00000000-0000-4000-8000-000000000001' AND (i.file, i.line) = ('users.csv', s.line)
      AND i."column" IN ('grades', ''))
  AND EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) r WHERE r."user_sourced_id" = s.sourced_id AND r."role" = 'student')
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) s
JOIN (SELECT * FROM "classes" WHERE status = 'active') c ON c.sourced_id = ((s.metadata #>> '{jp,homeClass}') COLLATE "C")
WHERE c."class_type" <> 'homeroom';

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'metadata.jp.homeClass', 'JP-US-019', 'reference_type', 'warning', jsonb_build_object('found', left(((s.metadata #>> '{jp,homeClass}') COLLATE "C"), 40), 'target', 'classes.csv', 'wanted', 'homeroom')
FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) s
JOIN (SELECT * FROM "classes" WHERE status = 'active') c ON c.sourced_id = ((s.metadata #>> '{jp,homeClass}') COLLATE "C")
WHERE c."class_type" <> 'homeroom'
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT d.line, d.sourced_id, count(*) AS count
  FROM staging."i00000000000040008000000000000001_users" d JOIN (SELECT unnest("agent_sourced_ids") COLLATE "C" AS ref FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted GROUP BY d.line, d.sourced_id) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'RH-C-011', 'still_referred', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'target', 'users.csv', 'count', s.count)
FROM (SELECT d.line, d.sourced_id, count(*) AS count
  FROM staging."i00000000000040008000000000000001_users" d JOIN (SELECT unnest("agent_sourced_ids") COLLATE "C" AS ref FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted GROUP BY d.line, d.sourced_id) s
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT d.line, d.sourced_id, count(*) AS count
  FROM staging."i00000000000040008000000000000001_users" d JOIN (SELECT "user_sourced_id" AS ref FROM "user_profiles" l WHERE l.status = 'active') r
    ON r.ref = d.sourced_id
  WHERE d.deleted GROUP BY d.line, d.sourced_id) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'RH-C-011', 'still_referred', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'target', 'userProfiles.csv', 'count', s.count)
FROM (SELECT d.line, d.sourced_id, count(*) AS count
  FROM staging."i00000000000040008000000000000001_users" d JOIN (SELECT "user_sourced_id" AS ref FROM "user_profiles" l WHERE l.status = 'active') r
    ON r.ref = d.sourced_id
  WHERE d.deleted GROUP BY d.line, d.sourced_id) s
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT d.line, d.sourced_id, count(*) AS count
  FROM staging."i00000000000040008000000000000001_users" d JOIN (SELECT "user_sourced_id" AS ref FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted GROUP BY d.line, d.sourced_id) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'RH-C-011', 'still_referred', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'target', 'roles.csv', 'count', s.count)
FROM (SELECT d.line, d.sourced_id, count(*) AS count
  FROM staging."i00000000000040008000000000000001_users" d JOIN (SELECT "user_sourced_id" AS ref FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted GROUP BY d.line, d.sourced_id) s
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT d.line, d.sourced_id, count(*) AS count
  FROM staging."i00000000000040008000000000000001_users" d JOIN (SELECT "user_sourced_id" AS ref FROM "enrollments" l WHERE l.status = 'active') r
    ON r.ref = d.sourced_id
  WHERE d.deleted GROUP BY d.line, d.sourced_id) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'RH-C-011', 'still_referred', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'target', 'enrollments.csv', 'count', s.count)
FROM (SELECT d.line, d.sourced_id, count(*) AS count
  FROM staging."i00000000000040008000000000000001_users" d JOIN (SELECT "user_sourced_id" AS ref FROM "enrollments" l WHERE l.status = 'active') r
    ON r.ref = d.sourced_id
  WHERE d.deleted GROUP BY d.line, d.sourced_id) s
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT d.line, d.sourced_id, count(*) AS count
  FROM staging."i00000000000040008000000000000001_users" d JOIN (SELECT sourced_id AS ref FROM "demographics" l WHERE l.status = 'active') r
    ON r.ref = d.sourced_id
  WHERE d.deleted GROUP BY d.line, d.sourced_id) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'RH-C-011', 'still_referred', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'target', 'demographics.csv', 'count', s.count)
FROM (SELECT d.line, d.sourced_id, count(*) AS count
  FROM staging."i00000000000040008000000000000001_users" d JOIN (SELECT sourced_id AS ref FROM "demographics" l WHERE l.status = 'active') r
    ON r.ref = d.sourced_id
  WHERE d.deleted GROUP BY d.line, d.sourced_id) s
ORDER BY s.line;

CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_users_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) s LEFT JOIN "users" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."enabled_user", s."username", s."user_ids", s."given_name", s."family_name", s."middle_name", s."identifier", s."email", s."sms", s."phone", s."agent_sourced_ids", s."grades", s."user_master_identifier", s."preferred_given_name", s."preferred_middle_name", s."preferred_family_name", s."primary_org_sourced_id", s."pronouns", s.metadata) IS DISTINCT FROM (l."enabled_user", l."username", l."user_ids", l."given_name", l."family_name", l."middle_name", l."identifier", l."email", l."sms", l."phone", l."agent_sourced_ids", l."grades", l."user_master_identifier", l."preferred_given_name", l."preferred_middle_name", l."preferred_family_name", l."primary_org_sourced_id", l."pronouns", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "users" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" s WHERE s.sourced_id = l.sourced_id AND s.deleted);

INSERT INTO "users_history" (sourced_id, status, publication_id, source_id, source_date_last_modified, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata, valid_to)
SELECT l.sourced_id, l.status, l.publication_id, l.source_id, l.source_date_last_modified, l."enabled_user", l."username", l."user_ids", l."given_name", l."family_name", l."middle_name", l."identifier", l."email", l."sms", l."phone", l."agent_sourced_ids", l."grades", l."user_master_identifier", l."preferred_given_name", l."preferred_middle_name", l."preferred_family_name", l."primary_org_sourced_id", l."pronouns", l.metadata, $1 FROM "users" l JOIN staging."i00000000000040008000000000000001_users_diff" d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id;

UPDATE "users" l SET status = 'active', publication_id = $1, source_id = 7,
  source_date_last_modified = s.source_modified, "enabled_user" = s."enabled_user", "username" = s."username", "user_ids" = s."user_ids", "given_name" = s."given_name", "family_name" = s."family_name", "middle_name" = s."middle_name", "identifier" = s."identifier", "email" = s."email", "sms" = s."sms", "phone" = s."phone", "agent_sourced_ids" = s."agent_sourced_ids", "grades" = s."grades", "user_master_identifier" = s."user_master_identifier", "preferred_given_name" = s."preferred_given_name", "preferred_middle_name" = s."preferred_middle_name", "preferred_family_name" = s."preferred_family_name", "primary_org_sourced_id" = s."primary_org_sourced_id", "pronouns" = s."pronouns", metadata = s.metadata
FROM staging."i00000000000040008000000000000001_users_diff" d JOIN staging."i00000000000040008000000000000001_users" s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id;

UPDATE "users" l SET status = 'tobedeleted', publication_id = $1, source_date_last_modified = s.source_modified
FROM staging."i00000000000040008000000000000001_users_diff" d JOIN staging."i00000000000040008000000000000001_users" s ON s.sourced_id = d.sourced_id
WHERE d.op = 'd' AND l.sourced_id = d.sourced_id;

UPDATE "users" l SET publication_id = $1
FROM staging."i00000000000040008000000000000001_users_diff" d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id;

INSERT INTO "users" (sourced_id, status, publication_id, source_id, source_date_last_modified, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata)
SELECT s.sourced_id, 'active', $1, 7, s.source_modified, s."enabled_user", s."username", s."user_ids", s."given_name", s."family_name", s."middle_name", s."identifier", s."email", s."sms", s."phone", s."agent_sourced_ids", s."grades", s."user_master_identifier", s."preferred_given_name", s."preferred_middle_name", s."preferred_family_name", s."primary_org_sourced_id", s."pronouns", s.metadata FROM staging."i00000000000040008000000000000001_users" s
JOIN staging."i00000000000040008000000000000001_users_diff" d ON d.sourced_id = s.sourced_id AND d.op = 'c'
ORDER BY s.sourced_id;

-- roles
SELECT count(*) AS count
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_roles" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_roles" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', s.first)
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_roles" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_roles" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "user_sourced_id" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT sourced_id, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)) t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'userSourcedId', 'JP-RO-001', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'users.csv')
FROM (SELECT line, "user_sourced_id" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT sourced_id, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "enabled_user", "username", "user_ids", "given_name", "family_name", "middle_name", "identifier", "email", "sms", "phone", "agent_sourced_ids", "grades", "user_master_identifier", "preferred_given_name", "preferred_middle_name", "preferred_family_name", "primary_org_sourced_id", "pronouns", metadata FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)) t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "org_sourced_id" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT * FROM "orgs" WHERE status = 'active') t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'orgSourcedId', 'JP-RO-002', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'orgs.csv')
FROM (SELECT line, "org_sourced_id" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT * FROM "orgs" WHERE status = 'active') t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "user_profile_sourced_id" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT * FROM "user_profiles" WHERE status = 'active') t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'userProfileSourcedId', 'JP-RO-012', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'userProfiles.csv')
FROM (SELECT line, "user_profile_sourced_id" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM (SELECT * FROM "user_profiles" WHERE status = 'active') t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_roles" s
JOIN "roles" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_roles" s
JOIN "roles" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

SELECT count(*) AS count
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."user_sourced_id", r."org_sourced_id"), 0) AS number FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) r WHERE r."role_type" = 'primary' AND r."user_sourced_id" IS NOT NULL AND r."org_sourced_id" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."user_sourced_id", r."org_sourced_id") AS shared, r.sourced_id AS differ, NULL AS shown
    FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) r WHERE r."role_type" = 'primary' AND r."user_sourced_id" IS NOT NULL AND r."org_sourced_id" IS NOT NULL AND hash_record_extended(ROW(r."user_sourced_id", r."org_sourced_id"), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'roleType', 'JP-RO-008', 'rows_conflict', 'error', jsonb_build_object('first', s.first)
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."user_sourced_id", r."org_sourced_id"), 0) AS number FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) r WHERE r."role_type" = 'primary' AND r."user_sourced_id" IS NOT NULL AND r."org_sourced_id" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."user_sourced_id", r."org_sourced_id") AS shared, r.sourced_id AS differ, NULL AS shown
    FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) r WHERE r."role_type" = 'primary' AND r."user_sourced_id" IS NOT NULL AND r."org_sourced_id" IS NOT NULL AND hash_record_extended(ROW(r."user_sourced_id", r."org_sourced_id"), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT s."user_sourced_id", min(s.line) AS line FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) s
  WHERE s."role_type" = 'secondary' GROUP BY s."user_sourced_id") s
WHERE NOT EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'roleType', 'JP-RO-009', 'row_lacks', 'error', jsonb_build_object('found', 'secondary', 'target', 'roles.csv')
FROM (SELECT s."user_sourced_id", min(s.line) AS line FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) s
  WHERE s."role_type" = 'secondary' GROUP BY s."user_sourced_id") s
WHERE NOT EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary')
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) s
WHERE s."role" IN ('principal', 'districtAdministrator', 'siteAdministrator') AND s."role_type" <> 'secondary';

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'roleType', 'JP-RO-010', 'value_wrong', 'warning', jsonb_build_object('found', s."role_type")
FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) s
WHERE s."role" IN ('principal', 'districtAdministrator', 'siteAdministrator') AND s."role_type" <> 'secondary'
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) s
WHERE s."role" IN ('principal', 'districtAdministrator', 'siteAdministrator') AND s."role_type" = 'secondary'
  AND EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary')
  AND NOT EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary' AND coalesce(p."role", 'teacher') = 'teacher');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'role', 'JP-RO-010', 'row_lacks', 'warning', jsonb_build_object('found', s."role", 'target', 'roles.csv')
FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) s
WHERE s."role" IN ('principal', 'districtAdministrator', 'siteAdministrator') AND s."role_type" = 'secondary'
  AND EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary')
  AND NOT EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary' AND coalesce(p."role", 'teacher') = 'teacher')
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) s
JOIN (SELECT * FROM "orgs" WHERE status = 'active') o ON o.sourced_id = s."org_sourced_id"
WHERE s."role" = 'student' AND o."type" <> 'school';

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'orgSourcedId', 'JP-RO-014', 'reference_type', 'warning', jsonb_build_object('found', left(s."org_sourced_id", 40), 'target', 'orgs.csv', 'wanted', 'school')
FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) s
JOIN (SELECT * FROM "orgs" WHERE status = 'active') o ON o.sourced_id = s."org_sourced_id"
WHERE s."role" = 'student' AND o."type" <> 'school'
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT d.line, d.sourced_id, 1 AS count
  FROM staging."i00000000000040008000000000000001_roles" d JOIN "roles" o ON o.sourced_id = d.sourced_id AND o.status = 'active'
  JOIN "users" l ON l.sourced_id = o."user_sourced_id" AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  WHERE NOT EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) t WHERE t."user_sourced_id" = l.sourced_id)) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'sourcedId', 'RH-C-011', 'still_referred', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'target', 'users.csv', 'count', s.count)
FROM (SELECT d.line, d.sourced_id, 1 AS count
  FROM staging."i00000000000040008000000000000001_roles" d JOIN "roles" o ON o.sourced_id = d.sourced_id AND o.status = 'active'
  JOIN "users" l ON l.sourced_id = o."user_sourced_id" AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  WHERE NOT EXISTS (SELECT FROM (SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted
  UNION ALL SELECT sourced_id, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)) t WHERE t."user_sourced_id" = l.sourced_id)) s
ORDER BY s.line;

CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_roles_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) s LEFT JOIN "roles" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."user_sourced_id", s."role_type", s."role", s."begin_date", s."end_date", s."org_sourced_id", s."user_profile_sourced_id", s.metadata) IS DISTINCT FROM (l."user_sourced_id", l."role_type", l."role", l."begin_date", l."end_date", l."org_sourced_id", l."user_profile_sourced_id", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "roles" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" s WHERE s.sourced_id = l.sourced_id AND s.deleted);

INSERT INTO "roles_history" (sourced_id, status, publication_id, source_id, source_date_last_modified, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata, valid_to)
SELECT l.sourced_id, l.status, l.publication_id, l.source_id, l.source_date_last_modified, l."user_sourced_id", l."role_type", l."role", l."begin_date", l."end_date", l."org_sourced_id", l."user_profile_sourced_id", l.metadata, $1 FROM "roles" l JOIN staging."i00000000000040008000000000000001_roles_diff" d ON d.sourced_id = l.sourced_id WHERE d.op <> 'c'
ORDER BY l.sourced_id;

UPDATE "roles" l SET status = 'active', publication_id = $1, source_id = 7,
  source_date_last_modified = s.source_modified, "user_sourced_id" = s."user_sourced_id", "role_type" = s."role_type", "role" = s."role", "begin_date" = s."begin_date", "end_date" = s."end_date", "org_sourced_id" = s."org_sourced_id", "user_profile_sourced_id" = s."user_profile_sourced_id", metadata = s.metadata
FROM staging."i00000000000040008000000000000001_roles_diff" d JOIN staging."i00000000000040008000000000000001_roles" s ON s.sourced_id = d.sourced_id
WHERE d.op IN ('u', 'r') AND l.sourced_id = d.sourced_id;

UPDATE "roles" l SET status = 'tobedeleted', publication_id = $1, source_date_last_modified = s.source_modified
FROM staging."i00000000000040008000000000000001_roles_diff" d JOIN staging."i00000000000040008000000000000001_roles" s ON s.sourced_id = d.sourced_id
WHERE d.op = 'd' AND l.sourced_id = d.sourced_id;

UPDATE "roles" l SET publication_id = $1
FROM staging."i00000000000040008000000000000001_roles_diff" d WHERE d.op = 'm' AND l.sourced_id = d.sourced_id;

INSERT INTO "roles" (sourced_id, status, publication_id, source_id, source_date_last_modified, "user_sourced_id", "role_type", "role", "begin_date", "end_date", "org_sourced_id", "user_profile_sourced_id", metadata)
SELECT s.sourced_id, 'active', $1, 7, s.source_modified, s."user_sourced_id", s."role_type", s."role", s."begin_date", s."end_date", s."org_sourced_id", s."user_profile_sourced_id", s.metadata FROM staging."i00000000000040008000000000000001_roles" s
JOIN staging."i00000000000040008000000000000001_roles_diff" d ON d.sourced_id = s.sourced_id AND d.op = 'c'
ORDER BY s.sourced_id;

INSERT INTO staging."i00000000000040008000000000000001_users_diff"
SELECT DISTINCT r.id, 'm'::"char"
FROM staging."i00000000000040008000000000000001_roles_diff" d
LEFT JOIN (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) s ON s.sourced_id = d.sourced_id
LEFT JOIN "roles" l ON l.sourced_id = d.sourced_id
CROSS JOIN LATERAL (VALUES (s."user_sourced_id"), (l."user_sourced_id")) r (id)
JOIN "users" o ON o.sourced_id = r.id
WHERE d.op <> 'm' AND true
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_diff" t WHERE t.sourced_id = r.id);
