-- bulk;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_classes" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, "course_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_classes" f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_courses_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_courses" t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "courses" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_courses" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_courses_kept" k WHERE k.sourced_id = l.sourced_id)))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'classes.csv', line, 'courseSourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'courses.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_classes_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_courses" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_courses" d
  JOIN (SELECT l.sourced_id, "course_sourced_id" AS ref FROM "classes" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'courses.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'classes.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_courses_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_classes" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, "school_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_classes" f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "orgs" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs_kept" k WHERE k.sourced_id = l.sourced_id)))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'classes.csv', line, 'schoolSourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'orgs.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_classes_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_orgs" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_orgs" d
  JOIN (SELECT l.sourced_id, "school_sourced_id" AS ref FROM "classes" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'orgs.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'classes.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_orgs_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_classes" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, unnest("term_sourced_ids") COLLATE "C" AS ref FROM staging."i00000000000040008000000000000001_classes" f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "academic_sessions" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions_kept" k WHERE k.sourced_id = l.sourced_id)))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'classes.csv', line, 'termSourcedIds', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'academicSessions.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_classes_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_academic_sessions" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_academic_sessions" d
  JOIN (SELECT l.sourced_id, unnest("term_sourced_ids") COLLATE "C" AS ref FROM "classes" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'academicSessions.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'classes.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_academic_sessions_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, unnest("agent_sourced_ids") COLLATE "C" AS ref FROM staging."i00000000000040008000000000000001_users" f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "users" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'agentSourcedIds', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_users" d
  JOIN (SELECT l.sourced_id, unnest("agent_sourced_ids") COLLATE "C" AS ref FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, "primary_org_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_users" f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "orgs" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs_kept" k WHERE k.sourced_id = l.sourced_id)))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'primaryOrgSourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'orgs.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_orgs" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_orgs" d
  JOIN (SELECT l.sourced_id, "primary_org_sourced_id" AS ref FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'orgs.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_orgs_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, (metadata #>> '{jp,homeClass}') COLLATE "C" AS ref FROM staging."i00000000000040008000000000000001_users" f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "classes" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id)))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'metadata.jp.homeClass', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'classes.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_classes" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_classes" d
  JOIN (SELECT l.sourced_id, (metadata #>> '{jp,homeClass}') COLLATE "C" AS ref FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'classes.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_classes_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_demographics" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, sourced_id AS ref FROM staging."i00000000000040008000000000000001_demographics" f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "users" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'demographics.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_demographics_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_users" d
  JOIN (SELECT l.sourced_id, sourced_id AS ref FROM "demographics" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_demographics" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_demographics_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_demographics_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'demographics.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, k.sourced_id AS ref FROM staging."i00000000000040008000000000000001_users" c
  JOIN staging."i00000000000040008000000000000001_roles_kept" k ON k.owner = c.sourced_id
  WHERE NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" t WHERE t."user_sourced_id" = c.sourced_id)
    AND NOT EXISTS (SELECT FROM "roles" l WHERE l."user_sourced_id" = c.sourced_id AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles_kept" k WHERE k.sourced_id = l.sourced_id)))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'roles.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_roles" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, l.sourced_id AS ref FROM staging."i00000000000040008000000000000001_roles" d
  JOIN "roles" o ON o.sourced_id = d.sourced_id AND o.status = 'active'
  JOIN "users" l ON l.sourced_id = o."user_sourced_id" AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)
  WHERE d.deleted OR d."user_sourced_id" IS DISTINCT FROM o."user_sourced_id") r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, s."user_sourced_id" AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'roles.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_roles_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, k.sourced_id AS ref FROM staging."i00000000000040008000000000000001_users" c
  JOIN staging."i00000000000040008000000000000001_user_profiles_kept" k ON k.owner = c.sourced_id
  WHERE NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_user_profiles" t WHERE t."user_sourced_id" = c.sourced_id)
    AND NOT EXISTS (SELECT FROM "user_profiles" l WHERE l."user_sourced_id" = c.sourced_id AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_user_profiles" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_user_profiles_kept" k WHERE k.sourced_id = l.sourced_id)))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'userProfiles.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_user_profiles" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, l.sourced_id AS ref FROM staging."i00000000000040008000000000000001_user_profiles" d
  JOIN "user_profiles" o ON o.sourced_id = d.sourced_id AND o.status = 'active'
  JOIN "users" l ON l.sourced_id = o."user_sourced_id" AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)
  WHERE d.deleted OR d."user_sourced_id" IS DISTINCT FROM o."user_sourced_id") r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, s."user_sourced_id" AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'userProfiles.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_user_profiles_kept" SELECT line, sourced_id, owner FROM gone;

INSERT INTO staging."i00000000000040008000000000000001_courses_kept" (sourced_id)
SELECT t.sourced_id FROM "courses" t
WHERE t.status = 'active' AND t.source_id = 7
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_courses" x WHERE x.sourced_id = t.sourced_id)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_courses_kept" x WHERE x.sourced_id = t.sourced_id) AND t.sourced_id IN (
  SELECT "course_sourced_id" FROM "classes" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id));

INSERT INTO staging."i00000000000040008000000000000001_orgs_kept" (sourced_id)
SELECT t.sourced_id FROM "orgs" t
WHERE t.status = 'active' AND t.source_id = 7
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" x WHERE x.sourced_id = t.sourced_id)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs_kept" x WHERE x.sourced_id = t.sourced_id) AND t.sourced_id IN (
  SELECT "school_sourced_id" FROM "classes" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id));

INSERT INTO staging."i00000000000040008000000000000001_academic_sessions_kept" (sourced_id)
SELECT t.sourced_id FROM "academic_sessions" t
WHERE t.status = 'active' AND t.source_id = 7
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" x WHERE x.sourced_id = t.sourced_id)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions_kept" x WHERE x.sourced_id = t.sourced_id) AND t.sourced_id IN (
  SELECT unnest("term_sourced_ids") COLLATE "C" FROM "classes" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id));

INSERT INTO staging."i00000000000040008000000000000001_users_kept" (sourced_id)
SELECT t.sourced_id FROM "users" t
WHERE t.status = 'active' AND t.source_id = 7
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = t.sourced_id)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" x WHERE x.sourced_id = t.sourced_id) AND t.sourced_id IN (
  SELECT unnest("agent_sourced_ids") COLLATE "C" FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id));

INSERT INTO staging."i00000000000040008000000000000001_orgs_kept" (sourced_id)
SELECT t.sourced_id FROM "orgs" t
WHERE t.status = 'active' AND t.source_id = 7
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" x WHERE x.sourced_id = t.sourced_id)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs_kept" x WHERE x.sourced_id = t.sourced_id) AND t.sourced_id IN (
  SELECT "primary_org_sourced_id" FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id));

INSERT INTO staging."i00000000000040008000000000000001_classes_kept" (sourced_id)
SELECT t.sourced_id FROM "classes" t
WHERE t.status = 'active' AND t.source_id = 7
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = t.sourced_id)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" x WHERE x.sourced_id = t.sourced_id) AND t.sourced_id IN (
  SELECT (metadata #>> '{jp,homeClass}') COLLATE "C" FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id));

INSERT INTO staging."i00000000000040008000000000000001_users_kept" (sourced_id)
SELECT t.sourced_id FROM "users" t
WHERE t.status = 'active' AND t.source_id = 7
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = t.sourced_id)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" x WHERE x.sourced_id = t.sourced_id) AND t.sourced_id IN (
  SELECT sourced_id FROM "demographics" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_demographics" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_demographics_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_demographics_kept" k WHERE k.sourced_id = l.sourced_id));

INSERT INTO staging."i00000000000040008000000000000001_roles_kept" (sourced_id)
SELECT t.sourced_id FROM "roles" t
WHERE t.status = 'active' AND t.source_id = 7
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = t.sourced_id)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles_kept" x WHERE x.sourced_id = t.sourced_id) AND t."user_sourced_id" IN (
  SELECT l.sourced_id FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id));

INSERT INTO staging."i00000000000040008000000000000001_user_profiles_kept" (sourced_id)
SELECT t.sourced_id FROM "user_profiles" t
WHERE t.status = 'active' AND t.source_id = 7
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_user_profiles" x WHERE x.sourced_id = t.sourced_id)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_user_profiles_kept" x WHERE x.sourced_id = t.sourced_id) AND t."user_sourced_id" IN (
  SELECT l.sourced_id FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7 OR EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id));

INSERT INTO staging."i00000000000040008000000000000001_users_kept" (sourced_id)
SELECT t.sourced_id FROM "users" t WHERE t.status = 'active' AND t.source_id = 7
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = t.sourced_id)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" x WHERE x.sourced_id = t.sourced_id);

CREATE UNLOGGED TABLE staging."i00000000000040008000000000000001_users_diff" AS
SELECT s.sourced_id::varchar(255) AS sourced_id, (CASE WHEN l.sourced_id IS NULL THEN 'c' WHEN l.status = 'active' THEN 'u' ELSE 'r' END)::"char" AS op
FROM staging."i00000000000040008000000000000001_users" s LEFT JOIN "users" l ON l.sourced_id = s.sourced_id
WHERE l.sourced_id IS NULL OR l.status <> 'active' OR l.source_id <> 7
   OR (s."enabled_user", s."username", s."user_ids", s."given_name", s."family_name", s."middle_name", s."identifier", s."email", s."sms", s."phone", s."agent_sourced_ids", s."grades", s."user_master_identifier", s."preferred_given_name", s."preferred_middle_name", s."preferred_family_name", s."primary_org_sourced_id", s."pronouns", s.metadata) IS DISTINCT FROM (l."enabled_user", l."username", l."user_ids", l."given_name", l."family_name", l."middle_name", l."identifier", l."email", l."sms", l."phone", l."agent_sourced_ids", l."grades", l."user_master_identifier", l."preferred_given_name", l."preferred_middle_name", l."preferred_family_name", l."primary_org_sourced_id", l."pronouns", l.metadata)
UNION ALL
SELECT l.sourced_id::varchar(255) AS sourced_id, 'd'::"char" FROM "users" l
WHERE l.source_id = 7 AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" s WHERE s.sourced_id = l.sourced_id)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id);

-- delta;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_classes" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, "course_sourced_id" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_classes" WHERE NOT deleted) f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_courses_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM (SELECT * FROM staging."i00000000000040008000000000000001_courses" WHERE NOT deleted) t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "courses" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_courses" x WHERE x.sourced_id = l.sourced_id))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'classes.csv', line, 'courseSourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'courses.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_classes_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_courses" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_courses" d
  JOIN (SELECT l.sourced_id, "course_sourced_id" AS ref FROM "classes" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = l.sourced_id)
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'courses.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'classes.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_courses_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_classes" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, "school_sourced_id" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_classes" WHERE NOT deleted) f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM (SELECT * FROM staging."i00000000000040008000000000000001_orgs" WHERE NOT deleted) t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "orgs" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" x WHERE x.sourced_id = l.sourced_id))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'classes.csv', line, 'schoolSourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'orgs.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_classes_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_orgs" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_orgs" d
  JOIN (SELECT l.sourced_id, "school_sourced_id" AS ref FROM "classes" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = l.sourced_id)
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'orgs.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'classes.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_orgs_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_classes" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, unnest("term_sourced_ids") COLLATE "C" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_classes" WHERE NOT deleted) f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM (SELECT * FROM staging."i00000000000040008000000000000001_academic_sessions" WHERE NOT deleted) t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "academic_sessions" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" x WHERE x.sourced_id = l.sourced_id))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'classes.csv', line, 'termSourcedIds', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'academicSessions.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_classes_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_academic_sessions" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_academic_sessions" d
  JOIN (SELECT l.sourced_id, unnest("term_sourced_ids") COLLATE "C" AS ref FROM "classes" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = l.sourced_id)
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'academicSessions.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'classes.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_academic_sessions_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, unnest("agent_sourced_ids") COLLATE "C" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "users" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'agentSourcedIds', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_users" d
  JOIN (SELECT l.sourced_id, unnest("agent_sourced_ids") COLLATE "C" AS ref FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, "primary_org_sourced_id" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM (SELECT * FROM staging."i00000000000040008000000000000001_orgs" WHERE NOT deleted) t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "orgs" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" x WHERE x.sourced_id = l.sourced_id))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'primaryOrgSourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'orgs.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_orgs" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_orgs" d
  JOIN (SELECT l.sourced_id, "primary_org_sourced_id" AS ref FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'orgs.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_orgs_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, (metadata #>> '{jp,homeClass}') COLLATE "C" AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM (SELECT * FROM staging."i00000000000040008000000000000001_classes" WHERE NOT deleted) t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "classes" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" x WHERE x.sourced_id = l.sourced_id))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'metadata.jp.homeClass', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'classes.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_classes" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_classes" d
  JOIN (SELECT l.sourced_id, (metadata #>> '{jp,homeClass}') COLLATE "C" AS ref FROM "users" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'classes.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_classes_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_demographics" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, c.ref FROM (SELECT line, sourced_id AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_demographics" WHERE NOT deleted) f) c
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = c.ref AND k.line IS NOT NULL)
    AND NOT EXISTS (SELECT FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) t WHERE t.sourced_id = c.ref)
    AND NOT EXISTS (SELECT FROM "users" l WHERE l.sourced_id = c.ref AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'demographics.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_demographics_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, r.sourced_id AS ref FROM staging."i00000000000040008000000000000001_users" d
  JOIN (SELECT l.sourced_id, sourced_id AS ref FROM "demographics" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_demographics" x WHERE x.sourced_id = l.sourced_id)
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_demographics_kept" k WHERE k.sourced_id = l.sourced_id)) r
    ON r.ref = d.sourced_id
  WHERE d.deleted) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'demographics.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, k.sourced_id AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) c
  JOIN staging."i00000000000040008000000000000001_roles_kept" k ON k.owner = c.sourced_id
  WHERE NOT EXISTS (SELECT FROM (SELECT * FROM staging."i00000000000040008000000000000001_roles" WHERE NOT deleted) t WHERE t."user_sourced_id" = c.sourced_id)
    AND NOT EXISTS (SELECT FROM "roles" l WHERE l."user_sourced_id" = c.sourced_id AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'roles.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_roles" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, l.sourced_id AS ref FROM staging."i00000000000040008000000000000001_roles" d
  JOIN "roles" o ON o.sourced_id = d.sourced_id AND o.status = 'active'
  JOIN "users" l ON l.sourced_id = o."user_sourced_id" AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)
  WHERE d.deleted OR d."user_sourced_id" IS DISTINCT FROM o."user_sourced_id") r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, s."user_sourced_id" AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'roles.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_roles_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_users" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT c.line, k.sourced_id AS ref FROM (SELECT * FROM staging."i00000000000040008000000000000001_users" WHERE NOT deleted) c
  JOIN staging."i00000000000040008000000000000001_user_profiles_kept" k ON k.owner = c.sourced_id
  WHERE NOT EXISTS (SELECT FROM (SELECT * FROM staging."i00000000000040008000000000000001_user_profiles" WHERE NOT deleted) t WHERE t."user_sourced_id" = c.sourced_id)
    AND NOT EXISTS (SELECT FROM "user_profiles" l WHERE l."user_sourced_id" = c.sourced_id AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_user_profiles" x WHERE x.sourced_id = l.sourced_id))) r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, NULL AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'users.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'userProfiles.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_users_kept" SELECT line, sourced_id, owner FROM gone;

WITH gone AS (
  DELETE FROM staging."i00000000000040008000000000000001_user_profiles" s
  USING (SELECT line, min(ref) AS ref FROM (SELECT d.line, l.sourced_id AS ref FROM staging."i00000000000040008000000000000001_user_profiles" d
  JOIN "user_profiles" o ON o.sourced_id = d.sourced_id AND o.status = 'active'
  JOIN "users" l ON l.sourced_id = o."user_sourced_id" AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users_kept" k WHERE k.sourced_id = l.sourced_id)
  WHERE d.deleted OR d."user_sourced_id" IS DISTINCT FROM o."user_sourced_id") r GROUP BY line) r
  WHERE s.line = r.line RETURNING s.line, s.sourced_id, s."user_sourced_id" AS owner, r.ref
), told AS (
  INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
  SELECT $1, 'userProfiles.csv', line, 'sourcedId', 'RH-S-001', 'left_out', 'warning',
    jsonb_build_object('target', 'users.csv', 'found', left(ref, 40))
  FROM gone ORDER BY line
)
INSERT INTO staging."i00000000000040008000000000000001_user_profiles_kept" SELECT line, sourced_id, owner FROM gone;
