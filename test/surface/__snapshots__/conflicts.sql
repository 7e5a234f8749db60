-- keep;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'RH-C-013', 'other_source_kept', 'warning', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_users" s
JOIN "users" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'RH-C-015', 'embed_elsewhere', 'error', jsonb_build_object('target', 'roles.csv')
FROM staging."i00000000000040008000000000000001_users" s
WHERE EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" t WHERE t."user_sourced_id" = s.sourced_id)
  AND NOT EXISTS (SELECT FROM "users" f WHERE f.sourced_id = s.sourced_id AND f.status = 'active' AND f.source_id <> 7)
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" t WHERE t."user_sourced_id" = s.sourced_id AND NOT EXISTS (SELECT FROM "roles" f WHERE f.sourced_id = t.sourced_id AND f.status = 'active' AND f.source_id <> 7))
  AND NOT EXISTS (SELECT FROM "roles" l WHERE l."user_sourced_id" = s.sourced_id
    AND l.status = 'active' AND (l.source_id <> 7 OR (l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7))))
ORDER BY s.line;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'sourcedId', 'RH-C-013', 'other_source_kept', 'warning', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_roles" s
JOIN "roles" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

WITH gone AS (DELETE FROM staging."i00000000000040008000000000000001_users" s USING (SELECT s.line, jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7)) AS params FROM staging."i00000000000040008000000000000001_users" s
JOIN "users" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
WHERE s.deleted AND NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = $1 AND i.file = 'users.csv' AND i.line = s.line AND i.level = 'error')) r WHERE s.line = r.line RETURNING r.line, r.params)
INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', line, 'sourcedId', 'RH-C-013', 'other_source_kept', 'warning', params FROM gone ORDER BY line;

DELETE FROM staging."i00000000000040008000000000000001_users" s USING (SELECT s.line, jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7)) AS params FROM staging."i00000000000040008000000000000001_users" s
JOIN "users" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
WHERE NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = $1 AND i.file = 'users.csv' AND i.line = s.line AND i.level = 'error')) r WHERE s.line = r.line;

-- takeOver;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', s.line, 'sourcedId', 'RH-C-014', 'other_source_taken', 'warning', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_users" s
JOIN "users" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'sourcedId', 'RH-C-014', 'other_source_taken', 'warning', jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7))
FROM staging."i00000000000040008000000000000001_roles" s
JOIN "roles" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
ORDER BY s.line;

INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'roles.csv', s.line, 'sourcedId', 'RH-C-011', 'still_referred', 'error', jsonb_build_object('found', left(s.sourced_id, 40), 'target', 'users.csv', 'count', 1)
FROM staging."i00000000000040008000000000000001_roles" s
JOIN "roles" g ON g.sourced_id = s.sourced_id AND g.status = 'active' AND g.source_id <> 7
  AND g."user_sourced_id" IS DISTINCT FROM s."user_sourced_id"
JOIN "users" l ON l.sourced_id = g."user_sourced_id" AND l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_users" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7)
WHERE NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" t WHERE t."user_sourced_id" = g."user_sourced_id")
  AND NOT EXISTS (SELECT FROM (SELECT "user_sourced_id" FROM "roles" l WHERE l.status = 'active'
  AND NOT EXISTS (SELECT FROM staging."i00000000000040008000000000000001_roles" x WHERE x.sourced_id = l.sourced_id)
  AND (l.source_id <> 7)) t WHERE t."user_sourced_id" = g."user_sourced_id")
ORDER BY s.line;

WITH gone AS (DELETE FROM staging."i00000000000040008000000000000001_users" s USING (SELECT s.line, jsonb_build_object('found', left(s.sourced_id, 40), 'owner', o.name, 'source', (SELECT name FROM sources WHERE id = 7)) AS params FROM staging."i00000000000040008000000000000001_users" s
JOIN "users" l
  ON l.sourced_id = s.sourced_id AND l.status = 'active' AND l.source_id <> 7
JOIN sources o ON o.id = l.source_id
WHERE s.deleted AND NOT EXISTS (SELECT FROM import_issues i
    WHERE i.import_id = $1 AND i.file = 'users.csv' AND i.line = s.line AND i.level = 'error')) r WHERE s.line = r.line RETURNING r.line, r.params)
INSERT INTO import_issues (import_id, file, line, "column", code, fault, level, params)
SELECT $1, 'users.csv', line, 'sourcedId', 'RH-C-013', 'other_source_kept', 'warning', params FROM gone ORDER BY line;
