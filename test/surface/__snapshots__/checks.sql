-- orgs
SELECT count(*) AS count
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_orgs" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_orgs" s ON s.sourced_id = d.sourced_id AND s.line > d.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'orgs.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', d.first)
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_orgs" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_orgs" s ON s.sourced_id = d.sourced_id AND s.line > d.first
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "parent_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_orgs" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'orgs.csv', s.line, 'parentSourcedId', 'JP-OR-010', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'orgs.csv')
FROM (SELECT line, "parent_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_orgs" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_orgs" s
JOIN "orgs" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'orgs.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name)
FROM staging."i00000000000040008000000000000001_orgs" s
JOIN "orgs" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

-- academicSessions
SELECT count(*) AS count
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_academic_sessions" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_academic_sessions" s ON s.sourced_id = d.sourced_id AND s.line > d.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'academicSessions.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', d.first)
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_academic_sessions" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_academic_sessions" s ON s.sourced_id = d.sourced_id AND s.line > d.first
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "parent_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_academic_sessions" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'academicSessions.csv', s.line, 'parentSourcedId', 'JP-AS-009', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'academicSessions.csv')
FROM (SELECT line, "parent_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_academic_sessions" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_academic_sessions" s
JOIN "academic_sessions" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'academicSessions.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name)
FROM staging."i00000000000040008000000000000001_academic_sessions" s
JOIN "academic_sessions" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

-- courses
SELECT count(*) AS count
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_courses" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_courses" s ON s.sourced_id = d.sourced_id AND s.line > d.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'courses.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', d.first)
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_courses" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_courses" s ON s.sourced_id = d.sourced_id AND s.line > d.first
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "school_year_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_courses" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'courses.csv', s.line, 'schoolYearSourcedId', 'JP-CO-005', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'academicSessions.csv')
FROM (SELECT line, "school_year_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_courses" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "school_year_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_courses" c) s
WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" t WHERE t.sourced_id = s.ref AND t.type <> 'schoolYear');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'courses.csv', s.line, 'schoolYearSourcedId', 'JP-CO-005', 'reference_type', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'academicSessions.csv', 'wanted', 'schoolYear')
FROM (SELECT line, "school_year_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_courses" c) s
WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" t WHERE t.sourced_id = s.ref AND t.type <> 'schoolYear')
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "org_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_courses" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'courses.csv', s.line, 'orgSourcedId', 'JP-CO-007', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'orgs.csv')
FROM (SELECT line, "org_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_courses" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_courses" s
JOIN "courses" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'courses.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name)
FROM staging."i00000000000040008000000000000001_courses" s
JOIN "courses" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

-- classes
SELECT count(*) AS count
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_classes" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_classes" s ON s.sourced_id = d.sourced_id AND s.line > d.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'classes.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', d.first)
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_classes" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_classes" s ON s.sourced_id = d.sourced_id AND s.line > d.first
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "course_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_classes" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_courses" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'classes.csv', s.line, 'courseSourcedId', 'JP-CL-004', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'courses.csv')
FROM (SELECT line, "course_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_classes" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_courses" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "school_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_classes" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'classes.csv', s.line, 'schoolSourcedId', 'JP-CL-005', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'orgs.csv')
FROM (SELECT line, "school_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_classes" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "school_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_classes" c) s
WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref AND t.type <> 'school');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'classes.csv', s.line, 'schoolSourcedId', 'JP-CL-006', 'reference_type', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'orgs.csv', 'wanted', 'school')
FROM (SELECT line, "school_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_classes" c) s
WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref AND t.type <> 'school')
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, unnest("term_sourced_ids") COLLATE "C" AS ref FROM staging."i00000000000040008000000000000001_classes" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'classes.csv', s.line, 'termSourcedIds', 'JP-CL-007', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'academicSessions.csv')
FROM (SELECT line, unnest("term_sourced_ids") COLLATE "C" AS ref FROM staging."i00000000000040008000000000000001_classes" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_academic_sessions" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_classes" s
JOIN "classes" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'classes.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name)
FROM staging."i00000000000040008000000000000001_classes" s
JOIN "classes" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

-- users
SELECT count(*) AS count
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_users" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_users" s ON s.sourced_id = d.sourced_id AND s.line > d.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', d.first)
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_users" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_users" s ON s.sourced_id = d.sourced_id AND s.line > d.first
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, unnest("agent_sourced_ids") COLLATE "C" AS ref FROM staging."i00000000000040008000000000000001_users" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'agentSourcedIds', 'JP-US-017', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'users.csv')
FROM (SELECT line, unnest("agent_sourced_ids") COLLATE "C" AS ref FROM staging."i00000000000040008000000000000001_users" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "primary_org_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_users" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'primaryOrgSourcedId', 'JP-US-016', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'orgs.csv')
FROM (SELECT line, "primary_org_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_users" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, (metadata #>> '{jp,homeClass}') COLLATE "C" AS ref FROM staging."i00000000000040008000000000000001_users" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'metadata.jp.homeClass', 'JP-US-018', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'classes.csv')
FROM (SELECT line, (metadata #>> '{jp,homeClass}') COLLATE "C" AS ref FROM staging."i00000000000040008000000000000001_users" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_users" s
WHERE NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" t WHERE t."user_sourced_id" = s.sourced_id);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'JP-RO-013', 'embed_missing', 'error', jsonb_build_object('target', 'roles.csv')
FROM staging."i00000000000040008000000000000001_users" s
WHERE NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" t WHERE t."user_sourced_id" = s.sourced_id)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_users" s
JOIN "users" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name)
FROM staging."i00000000000040008000000000000001_users" s
JOIN "users" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

-- userProfiles
SELECT count(*) AS count
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_user_profiles" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_user_profiles" s ON s.sourced_id = d.sourced_id AND s.line > d.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'userProfiles.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', d.first)
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_user_profiles" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_user_profiles" s ON s.sourced_id = d.sourced_id AND s.line > d.first
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "user_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_user_profiles" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'userProfiles.csv', s.line, 'userSourcedId', 'JP-UP-001', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'users.csv')
FROM (SELECT line, "user_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_user_profiles" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_user_profiles" s
JOIN "user_profiles" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'userProfiles.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name)
FROM staging."i00000000000040008000000000000001_user_profiles" s
JOIN "user_profiles" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

-- roles
SELECT count(*) AS count
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_roles" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_roles" s ON s.sourced_id = d.sourced_id AND s.line > d.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', d.first)
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_roles" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_roles" s ON s.sourced_id = d.sourced_id AND s.line > d.first
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "user_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_roles" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'userSourcedId', 'JP-RO-001', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'users.csv')
FROM (SELECT line, "user_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_roles" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "org_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_roles" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'orgSourcedId', 'JP-RO-002', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'orgs.csv')
FROM (SELECT line, "org_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_roles" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "user_profile_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_roles" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_user_profiles" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'userProfileSourcedId', 'JP-RO-012', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'userProfiles.csv')
FROM (SELECT line, "user_profile_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_roles" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_user_profiles" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_roles" s
JOIN "roles" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name)
FROM staging."i00000000000040008000000000000001_roles" s
JOIN "roles" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

-- enrollments
SELECT count(*) AS count
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_enrollments" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_enrollments" s ON s.sourced_id = d.sourced_id AND s.line > d.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', d.first)
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_enrollments" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_enrollments" s ON s.sourced_id = d.sourced_id AND s.line > d.first
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "class_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_enrollments" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'classSourcedId', 'JP-EN-001', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'classes.csv')
FROM (SELECT line, "class_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_enrollments" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "school_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_enrollments" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'schoolSourcedId', 'JP-EN-002', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'orgs.csv')
FROM (SELECT line, "school_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_enrollments" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "school_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_enrollments" c) s
WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref AND t.type <> 'school');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'schoolSourcedId', 'JP-EN-002', 'reference_type', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'orgs.csv', 'wanted', 'school')
FROM (SELECT line, "school_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_enrollments" c) s
WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" t WHERE t.sourced_id = s.ref AND t.type <> 'school')
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT line, "user_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_enrollments" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = s.ref);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'userSourcedId', 'JP-EN-003', 'reference_missing', 'error', jsonb_build_object('found', left(s.ref, 40), 'target', 'users.csv')
FROM (SELECT line, "user_sourced_id" AS ref FROM staging."i00000000000040008000000000000001_enrollments" c) s
WHERE s.ref IS NOT NULL AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = s.ref)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_enrollments" s
JOIN "enrollments" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name)
FROM staging."i00000000000040008000000000000001_enrollments" s
JOIN "enrollments" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

-- demographics
SELECT count(*) AS count
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_demographics" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_demographics" s ON s.sourced_id = d.sourced_id AND s.line > d.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'demographics.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', d.first)
FROM (SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_demographics" GROUP BY sourced_id HAVING count(*) > 1) d
JOIN staging."i00000000000040008000000000000001_demographics" s ON s.sourced_id = d.sourced_id AND s.line > d.first
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_demographics" s
WHERE NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = s.sourced_id);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'demographics.csv', s.line, 'sourcedId', 'JP-DE-001', 'reference_missing', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'target', 'users.csv')
FROM staging."i00000000000040008000000000000001_demographics" s
WHERE NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" t WHERE t.sourced_id = s.sourced_id)
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_demographics" s
JOIN "demographics" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'demographics.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name)
FROM staging."i00000000000040008000000000000001_demographics" s
JOIN "demographics" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;
