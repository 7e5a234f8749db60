-- orgs
SELECT count(*) AS count
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_orgs" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_orgs" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'orgs.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', s.first)
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_orgs" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_orgs" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s
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
SELECT $1, 'orgs.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_orgs" s
JOIN "orgs" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT 0 AS line) s
WHERE NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" o
  WHERE o."identifier" = '052019' OR false);

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, '', s.line, '', 'JP-F-006', 'zip_code_unknown', 'warning', jsonb_build_object('found', '052019', 'target', 'orgs.csv')
FROM (SELECT 0 AS line) s
WHERE NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" o
  WHERE o."identifier" = '052019' OR false)
ORDER BY s.line;

SELECT count(*) AS count
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."identifier"), 0) AS number FROM staging."i00000000000040008000000000000001_orgs" r WHERE true AND r."identifier" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."identifier") AS shared, r.sourced_id AS differ, r."identifier" AS shown
    FROM staging."i00000000000040008000000000000001_orgs" r WHERE true AND r."identifier" IS NOT NULL AND hash_record_extended(ROW(r."identifier"), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'orgs.csv', s.line, 'identifier', 'JP-OR-008', 'value_doubled', 'warning', jsonb_build_object('found', left(s.shown, 40), 'first', s.first)
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."identifier"), 0) AS number FROM staging."i00000000000040008000000000000001_orgs" r WHERE true AND r."identifier" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."identifier") AS shared, r.sourced_id AS differ, r."identifier" AS shown
    FROM staging."i00000000000040008000000000000001_orgs" r WHERE true AND r."identifier" IS NOT NULL AND hash_record_extended(ROW(r."identifier"), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_orgs" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_orgs" ORDER BY sourced_id, line) o ON o.sourced_id = s."parent_sourced_id"
WHERE s."type" IS DISTINCT FROM 'district' AND o."type" <> 'district';

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'orgs.csv', s.line, 'parentSourcedId', 'JP-OR-010', 'reference_type', 'error', jsonb_build_object('found', left(s."parent_sourced_id", 40), 'target', 'orgs.csv', 'wanted', 'district')
FROM staging."i00000000000040008000000000000001_orgs" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_orgs" ORDER BY sourced_id, line) o ON o.sourced_id = s."parent_sourced_id"
WHERE s."type" IS DISTINCT FROM 'district' AND o."type" <> 'district'
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_orgs" s
WHERE s."type" = 'school' AND s."parent_sourced_id" IS NULL
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" o WHERE o."type" = 'district');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'orgs.csv', s.line, 'parentSourcedId', 'JP-OR-011', 'value_missing', 'warning', jsonb_build_object()
FROM staging."i00000000000040008000000000000001_orgs" s
WHERE s."type" = 'school' AND s."parent_sourced_id" IS NULL
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_orgs" o WHERE o."type" = 'district')
ORDER BY s.line;

-- academicSessions
SELECT count(*) AS count
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_academic_sessions" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_academic_sessions" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'academicSessions.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', s.first)
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_academic_sessions" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_academic_sessions" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s
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
SELECT $1, 'academicSessions.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_academic_sessions" s
JOIN "academic_sessions" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

SELECT count(*) AS count
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."school_year"), 0) AS number FROM staging."i00000000000040008000000000000001_academic_sessions" r WHERE r."type" = 'schoolYear' AND r."school_year" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."school_year") AS shared, r.sourced_id AS differ, r."school_year" AS shown
    FROM staging."i00000000000040008000000000000001_academic_sessions" r WHERE r."type" = 'schoolYear' AND r."school_year" IS NOT NULL AND hash_record_extended(ROW(r."school_year"), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'academicSessions.csv', s.line, 'schoolYear', 'JP-AS-010', 'value_doubled', 'warning', jsonb_build_object('found', s.shown, 'first', s.first)
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."school_year"), 0) AS number FROM staging."i00000000000040008000000000000001_academic_sessions" r WHERE r."type" = 'schoolYear' AND r."school_year" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."school_year") AS shared, r.sourced_id AS differ, r."school_year" AS shown
    FROM staging."i00000000000040008000000000000001_academic_sessions" r WHERE r."type" = 'schoolYear' AND r."school_year" IS NOT NULL AND hash_record_extended(ROW(r."school_year"), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first
ORDER BY s.line;

-- courses
SELECT count(*) AS count
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_courses" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_courses" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'courses.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', s.first)
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_courses" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_courses" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s
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
SELECT $1, 'courses.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_courses" s
JOIN "courses" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_courses" s
WHERE s."school_year_sourced_id" IS NULL
  AND NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = '00000000-0000-4000-8000-000000000001' AND (i.file, i.line) = ('courses.csv', s.line)
      AND i."column" IN ('schoolYearSourcedId', ''));

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'courses.csv', s.line, 'schoolYearSourcedId', 'JP-CO-006', 'value_missing', 'warning', jsonb_build_object()
FROM staging."i00000000000040008000000000000001_courses" s
WHERE s."school_year_sourced_id" IS NULL
  AND NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = '00000000-0000-4000-8000-000000000001' AND (i.file, i.line) = ('courses.csv', s.line)
      AND i."column" IN ('schoolYearSourcedId', ''))
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_courses" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_academic_sessions" ORDER BY sourced_id, line) y ON y.sourced_id = s."school_year_sourced_id"
WHERE y."type" = 'schoolYear' AND y."school_year" <> substring(s."title" FROM '^([0-9]{4})年度');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'courses.csv', s.line, 'schoolYearSourcedId', 'JP-CO-006', 'values_disagree', 'warning', jsonb_build_object('found', left(s."school_year_sourced_id", 40), 'other', substring(s."title" FROM '^([0-9]{4})年度'))
FROM staging."i00000000000040008000000000000001_courses" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_academic_sessions" ORDER BY sourced_id, line) y ON y.sourced_id = s."school_year_sourced_id"
WHERE y."type" = 'schoolYear' AND y."school_year" <> substring(s."title" FROM '^([0-9]{4})年度')
ORDER BY s.line;

-- classes
SELECT count(*) AS count
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_classes" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_classes" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'classes.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', s.first)
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_classes" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_classes" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s
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
SELECT $1, 'classes.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_classes" s
JOIN "classes" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_classes" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_courses" ORDER BY sourced_id, line) c ON c.sourced_id = s."course_sourced_id"
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_orgs" ORDER BY sourced_id, line) o ON o.sourced_id = s."school_sourced_id"
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_orgs" ORDER BY sourced_id, line) w ON w.sourced_id = c."org_sourced_id"
WHERE c."org_sourced_id" <> s."school_sourced_id" AND (w."type" = 'school'
  OR c."org_sourced_id" <> o."parent_sourced_id" AND o."parent_sourced_id" IN (SELECT p.sourced_id FROM (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_orgs" ORDER BY sourced_id, line) p));

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'classes.csv', s.line, 'courseSourcedId', 'JP-CL-012', 'values_disagree', 'warning', jsonb_build_object('found', left(s."course_sourced_id", 40), 'other', left(s."school_sourced_id", 40))
FROM staging."i00000000000040008000000000000001_classes" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_courses" ORDER BY sourced_id, line) c ON c.sourced_id = s."course_sourced_id"
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_orgs" ORDER BY sourced_id, line) o ON o.sourced_id = s."school_sourced_id"
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_orgs" ORDER BY sourced_id, line) w ON w.sourced_id = c."org_sourced_id"
WHERE c."org_sourced_id" <> s."school_sourced_id" AND (w."type" = 'school'
  OR c."org_sourced_id" <> o."parent_sourced_id" AND o."parent_sourced_id" IN (SELECT p.sourced_id FROM (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_orgs" ORDER BY sourced_id, line) p))
ORDER BY s.line;

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
SELECT $1, 'users.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_users" s
JOIN "users" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

SELECT count(*) AS count
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(lower(r."user_master_identifier" COLLATE "C")), 0) AS number FROM staging."i00000000000040008000000000000001_users" r WHERE true AND lower(r."user_master_identifier" COLLATE "C") IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(lower(r."user_master_identifier" COLLATE "C")) AS shared, r.sourced_id AS differ, NULL AS shown
    FROM staging."i00000000000040008000000000000001_users" r WHERE true AND lower(r."user_master_identifier" COLLATE "C") IS NOT NULL AND hash_record_extended(ROW(lower(r."user_master_identifier" COLLATE "C")), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'userMasterIdentifier', 'JP-US-012', 'value_doubled', 'error', jsonb_build_object('found', '***', 'first', s.first)
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(lower(r."user_master_identifier" COLLATE "C")), 0) AS number FROM staging."i00000000000040008000000000000001_users" r WHERE true AND lower(r."user_master_identifier" COLLATE "C") IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(lower(r."user_master_identifier" COLLATE "C")) AS shared, r.sourced_id AS differ, NULL AS shown
    FROM staging."i00000000000040008000000000000001_users" r WHERE true AND lower(r."user_master_identifier" COLLATE "C") IS NOT NULL AND hash_record_extended(ROW(lower(r."user_master_identifier" COLLATE "C")), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_users" s
WHERE s."grades" IS NULL
  AND NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = '00000000-0000-4000-8000-000000000001' AND (i.file, i.line) = ('users.csv', s.line)
      AND i."column" IN ('grades', ''))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" r WHERE r."user_sourced_id" = s.sourced_id AND r."role" = 'student');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'grades', 'JP-US-014', 'value_missing', 'warning', jsonb_build_object()
FROM staging."i00000000000040008000000000000001_users" s
WHERE s."grades" IS NULL
  AND NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = '00000000-0000-4000-8000-000000000001' AND (i.file, i.line) = ('users.csv', s.line)
      AND i."column" IN ('grades', ''))
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" r WHERE r."user_sourced_id" = s.sourced_id AND r."role" = 'student')
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_users" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_classes" ORDER BY sourced_id, line) c ON c.sourced_id = ((s.metadata #>> '{jp,homeClass}') COLLATE "C")
WHERE c."class_type" <> 'homeroom';

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'metadata.jp.homeClass', 'JP-US-019', 'reference_type', 'warning', jsonb_build_object('found', left(((s.metadata #>> '{jp,homeClass}') COLLATE "C"), 40), 'target', 'classes.csv', 'wanted', 'homeroom')
FROM staging."i00000000000040008000000000000001_users" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_classes" ORDER BY sourced_id, line) c ON c.sourced_id = ((s.metadata #>> '{jp,homeClass}') COLLATE "C")
WHERE c."class_type" <> 'homeroom'
ORDER BY s.line;

-- userProfiles
SELECT count(*) AS count
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_user_profiles" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_user_profiles" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'userProfiles.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', s.first)
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_user_profiles" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_user_profiles" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s
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
SELECT $1, 'userProfiles.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_user_profiles" s
JOIN "user_profiles" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

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
SELECT $1, 'roles.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_roles" s
JOIN "roles" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

SELECT count(*) AS count
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."user_sourced_id", r."org_sourced_id"), 0) AS number FROM staging."i00000000000040008000000000000001_roles" r WHERE r."role_type" = 'primary' AND r."user_sourced_id" IS NOT NULL AND r."org_sourced_id" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."user_sourced_id", r."org_sourced_id") AS shared, r.sourced_id AS differ, NULL AS shown
    FROM staging."i00000000000040008000000000000001_roles" r WHERE r."role_type" = 'primary' AND r."user_sourced_id" IS NOT NULL AND r."org_sourced_id" IS NOT NULL AND hash_record_extended(ROW(r."user_sourced_id", r."org_sourced_id"), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'roleType', 'JP-RO-008', 'rows_conflict', 'error', jsonb_build_object('first', s.first)
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."user_sourced_id", r."org_sourced_id"), 0) AS number FROM staging."i00000000000040008000000000000001_roles" r WHERE r."role_type" = 'primary' AND r."user_sourced_id" IS NOT NULL AND r."org_sourced_id" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."user_sourced_id", r."org_sourced_id") AS shared, r.sourced_id AS differ, NULL AS shown
    FROM staging."i00000000000040008000000000000001_roles" r WHERE r."role_type" = 'primary' AND r."user_sourced_id" IS NOT NULL AND r."org_sourced_id" IS NOT NULL AND hash_record_extended(ROW(r."user_sourced_id", r."org_sourced_id"), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first
ORDER BY s.line;

SELECT count(*) AS count
FROM (SELECT s."user_sourced_id", min(s.line) AS line FROM staging."i00000000000040008000000000000001_roles" s
  WHERE s."role_type" = 'secondary' GROUP BY s."user_sourced_id") s
WHERE NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'roleType', 'JP-RO-009', 'row_lacks', 'error', jsonb_build_object('found', 'secondary', 'target', 'roles.csv')
FROM (SELECT s."user_sourced_id", min(s.line) AS line FROM staging."i00000000000040008000000000000001_roles" s
  WHERE s."role_type" = 'secondary' GROUP BY s."user_sourced_id") s
WHERE NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary')
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_roles" s
WHERE s."role" IN ('principal', 'districtAdministrator', 'siteAdministrator') AND s."role_type" <> 'secondary';

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'roleType', 'JP-RO-010', 'value_wrong', 'warning', jsonb_build_object('found', s."role_type")
FROM staging."i00000000000040008000000000000001_roles" s
WHERE s."role" IN ('principal', 'districtAdministrator', 'siteAdministrator') AND s."role_type" <> 'secondary'
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_roles" s
WHERE s."role" IN ('principal', 'districtAdministrator', 'siteAdministrator') AND s."role_type" = 'secondary'
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary')
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary' AND coalesce(p."role", 'teacher') = 'teacher');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'role', 'JP-RO-010', 'row_lacks', 'warning', jsonb_build_object('found', s."role", 'target', 'roles.csv')
FROM staging."i00000000000040008000000000000001_roles" s
WHERE s."role" IN ('principal', 'districtAdministrator', 'siteAdministrator') AND s."role_type" = 'secondary'
  AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary')
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" p
  WHERE p."user_sourced_id" = s."user_sourced_id" AND coalesce(p."role_type", 'primary') = 'primary' AND coalesce(p."role", 'teacher') = 'teacher')
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_roles" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_orgs" ORDER BY sourced_id, line) o ON o.sourced_id = s."org_sourced_id"
WHERE s."role" = 'student' AND o."type" <> 'school';

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'orgSourcedId', 'JP-RO-014', 'reference_type', 'warning', jsonb_build_object('found', left(s."org_sourced_id", 40), 'target', 'orgs.csv', 'wanted', 'school')
FROM staging."i00000000000040008000000000000001_roles" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_orgs" ORDER BY sourced_id, line) o ON o.sourced_id = s."org_sourced_id"
WHERE s."role" = 'student' AND o."type" <> 'school'
ORDER BY s.line;

-- enrollments
SELECT count(*) AS count
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_enrollments" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_enrollments" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', s.first)
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_enrollments" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_enrollments" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s
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
SELECT $1, 'enrollments.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_enrollments" s
JOIN "enrollments" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

SELECT count(*) AS count
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."class_sourced_id"), 0) AS number FROM staging."i00000000000040008000000000000001_enrollments" r
    WHERE r."role" = 'teacher' AND r."primary" AND r."class_sourced_id" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."class_sourced_id") AS shared, r."user_sourced_id" AS differ, NULL AS shown,
      coalesce(r."begin_date", '-infinity') AS begins, coalesce(r."end_date", 'infinity') AS ends
    FROM staging."i00000000000040008000000000000001_enrollments" r
    WHERE r."role" = 'teacher' AND r."primary" AND r."class_sourced_id" IS NOT NULL AND hash_record_extended(ROW(r."class_sourced_id"), 0) IN (SELECT number FROM numbers)
  ),
  placed AS (
    SELECT *, row_number() OVER (PARTITION BY shared ORDER BY line) AS place,
      count(*) OVER (PARTITION BY shared) AS size FROM rivals
  ),
  early AS (SELECT * FROM placed WHERE place <= CASE WHEN size < 1000 THEN 100 ELSE 1 END)
  SELECT r.line, min(e.line) AS first
  FROM rivals r
  JOIN early e ON e.shared = r.shared AND e.line < r.line AND e.differ <> r.differ
    AND e.begins < r.ends AND r.begins < e.ends
  GROUP BY r.line
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'primary', 'JP-EN-008', 'rows_conflict', 'warning', jsonb_build_object('first', s.first)
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."class_sourced_id"), 0) AS number FROM staging."i00000000000040008000000000000001_enrollments" r
    WHERE r."role" = 'teacher' AND r."primary" AND r."class_sourced_id" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."class_sourced_id") AS shared, r."user_sourced_id" AS differ, NULL AS shown,
      coalesce(r."begin_date", '-infinity') AS begins, coalesce(r."end_date", 'infinity') AS ends
    FROM staging."i00000000000040008000000000000001_enrollments" r
    WHERE r."role" = 'teacher' AND r."primary" AND r."class_sourced_id" IS NOT NULL AND hash_record_extended(ROW(r."class_sourced_id"), 0) IN (SELECT number FROM numbers)
  ),
  placed AS (
    SELECT *, row_number() OVER (PARTITION BY shared ORDER BY line) AS place,
      count(*) OVER (PARTITION BY shared) AS size FROM rivals
  ),
  early AS (SELECT * FROM placed WHERE place <= CASE WHEN size < 1000 THEN 100 ELSE 1 END)
  SELECT r.line, min(e.line) AS first
  FROM rivals r
  JOIN early e ON e.shared = r.shared AND e.line < r.line AND e.differ <> r.differ
    AND e.begins < r.ends AND r.begins < e.ends
  GROUP BY r.line
) s
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_enrollments" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_classes" ORDER BY sourced_id, line) c ON c.sourced_id = s."class_sourced_id"
WHERE c."school_sourced_id" <> s."school_sourced_id" AND s."school_sourced_id" IN (SELECT o.sourced_id FROM staging."i00000000000040008000000000000001_orgs" o WHERE o."type" = 'school') AND c."school_sourced_id" IN (SELECT o.sourced_id FROM staging."i00000000000040008000000000000001_orgs" o WHERE o."type" = 'school');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'schoolSourcedId', 'JP-EN-014', 'values_disagree', 'warning', jsonb_build_object('found', left(s."school_sourced_id", 40), 'other', left(c."school_sourced_id", 40))
FROM staging."i00000000000040008000000000000001_enrollments" s
JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_classes" ORDER BY sourced_id, line) c ON c.sourced_id = s."class_sourced_id"
WHERE c."school_sourced_id" <> s."school_sourced_id" AND s."school_sourced_id" IN (SELECT o.sourced_id FROM staging."i00000000000040008000000000000001_orgs" o WHERE o."type" = 'school') AND c."school_sourced_id" IN (SELECT o.sourced_id FROM staging."i00000000000040008000000000000001_orgs" o WHERE o."type" = 'school')
ORDER BY s.line;

SELECT count(*) AS count
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."user_sourced_id", r."class_sourced_id", r."role"), 0) AS number FROM staging."i00000000000040008000000000000001_enrollments" r WHERE true AND r."user_sourced_id" IS NOT NULL AND r."class_sourced_id" IS NOT NULL AND r."role" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."user_sourced_id", r."class_sourced_id", r."role") AS shared, r.sourced_id AS differ, NULL AS shown,
      coalesce(r."begin_date", '-infinity') AS begins, coalesce(r."end_date", 'infinity') AS ends
    FROM staging."i00000000000040008000000000000001_enrollments" r WHERE true AND r."user_sourced_id" IS NOT NULL AND r."class_sourced_id" IS NOT NULL AND r."role" IS NOT NULL AND hash_record_extended(ROW(r."user_sourced_id", r."class_sourced_id", r."role"), 0) IN (SELECT number FROM numbers)
  ),
  placed AS (
    SELECT *, row_number() OVER (PARTITION BY shared ORDER BY line) AS place,
      count(*) OVER (PARTITION BY shared) AS size FROM rivals
  ),
  early AS (SELECT * FROM placed WHERE place <= CASE WHEN size < 1000 THEN 100 ELSE 1 END)
  SELECT r.line, min(e.line) AS first
  FROM rivals r
  JOIN early e ON e.shared = r.shared AND e.line < r.line AND e.differ <> r.differ
    AND e.begins < r.ends AND r.begins < e.ends
  GROUP BY r.line
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'classSourcedId', 'JP-EN-015', 'rows_conflict', 'warning', jsonb_build_object('first', s.first)
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."user_sourced_id", r."class_sourced_id", r."role"), 0) AS number FROM staging."i00000000000040008000000000000001_enrollments" r WHERE true AND r."user_sourced_id" IS NOT NULL AND r."class_sourced_id" IS NOT NULL AND r."role" IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."user_sourced_id", r."class_sourced_id", r."role") AS shared, r.sourced_id AS differ, NULL AS shown,
      coalesce(r."begin_date", '-infinity') AS begins, coalesce(r."end_date", 'infinity') AS ends
    FROM staging."i00000000000040008000000000000001_enrollments" r WHERE true AND r."user_sourced_id" IS NOT NULL AND r."class_sourced_id" IS NOT NULL AND r."role" IS NOT NULL AND hash_record_extended(ROW(r."user_sourced_id", r."class_sourced_id", r."role"), 0) IN (SELECT number FROM numbers)
  ),
  placed AS (
    SELECT *, row_number() OVER (PARTITION BY shared ORDER BY line) AS place,
      count(*) OVER (PARTITION BY shared) AS size FROM rivals
  ),
  early AS (SELECT * FROM placed WHERE place <= CASE WHEN size < 1000 THEN 100 ELSE 1 END)
  SELECT r.line, min(e.line) AS first
  FROM rivals r
  JOIN early e ON e.shared = r.shared AND e.line < r.line AND e.differ <> r.differ
    AND e.begins < r.ends AND r.begins < e.ends
  GROUP BY r.line
) s
ORDER BY s.line;

SELECT count(*) AS count
FROM (
  WITH lacking AS MATERIALIZED (
    SELECT DISTINCT s."user_sourced_id" AS who, s."role" AS called FROM staging."i00000000000040008000000000000001_enrollments" s
    WHERE s."role" IN ('student', 'teacher', 'administrator', 'proctor', 'ext:guardian')
    EXCEPT
    SELECT o."user_sourced_id", t.called FROM staging."i00000000000040008000000000000001_roles" o
    JOIN (VALUES ('student', 'student'), ('teacher', 'teacher'), ('administrator', 'principal'), ('administrator', 'districtAdministrator'), ('administrator', 'siteAdministrator'), ('administrator', 'systemAdministrator'), ('administrator', 'teacher'), ('proctor', 'proctor'), ('ext:guardian', 'guardian')) t (called, term) ON t.term = o."role"
  )
  SELECT s.* FROM lacking
  JOIN staging."i00000000000040008000000000000001_enrollments" s ON s."user_sourced_id" = who AND s."role" = called
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" o WHERE o."user_sourced_id" = who)
    AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" o WHERE o."user_sourced_id" = who AND o."role" IS NULL)
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'role', 'JP-EN-016', 'row_lacks', 'warning', jsonb_build_object('found', s."role", 'target', 'roles.csv')
FROM (
  WITH lacking AS MATERIALIZED (
    SELECT DISTINCT s."user_sourced_id" AS who, s."role" AS called FROM staging."i00000000000040008000000000000001_enrollments" s
    WHERE s."role" IN ('student', 'teacher', 'administrator', 'proctor', 'ext:guardian')
    EXCEPT
    SELECT o."user_sourced_id", t.called FROM staging."i00000000000040008000000000000001_roles" o
    JOIN (VALUES ('student', 'student'), ('teacher', 'teacher'), ('administrator', 'principal'), ('administrator', 'districtAdministrator'), ('administrator', 'siteAdministrator'), ('administrator', 'systemAdministrator'), ('administrator', 'teacher'), ('proctor', 'proctor'), ('ext:guardian', 'guardian')) t (called, term) ON t.term = o."role"
  )
  SELECT s.* FROM lacking
  JOIN staging."i00000000000040008000000000000001_enrollments" s ON s."user_sourced_id" = who AND s."role" = called
  WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" o WHERE o."user_sourced_id" = who)
    AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" o WHERE o."user_sourced_id" = who AND o."role" IS NULL)
) s
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_enrollments" s
JOIN (SELECT c.sourced_id, min(y."start_date") AS first, max(y."end_date") AS last
  FROM staging."i00000000000040008000000000000001_classes" c CROSS JOIN unnest(c."term_sourced_ids") t (id)
  LEFT JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_academic_sessions" ORDER BY sourced_id, line) y ON y.sourced_id = t.id COLLATE "C"
  GROUP BY c.sourced_id
  HAVING count(*) = count(y."start_date") AND count(*) = count(y."end_date")) c ON c.sourced_id = s."class_sourced_id"
WHERE s."begin_date" NOT BETWEEN c.first AND c.last + 1;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'beginDate', 'JP-EN-010', 'values_disagree', 'warning', jsonb_build_object('found', s."begin_date"::text, 'other', concat(c.first, ' – ', c.last))
FROM staging."i00000000000040008000000000000001_enrollments" s
JOIN (SELECT c.sourced_id, min(y."start_date") AS first, max(y."end_date") AS last
  FROM staging."i00000000000040008000000000000001_classes" c CROSS JOIN unnest(c."term_sourced_ids") t (id)
  LEFT JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_academic_sessions" ORDER BY sourced_id, line) y ON y.sourced_id = t.id COLLATE "C"
  GROUP BY c.sourced_id
  HAVING count(*) = count(y."start_date") AND count(*) = count(y."end_date")) c ON c.sourced_id = s."class_sourced_id"
WHERE s."begin_date" NOT BETWEEN c.first AND c.last + 1
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_enrollments" s
JOIN (SELECT c.sourced_id, min(y."start_date") AS first, max(y."end_date") AS last
  FROM staging."i00000000000040008000000000000001_classes" c CROSS JOIN unnest(c."term_sourced_ids") t (id)
  LEFT JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_academic_sessions" ORDER BY sourced_id, line) y ON y.sourced_id = t.id COLLATE "C"
  GROUP BY c.sourced_id
  HAVING count(*) = count(y."start_date") AND count(*) = count(y."end_date")) c ON c.sourced_id = s."class_sourced_id"
WHERE s."end_date" NOT BETWEEN c.first AND c.last + 1;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'endDate', 'JP-EN-010', 'values_disagree', 'warning', jsonb_build_object('found', s."end_date"::text, 'other', concat(c.first, ' – ', c.last))
FROM staging."i00000000000040008000000000000001_enrollments" s
JOIN (SELECT c.sourced_id, min(y."start_date") AS first, max(y."end_date") AS last
  FROM staging."i00000000000040008000000000000001_classes" c CROSS JOIN unnest(c."term_sourced_ids") t (id)
  LEFT JOIN (SELECT DISTINCT ON (sourced_id) * FROM staging."i00000000000040008000000000000001_academic_sessions" ORDER BY sourced_id, line) y ON y.sourced_id = t.id COLLATE "C"
  GROUP BY c.sourced_id
  HAVING count(*) = count(y."start_date") AND count(*) = count(y."end_date")) c ON c.sourced_id = s."class_sourced_id"
WHERE s."end_date" NOT BETWEEN c.first AND c.last + 1
ORDER BY s.line;

SELECT count(*) AS count
FROM staging."i00000000000040008000000000000001_enrollments" s
WHERE ((s.metadata #>> '{jp,shussekiNo}') COLLATE "C") IS NULL
  AND NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = '00000000-0000-4000-8000-000000000001' AND (i.file, i.line) = ('enrollments.csv', s.line)
      AND i."column" IN ('metadata.jp.shussekiNo', ''))
  AND s."role" = 'student' AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" c
  WHERE c.sourced_id = s."class_sourced_id" AND c."class_type" = 'homeroom');

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'metadata.jp.shussekiNo', 'JP-EN-012', 'value_missing', 'warning', jsonb_build_object()
FROM staging."i00000000000040008000000000000001_enrollments" s
WHERE ((s.metadata #>> '{jp,shussekiNo}') COLLATE "C") IS NULL
  AND NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = '00000000-0000-4000-8000-000000000001' AND (i.file, i.line) = ('enrollments.csv', s.line)
      AND i."column" IN ('metadata.jp.shussekiNo', ''))
  AND s."role" = 'student' AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" c
  WHERE c.sourced_id = s."class_sourced_id" AND c."class_type" = 'homeroom')
ORDER BY s.line;

SELECT count(*) AS count
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."class_sourced_id", ((r.metadata #>> '{jp,shussekiNo}') COLLATE "C")), 0) AS number FROM staging."i00000000000040008000000000000001_enrollments" r WHERE r."role" = 'student' AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" c
  WHERE c.sourced_id = r."class_sourced_id" AND c."class_type" = 'homeroom') AND r."class_sourced_id" IS NOT NULL AND ((r.metadata #>> '{jp,shussekiNo}') COLLATE "C") IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."class_sourced_id", ((r.metadata #>> '{jp,shussekiNo}') COLLATE "C")) AS shared, r."user_sourced_id" AS differ, NULL AS shown
    FROM staging."i00000000000040008000000000000001_enrollments" r WHERE r."role" = 'student' AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" c
  WHERE c.sourced_id = r."class_sourced_id" AND c."class_type" = 'homeroom') AND r."class_sourced_id" IS NOT NULL AND ((r.metadata #>> '{jp,shussekiNo}') COLLATE "C") IS NOT NULL AND hash_record_extended(ROW(r."class_sourced_id", ((r.metadata #>> '{jp,shussekiNo}') COLLATE "C")), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'enrollments.csv', s.line, 'metadata.jp.shussekiNo', 'JP-EN-012', 'value_doubled', 'warning', jsonb_build_object('found', '***', 'first', s.first)
FROM (
  WITH numbers AS MATERIALIZED (
    SELECT hash_record_extended(ROW(r."class_sourced_id", ((r.metadata #>> '{jp,shussekiNo}') COLLATE "C")), 0) AS number FROM staging."i00000000000040008000000000000001_enrollments" r WHERE r."role" = 'student' AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" c
  WHERE c.sourced_id = r."class_sourced_id" AND c."class_type" = 'homeroom') AND r."class_sourced_id" IS NOT NULL AND ((r.metadata #>> '{jp,shussekiNo}') COLLATE "C") IS NOT NULL
    GROUP BY number HAVING count(*) > 1
  ), rivals AS MATERIALIZED (
    SELECT r.line, ROW(r."class_sourced_id", ((r.metadata #>> '{jp,shussekiNo}') COLLATE "C")) AS shared, r."user_sourced_id" AS differ, NULL AS shown
    FROM staging."i00000000000040008000000000000001_enrollments" r WHERE r."role" = 'student' AND EXISTS (SELECT FROM staging."i00000000000040008000000000000001_classes" c
  WHERE c.sourced_id = r."class_sourced_id" AND c."class_type" = 'homeroom') AND r."class_sourced_id" IS NOT NULL AND ((r.metadata #>> '{jp,shussekiNo}') COLLATE "C") IS NOT NULL AND hash_record_extended(ROW(r."class_sourced_id", ((r.metadata #>> '{jp,shussekiNo}') COLLATE "C")), 0) IN (SELECT number FROM numbers)
  )
  SELECT min(line) AS line, min(shown) AS shown, min(min(line)) OVER (PARTITION BY shared) AS first
  FROM rivals GROUP BY shared, differ
) s
WHERE s.line > s.first
ORDER BY s.line;

-- demographics
SELECT count(*) AS count
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_demographics" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_demographics" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'demographics.csv', s.line, 'sourcedId', 'JP-C-004', 'duplicate_id', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'first', s.first)
FROM (
  WITH d AS MATERIALIZED (
    SELECT sourced_id, min(line) AS first FROM staging."i00000000000040008000000000000001_demographics" GROUP BY sourced_id HAVING count(*) > 1
  )
  SELECT r.line, r.sourced_id, d.first FROM d JOIN staging."i00000000000040008000000000000001_demographics" r ON r.sourced_id = d.sourced_id AND r.line > d.first
) s
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
SELECT $1, 'demographics.csv', s.line, 'sourcedId', 'RH-C-001', 'other_source', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_demographics" s
JOIN "demographics" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;
