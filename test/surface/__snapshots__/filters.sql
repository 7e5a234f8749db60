-- getAllAcademicSessions sourcedId!='x'
"academic_sessions" e WHERE true AND ((e.sourced_id = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions sourcedId>='x'
"academic_sessions" e WHERE true AND (e.sourced_id COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions sourcedId<='x'
"academic_sessions" e WHERE true AND (e.sourced_id COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions sourcedId='x'
"academic_sessions" e WHERE true AND (e.sourced_id = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions sourcedId>'x'
"academic_sessions" e WHERE true AND (e.sourced_id COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions sourcedId<'x'
"academic_sessions" e WHERE true AND (e.sourced_id COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions sourcedId~'x'
"academic_sessions" e WHERE true AND (strpos(e.sourced_id, $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions status!='x'
"academic_sessions" e WHERE true AND ((e.status = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions status>='x'
"academic_sessions" e WHERE true AND (e.status COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions status<='x'
"academic_sessions" e WHERE true AND (e.status COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions status='x'
"academic_sessions" e WHERE true AND (e.status = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions status>'x'
"academic_sessions" e WHERE true AND (e.status COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions status<'x'
"academic_sessions" e WHERE true AND (e.status COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions status~'x'
"academic_sessions" e WHERE true AND (strpos(e.status, $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions dateLastModified!='2026-04-01'
"academic_sessions" e WHERE true AND (((e.publication_id > 17 AND e.publication_id <= 23)) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions dateLastModified>='2026-04-01'
"academic_sessions" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions dateLastModified<='2026-04-01'
"academic_sessions" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions dateLastModified='2026-04-01'
"academic_sessions" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions dateLastModified>'2026-04-01'
"academic_sessions" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions dateLastModified<'2026-04-01'
"academic_sessions" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions metadata.a.b!='x'
"academic_sessions" e WHERE true AND ((lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions metadata.a.b>='x'
"academic_sessions" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") >= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions metadata.a.b<='x'
"academic_sessions" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") <= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions metadata.a.b='x'
"academic_sessions" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions metadata.a.b>'x'
"academic_sessions" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") > lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions metadata.a.b<'x'
"academic_sessions" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") < lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions metadata.a.b~'x'
"academic_sessions" e WHERE true AND (strpos(lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu"), lower($3::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions title!='x'
"academic_sessions" e WHERE true AND ((lower(e."title" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions title>='x'
"academic_sessions" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") >= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions title<='x'
"academic_sessions" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") <= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions title='x'
"academic_sessions" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions title>'x'
"academic_sessions" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") > lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions title<'x'
"academic_sessions" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") < lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions title~'x'
"academic_sessions" e WHERE true AND (strpos(lower(e."title" COLLATE "und-x-icu"), lower($3::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions type!='x'
"academic_sessions" e WHERE true AND ((e."type" = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions type>='x'
"academic_sessions" e WHERE true AND (e."type" COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions type<='x'
"academic_sessions" e WHERE true AND (e."type" COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions type='x'
"academic_sessions" e WHERE true AND (e."type" = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions type>'x'
"academic_sessions" e WHERE true AND (e."type" COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions type<'x'
"academic_sessions" e WHERE true AND (e."type" COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions type~'x'
"academic_sessions" e WHERE true AND (strpos(e."type", $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions startDate!='2026-04-01'
"academic_sessions" e WHERE true AND ((e."start_date" = $3::date) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions startDate>='2026-04-01'
"academic_sessions" e WHERE true AND (e."start_date" >= $3::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions startDate<='2026-04-01'
"academic_sessions" e WHERE true AND (e."start_date" <= $3::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions startDate='2026-04-01'
"academic_sessions" e WHERE true AND (e."start_date" = $3::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions startDate>'2026-04-01'
"academic_sessions" e WHERE true AND (e."start_date" > $3::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions startDate<'2026-04-01'
"academic_sessions" e WHERE true AND (e."start_date" < $3::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions endDate!='2026-04-01'
"academic_sessions" e WHERE true AND ((e."end_date" = $3::date) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions endDate>='2026-04-01'
"academic_sessions" e WHERE true AND (e."end_date" >= $3::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions endDate<='2026-04-01'
"academic_sessions" e WHERE true AND (e."end_date" <= $3::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions endDate='2026-04-01'
"academic_sessions" e WHERE true AND (e."end_date" = $3::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions endDate>'2026-04-01'
"academic_sessions" e WHERE true AND (e."end_date" > $3::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions endDate<'2026-04-01'
"academic_sessions" e WHERE true AND (e."end_date" < $3::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","2026-04-01"]

-- getAllAcademicSessions parent.sourcedId!='x'
"academic_sessions" e WHERE true AND ((e."parent_sourced_id" = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions parent.sourcedId>='x'
"academic_sessions" e WHERE true AND (e."parent_sourced_id" COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions parent.sourcedId<='x'
"academic_sessions" e WHERE true AND (e."parent_sourced_id" COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions parent.sourcedId='x'
"academic_sessions" e WHERE true AND (e."parent_sourced_id" = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions parent.sourcedId>'x'
"academic_sessions" e WHERE true AND (e."parent_sourced_id" COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions parent.sourcedId<'x'
"academic_sessions" e WHERE true AND (e."parent_sourced_id" COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions parent.sourcedId~'x'
"academic_sessions" e WHERE true AND (strpos(e."parent_sourced_id", $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions schoolYear!='x'
"academic_sessions" e WHERE true AND ((lower(e."school_year" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions schoolYear>='x'
"academic_sessions" e WHERE true AND (lower(e."school_year" COLLATE "und-x-icu") >= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions schoolYear<='x'
"academic_sessions" e WHERE true AND (lower(e."school_year" COLLATE "und-x-icu") <= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions schoolYear='x'
"academic_sessions" e WHERE true AND (lower(e."school_year" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions schoolYear>'x'
"academic_sessions" e WHERE true AND (lower(e."school_year" COLLATE "und-x-icu") > lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions schoolYear<'x'
"academic_sessions" e WHERE true AND (lower(e."school_year" COLLATE "und-x-icu") < lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions schoolYear~'x'
"academic_sessions" e WHERE true AND (strpos(lower(e."school_year" COLLATE "und-x-icu"), lower($3::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions children.sourcedId!='x'
"academic_sessions" e WHERE true AND ((EXISTS (SELECT FROM "academic_sessions" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id = $3::text)) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions children.sourcedId>='x'
"academic_sessions" e WHERE true AND (EXISTS (SELECT FROM "academic_sessions" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id COLLATE "C" >= $3::text)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions children.sourcedId<='x'
"academic_sessions" e WHERE true AND (EXISTS (SELECT FROM "academic_sessions" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id COLLATE "C" <= $3::text)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions children.sourcedId='x'
"academic_sessions" e WHERE true AND (EXISTS (SELECT FROM "academic_sessions" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id = $3::text)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions children.sourcedId>'x'
"academic_sessions" e WHERE true AND (EXISTS (SELECT FROM "academic_sessions" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id COLLATE "C" > $3::text)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions children.sourcedId<'x'
"academic_sessions" e WHERE true AND (EXISTS (SELECT FROM "academic_sessions" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id COLLATE "C" < $3::text)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllAcademicSessions children.sourcedId~'x'
"academic_sessions" e WHERE true AND (EXISTS (SELECT FROM "academic_sessions" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND strpos(r.sourced_id, $3::text) > 0)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses sourcedId!='x'
"classes" e WHERE true AND ((e.sourced_id = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses sourcedId>='x'
"classes" e WHERE true AND (e.sourced_id COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses sourcedId<='x'
"classes" e WHERE true AND (e.sourced_id COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses sourcedId='x'
"classes" e WHERE true AND (e.sourced_id = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses sourcedId>'x'
"classes" e WHERE true AND (e.sourced_id COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses sourcedId<'x'
"classes" e WHERE true AND (e.sourced_id COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses sourcedId~'x'
"classes" e WHERE true AND (strpos(e.sourced_id, $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses status!='x'
"classes" e WHERE true AND ((e.status = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses status>='x'
"classes" e WHERE true AND (e.status COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses status<='x'
"classes" e WHERE true AND (e.status COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses status='x'
"classes" e WHERE true AND (e.status = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses status>'x'
"classes" e WHERE true AND (e.status COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses status<'x'
"classes" e WHERE true AND (e.status COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses status~'x'
"classes" e WHERE true AND (strpos(e.status, $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses dateLastModified!='2026-04-01'
"classes" e WHERE true AND (((e.publication_id > 17 AND e.publication_id <= 23)) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses dateLastModified>='2026-04-01'
"classes" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses dateLastModified<='2026-04-01'
"classes" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses dateLastModified='2026-04-01'
"classes" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses dateLastModified>'2026-04-01'
"classes" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses dateLastModified<'2026-04-01'
"classes" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses metadata.a.b!='x'
"classes" e WHERE true AND ((lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses metadata.a.b>='x'
"classes" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses metadata.a.b<='x'
"classes" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses metadata.a.b='x'
"classes" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses metadata.a.b>'x'
"classes" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses metadata.a.b<'x'
"classes" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses metadata.a.b~'x'
"classes" e WHERE true AND (strpos(lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses title!='x'
"classes" e WHERE true AND ((lower(e."title" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses title>='x'
"classes" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses title<='x'
"classes" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses title='x'
"classes" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses title>'x'
"classes" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses title<'x'
"classes" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses title~'x'
"classes" e WHERE true AND (strpos(lower(e."title" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses grades!='x'
"classes" e WHERE true AND ((ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."grades") x) @> ARRAY[lower($4::text COLLATE "und-x-icu")]) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses grades='x'
"classes" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."grades") x) @> ARRAY[lower($4::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses grades~'x'
"classes" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."grades") x) && ARRAY[lower($4::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses course.sourcedId!='x'
"classes" e WHERE true AND ((e."course_sourced_id" = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses course.sourcedId>='x'
"classes" e WHERE true AND (e."course_sourced_id" COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses course.sourcedId<='x'
"classes" e WHERE true AND (e."course_sourced_id" COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses course.sourcedId='x'
"classes" e WHERE true AND (e."course_sourced_id" = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses course.sourcedId>'x'
"classes" e WHERE true AND (e."course_sourced_id" COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses course.sourcedId<'x'
"classes" e WHERE true AND (e."course_sourced_id" COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses course.sourcedId~'x'
"classes" e WHERE true AND (strpos(e."course_sourced_id", $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classCode!='x'
"classes" e WHERE true AND ((lower(e."class_code" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classCode>='x'
"classes" e WHERE true AND (lower(e."class_code" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classCode<='x'
"classes" e WHERE true AND (lower(e."class_code" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classCode='x'
"classes" e WHERE true AND (lower(e."class_code" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classCode>'x'
"classes" e WHERE true AND (lower(e."class_code" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classCode<'x'
"classes" e WHERE true AND (lower(e."class_code" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classCode~'x'
"classes" e WHERE true AND (strpos(lower(e."class_code" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classType!='x'
"classes" e WHERE true AND ((e."class_type" = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classType>='x'
"classes" e WHERE true AND (e."class_type" COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classType<='x'
"classes" e WHERE true AND (e."class_type" COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classType='x'
"classes" e WHERE true AND (e."class_type" = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classType>'x'
"classes" e WHERE true AND (e."class_type" COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classType<'x'
"classes" e WHERE true AND (e."class_type" COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses classType~'x'
"classes" e WHERE true AND (strpos(e."class_type", $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses location!='x'
"classes" e WHERE true AND ((lower(e."location" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses location>='x'
"classes" e WHERE true AND (lower(e."location" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses location<='x'
"classes" e WHERE true AND (lower(e."location" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses location='x'
"classes" e WHERE true AND (lower(e."location" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses location>'x'
"classes" e WHERE true AND (lower(e."location" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses location<'x'
"classes" e WHERE true AND (lower(e."location" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses location~'x'
"classes" e WHERE true AND (strpos(lower(e."location" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses school.sourcedId!='x'
"classes" e WHERE true AND ((e."school_sourced_id" = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses school.sourcedId>='x'
"classes" e WHERE true AND (e."school_sourced_id" COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses school.sourcedId<='x'
"classes" e WHERE true AND (e."school_sourced_id" COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses school.sourcedId='x'
"classes" e WHERE true AND (e."school_sourced_id" = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses school.sourcedId>'x'
"classes" e WHERE true AND (e."school_sourced_id" COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses school.sourcedId<'x'
"classes" e WHERE true AND (e."school_sourced_id" COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses school.sourcedId~'x'
"classes" e WHERE true AND (strpos(e."school_sourced_id", $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses terms.sourcedId!='x'
"classes" e WHERE true AND ((e."term_sourced_ids" @> ARRAY[$4::text]) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses terms.sourcedId='x'
"classes" e WHERE true AND (e."term_sourced_ids" @> ARRAY[$4::text]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses terms.sourcedId~'x'
"classes" e WHERE true AND (e."term_sourced_ids" && ARRAY[$4::text]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses subjects!='x'
"classes" e WHERE true AND ((ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subjects") x) @> ARRAY[lower($4::text COLLATE "und-x-icu")]) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses subjects='x'
"classes" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subjects") x) @> ARRAY[lower($4::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses subjects~'x'
"classes" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subjects") x) && ARRAY[lower($4::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses subjectCodes!='x'
"classes" e WHERE true AND ((ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subject_codes") x) @> ARRAY[lower($4::text COLLATE "und-x-icu")]) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses subjectCodes='x'
"classes" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subject_codes") x) @> ARRAY[lower($4::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses subjectCodes~'x'
"classes" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subject_codes") x) && ARRAY[lower($4::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses periods!='x'
"classes" e WHERE true AND ((ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."periods") x) @> ARRAY[lower($4::text COLLATE "und-x-icu")]) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses periods='x'
"classes" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."periods") x) @> ARRAY[lower($4::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses periods~'x'
"classes" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."periods") x) && ARRAY[lower($4::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","x"]

-- getAllClasses metadata.jp.specialNeeds!='true'
"classes" e WHERE true AND (((e.metadata #>> '{jp,specialNeeds}')::boolean = $4::boolean) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/",true]

-- getAllClasses metadata.jp.specialNeeds='true'
"classes" e WHERE true AND ((e.metadata #>> '{jp,specialNeeds}')::boolean = $4::boolean) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/",true]

-- getAllCourses sourcedId!='x'
"courses" e WHERE true AND ((e.sourced_id = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses sourcedId>='x'
"courses" e WHERE true AND (e.sourced_id COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses sourcedId<='x'
"courses" e WHERE true AND (e.sourced_id COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses sourcedId='x'
"courses" e WHERE true AND (e.sourced_id = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses sourcedId>'x'
"courses" e WHERE true AND (e.sourced_id COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses sourcedId<'x'
"courses" e WHERE true AND (e.sourced_id COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses sourcedId~'x'
"courses" e WHERE true AND (strpos(e.sourced_id, $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses status!='x'
"courses" e WHERE true AND ((e.status = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses status>='x'
"courses" e WHERE true AND (e.status COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses status<='x'
"courses" e WHERE true AND (e.status COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses status='x'
"courses" e WHERE true AND (e.status = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses status>'x'
"courses" e WHERE true AND (e.status COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses status<'x'
"courses" e WHERE true AND (e.status COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses status~'x'
"courses" e WHERE true AND (strpos(e.status, $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses dateLastModified!='2026-04-01'
"courses" e WHERE true AND (((e.publication_id > 17 AND e.publication_id <= 23)) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses dateLastModified>='2026-04-01'
"courses" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses dateLastModified<='2026-04-01'
"courses" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses dateLastModified='2026-04-01'
"courses" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses dateLastModified>'2026-04-01'
"courses" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses dateLastModified<'2026-04-01'
"courses" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses metadata.a.b!='x'
"courses" e WHERE true AND ((lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses metadata.a.b>='x'
"courses" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") >= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses metadata.a.b<='x'
"courses" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") <= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses metadata.a.b='x'
"courses" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses metadata.a.b>'x'
"courses" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") > lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses metadata.a.b<'x'
"courses" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") < lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses metadata.a.b~'x'
"courses" e WHERE true AND (strpos(lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu"), lower($3::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses schoolYear.sourcedId!='x'
"courses" e WHERE true AND ((e."school_year_sourced_id" = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses schoolYear.sourcedId>='x'
"courses" e WHERE true AND (e."school_year_sourced_id" COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses schoolYear.sourcedId<='x'
"courses" e WHERE true AND (e."school_year_sourced_id" COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses schoolYear.sourcedId='x'
"courses" e WHERE true AND (e."school_year_sourced_id" = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses schoolYear.sourcedId>'x'
"courses" e WHERE true AND (e."school_year_sourced_id" COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses schoolYear.sourcedId<'x'
"courses" e WHERE true AND (e."school_year_sourced_id" COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses schoolYear.sourcedId~'x'
"courses" e WHERE true AND (strpos(e."school_year_sourced_id", $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses title!='x'
"courses" e WHERE true AND ((lower(e."title" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses title>='x'
"courses" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") >= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses title<='x'
"courses" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") <= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses title='x'
"courses" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses title>'x'
"courses" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") > lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses title<'x'
"courses" e WHERE true AND (lower(e."title" COLLATE "und-x-icu") < lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses title~'x'
"courses" e WHERE true AND (strpos(lower(e."title" COLLATE "und-x-icu"), lower($3::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses courseCode!='x'
"courses" e WHERE true AND ((lower(e."course_code" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses courseCode>='x'
"courses" e WHERE true AND (lower(e."course_code" COLLATE "und-x-icu") >= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses courseCode<='x'
"courses" e WHERE true AND (lower(e."course_code" COLLATE "und-x-icu") <= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses courseCode='x'
"courses" e WHERE true AND (lower(e."course_code" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses courseCode>'x'
"courses" e WHERE true AND (lower(e."course_code" COLLATE "und-x-icu") > lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses courseCode<'x'
"courses" e WHERE true AND (lower(e."course_code" COLLATE "und-x-icu") < lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses courseCode~'x'
"courses" e WHERE true AND (strpos(lower(e."course_code" COLLATE "und-x-icu"), lower($3::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses grades!='x'
"courses" e WHERE true AND ((ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."grades") x) @> ARRAY[lower($3::text COLLATE "und-x-icu")]) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses grades='x'
"courses" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."grades") x) @> ARRAY[lower($3::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses grades~'x'
"courses" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."grades") x) && ARRAY[lower($3::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses org.sourcedId!='x'
"courses" e WHERE true AND ((e."org_sourced_id" = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses org.sourcedId>='x'
"courses" e WHERE true AND (e."org_sourced_id" COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses org.sourcedId<='x'
"courses" e WHERE true AND (e."org_sourced_id" COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses org.sourcedId='x'
"courses" e WHERE true AND (e."org_sourced_id" = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses org.sourcedId>'x'
"courses" e WHERE true AND (e."org_sourced_id" COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses org.sourcedId<'x'
"courses" e WHERE true AND (e."org_sourced_id" COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses org.sourcedId~'x'
"courses" e WHERE true AND (strpos(e."org_sourced_id", $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses subjects!='x'
"courses" e WHERE true AND ((ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subjects") x) @> ARRAY[lower($3::text COLLATE "und-x-icu")]) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses subjects='x'
"courses" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subjects") x) @> ARRAY[lower($3::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses subjects~'x'
"courses" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subjects") x) && ARRAY[lower($3::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses subjectCodes!='x'
"courses" e WHERE true AND ((ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subject_codes") x) @> ARRAY[lower($3::text COLLATE "und-x-icu")]) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses subjectCodes='x'
"courses" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subject_codes") x) @> ARRAY[lower($3::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllCourses subjectCodes~'x'
"courses" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."subject_codes") x) && ARRAY[lower($3::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllDemographics sourcedId!='x'
"demographics" e WHERE true AND ((e.sourced_id = $1::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sourcedId>='x'
"demographics" e WHERE true AND (e.sourced_id COLLATE "C" >= $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sourcedId<='x'
"demographics" e WHERE true AND (e.sourced_id COLLATE "C" <= $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sourcedId='x'
"demographics" e WHERE true AND (e.sourced_id = $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sourcedId>'x'
"demographics" e WHERE true AND (e.sourced_id COLLATE "C" > $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sourcedId<'x'
"demographics" e WHERE true AND (e.sourced_id COLLATE "C" < $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sourcedId~'x'
"demographics" e WHERE true AND (strpos(e.sourced_id, $1::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics status!='x'
"demographics" e WHERE true AND ((e.status = $1::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics status>='x'
"demographics" e WHERE true AND (e.status COLLATE "C" >= $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics status<='x'
"demographics" e WHERE true AND (e.status COLLATE "C" <= $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics status='x'
"demographics" e WHERE true AND (e.status = $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics status>'x'
"demographics" e WHERE true AND (e.status COLLATE "C" > $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics status<'x'
"demographics" e WHERE true AND (e.status COLLATE "C" < $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics status~'x'
"demographics" e WHERE true AND (strpos(e.status, $1::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics dateLastModified!='2026-04-01'
"demographics" e WHERE true AND (((e.publication_id > 17 AND e.publication_id <= 23)) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- []

-- getAllDemographics dateLastModified>='2026-04-01'
"demographics" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- []

-- getAllDemographics dateLastModified<='2026-04-01'
"demographics" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- []

-- getAllDemographics dateLastModified='2026-04-01'
"demographics" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- []

-- getAllDemographics dateLastModified>'2026-04-01'
"demographics" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- []

-- getAllDemographics dateLastModified<'2026-04-01'
"demographics" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- []

-- getAllDemographics metadata.a.b!='x'
"demographics" e WHERE true AND ((lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($1::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics metadata.a.b>='x'
"demographics" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") >= lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics metadata.a.b<='x'
"demographics" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") <= lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics metadata.a.b='x'
"demographics" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics metadata.a.b>'x'
"demographics" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") > lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics metadata.a.b<'x'
"demographics" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") < lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics metadata.a.b~'x'
"demographics" e WHERE true AND (strpos(lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu"), lower($1::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics birthDate!='2026-04-01'
"demographics" e WHERE true AND ((e."birth_date" = $1::date) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["2026-04-01"]

-- getAllDemographics birthDate>='2026-04-01'
"demographics" e WHERE true AND (e."birth_date" >= $1::date) ORDER BY e.sourced_id LIMIT 101;
-- ["2026-04-01"]

-- getAllDemographics birthDate<='2026-04-01'
"demographics" e WHERE true AND (e."birth_date" <= $1::date) ORDER BY e.sourced_id LIMIT 101;
-- ["2026-04-01"]

-- getAllDemographics birthDate='2026-04-01'
"demographics" e WHERE true AND (e."birth_date" = $1::date) ORDER BY e.sourced_id LIMIT 101;
-- ["2026-04-01"]

-- getAllDemographics birthDate>'2026-04-01'
"demographics" e WHERE true AND (e."birth_date" > $1::date) ORDER BY e.sourced_id LIMIT 101;
-- ["2026-04-01"]

-- getAllDemographics birthDate<'2026-04-01'
"demographics" e WHERE true AND (e."birth_date" < $1::date) ORDER BY e.sourced_id LIMIT 101;
-- ["2026-04-01"]

-- getAllDemographics sex!='x'
"demographics" e WHERE true AND ((e."sex" = $1::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sex>='x'
"demographics" e WHERE true AND (e."sex" COLLATE "C" >= $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sex<='x'
"demographics" e WHERE true AND (e."sex" COLLATE "C" <= $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sex='x'
"demographics" e WHERE true AND (e."sex" = $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sex>'x'
"demographics" e WHERE true AND (e."sex" COLLATE "C" > $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sex<'x'
"demographics" e WHERE true AND (e."sex" COLLATE "C" < $1::text) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics sex~'x'
"demographics" e WHERE true AND (strpos(e."sex", $1::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics americanIndianOrAlaskaNative!='true'
"demographics" e WHERE true AND ((e."american_indian_or_alaska_native" = $1::boolean) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics americanIndianOrAlaskaNative='true'
"demographics" e WHERE true AND (e."american_indian_or_alaska_native" = $1::boolean) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics asian!='true'
"demographics" e WHERE true AND ((e."asian" = $1::boolean) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics asian='true'
"demographics" e WHERE true AND (e."asian" = $1::boolean) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics blackOrAfricanAmerican!='true'
"demographics" e WHERE true AND ((e."black_or_african_american" = $1::boolean) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics blackOrAfricanAmerican='true'
"demographics" e WHERE true AND (e."black_or_african_american" = $1::boolean) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics nativeHawaiianOrOtherPacificIslander!='true'
"demographics" e WHERE true AND ((e."native_hawaiian_or_other_pacific_islander" = $1::boolean) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics nativeHawaiianOrOtherPacificIslander='true'
"demographics" e WHERE true AND (e."native_hawaiian_or_other_pacific_islander" = $1::boolean) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics white!='true'
"demographics" e WHERE true AND ((e."white" = $1::boolean) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics white='true'
"demographics" e WHERE true AND (e."white" = $1::boolean) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics demographicRaceTwoOrMoreRaces!='true'
"demographics" e WHERE true AND ((e."demographic_race_two_or_more_races" = $1::boolean) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics demographicRaceTwoOrMoreRaces='true'
"demographics" e WHERE true AND (e."demographic_race_two_or_more_races" = $1::boolean) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics hispanicOrLatinoEthnicity!='true'
"demographics" e WHERE true AND ((e."hispanic_or_latino_ethnicity" = $1::boolean) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics hispanicOrLatinoEthnicity='true'
"demographics" e WHERE true AND (e."hispanic_or_latino_ethnicity" = $1::boolean) ORDER BY e.sourced_id LIMIT 101;
-- [true]

-- getAllDemographics countryOfBirthCode!='x'
"demographics" e WHERE true AND ((lower(e."country_of_birth_code" COLLATE "und-x-icu") = lower($1::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics countryOfBirthCode>='x'
"demographics" e WHERE true AND (lower(e."country_of_birth_code" COLLATE "und-x-icu") >= lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics countryOfBirthCode<='x'
"demographics" e WHERE true AND (lower(e."country_of_birth_code" COLLATE "und-x-icu") <= lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics countryOfBirthCode='x'
"demographics" e WHERE true AND (lower(e."country_of_birth_code" COLLATE "und-x-icu") = lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics countryOfBirthCode>'x'
"demographics" e WHERE true AND (lower(e."country_of_birth_code" COLLATE "und-x-icu") > lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics countryOfBirthCode<'x'
"demographics" e WHERE true AND (lower(e."country_of_birth_code" COLLATE "und-x-icu") < lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics countryOfBirthCode~'x'
"demographics" e WHERE true AND (strpos(lower(e."country_of_birth_code" COLLATE "und-x-icu"), lower($1::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics stateOfBirthAbbreviation!='x'
"demographics" e WHERE true AND ((lower(e."state_of_birth_abbreviation" COLLATE "und-x-icu") = lower($1::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics stateOfBirthAbbreviation>='x'
"demographics" e WHERE true AND (lower(e."state_of_birth_abbreviation" COLLATE "und-x-icu") >= lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics stateOfBirthAbbreviation<='x'
"demographics" e WHERE true AND (lower(e."state_of_birth_abbreviation" COLLATE "und-x-icu") <= lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics stateOfBirthAbbreviation='x'
"demographics" e WHERE true AND (lower(e."state_of_birth_abbreviation" COLLATE "und-x-icu") = lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics stateOfBirthAbbreviation>'x'
"demographics" e WHERE true AND (lower(e."state_of_birth_abbreviation" COLLATE "und-x-icu") > lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics stateOfBirthAbbreviation<'x'
"demographics" e WHERE true AND (lower(e."state_of_birth_abbreviation" COLLATE "und-x-icu") < lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics stateOfBirthAbbreviation~'x'
"demographics" e WHERE true AND (strpos(lower(e."state_of_birth_abbreviation" COLLATE "und-x-icu"), lower($1::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics cityOfBirth!='x'
"demographics" e WHERE true AND ((lower(e."city_of_birth" COLLATE "und-x-icu") = lower($1::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics cityOfBirth>='x'
"demographics" e WHERE true AND (lower(e."city_of_birth" COLLATE "und-x-icu") >= lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics cityOfBirth<='x'
"demographics" e WHERE true AND (lower(e."city_of_birth" COLLATE "und-x-icu") <= lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics cityOfBirth='x'
"demographics" e WHERE true AND (lower(e."city_of_birth" COLLATE "und-x-icu") = lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics cityOfBirth>'x'
"demographics" e WHERE true AND (lower(e."city_of_birth" COLLATE "und-x-icu") > lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics cityOfBirth<'x'
"demographics" e WHERE true AND (lower(e."city_of_birth" COLLATE "und-x-icu") < lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics cityOfBirth~'x'
"demographics" e WHERE true AND (strpos(lower(e."city_of_birth" COLLATE "und-x-icu"), lower($1::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics publicSchoolResidenceStatus!='x'
"demographics" e WHERE true AND ((lower(e."public_school_residence_status" COLLATE "und-x-icu") = lower($1::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics publicSchoolResidenceStatus>='x'
"demographics" e WHERE true AND (lower(e."public_school_residence_status" COLLATE "und-x-icu") >= lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics publicSchoolResidenceStatus<='x'
"demographics" e WHERE true AND (lower(e."public_school_residence_status" COLLATE "und-x-icu") <= lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics publicSchoolResidenceStatus='x'
"demographics" e WHERE true AND (lower(e."public_school_residence_status" COLLATE "und-x-icu") = lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics publicSchoolResidenceStatus>'x'
"demographics" e WHERE true AND (lower(e."public_school_residence_status" COLLATE "und-x-icu") > lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics publicSchoolResidenceStatus<'x'
"demographics" e WHERE true AND (lower(e."public_school_residence_status" COLLATE "und-x-icu") < lower($1::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllDemographics publicSchoolResidenceStatus~'x'
"demographics" e WHERE true AND (strpos(lower(e."public_school_residence_status" COLLATE "und-x-icu"), lower($1::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["x"]

-- getAllEnrollments sourcedId!='x'
"enrollments" e WHERE true AND ((e.sourced_id = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments sourcedId>='x'
"enrollments" e WHERE true AND (e.sourced_id COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments sourcedId<='x'
"enrollments" e WHERE true AND (e.sourced_id COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments sourcedId='x'
"enrollments" e WHERE true AND (e.sourced_id = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments sourcedId>'x'
"enrollments" e WHERE true AND (e.sourced_id COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments sourcedId<'x'
"enrollments" e WHERE true AND (e.sourced_id COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments sourcedId~'x'
"enrollments" e WHERE true AND (strpos(e.sourced_id, $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments status!='x'
"enrollments" e WHERE true AND ((e.status = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments status>='x'
"enrollments" e WHERE true AND (e.status COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments status<='x'
"enrollments" e WHERE true AND (e.status COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments status='x'
"enrollments" e WHERE true AND (e.status = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments status>'x'
"enrollments" e WHERE true AND (e.status COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments status<'x'
"enrollments" e WHERE true AND (e.status COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments status~'x'
"enrollments" e WHERE true AND (strpos(e.status, $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments dateLastModified!='2026-04-01'
"enrollments" e WHERE true AND (((e.publication_id > 17 AND e.publication_id <= 23)) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments dateLastModified>='2026-04-01'
"enrollments" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments dateLastModified<='2026-04-01'
"enrollments" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments dateLastModified='2026-04-01'
"enrollments" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments dateLastModified>'2026-04-01'
"enrollments" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments dateLastModified<'2026-04-01'
"enrollments" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments metadata.a.b!='x'
"enrollments" e WHERE true AND ((lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments metadata.a.b>='x'
"enrollments" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments metadata.a.b<='x'
"enrollments" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments metadata.a.b='x'
"enrollments" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments metadata.a.b>'x'
"enrollments" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments metadata.a.b<'x'
"enrollments" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments metadata.a.b~'x'
"enrollments" e WHERE true AND (strpos(lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments class.sourcedId!='x'
"enrollments" e WHERE true AND ((e."class_sourced_id" = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments class.sourcedId>='x'
"enrollments" e WHERE true AND (e."class_sourced_id" COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments class.sourcedId<='x'
"enrollments" e WHERE true AND (e."class_sourced_id" COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments class.sourcedId='x'
"enrollments" e WHERE true AND (e."class_sourced_id" = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments class.sourcedId>'x'
"enrollments" e WHERE true AND (e."class_sourced_id" COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments class.sourcedId<'x'
"enrollments" e WHERE true AND (e."class_sourced_id" COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments class.sourcedId~'x'
"enrollments" e WHERE true AND (strpos(e."class_sourced_id", $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments school.sourcedId!='x'
"enrollments" e WHERE true AND ((e."school_sourced_id" = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments school.sourcedId>='x'
"enrollments" e WHERE true AND (e."school_sourced_id" COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments school.sourcedId<='x'
"enrollments" e WHERE true AND (e."school_sourced_id" COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments school.sourcedId='x'
"enrollments" e WHERE true AND (e."school_sourced_id" = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments school.sourcedId>'x'
"enrollments" e WHERE true AND (e."school_sourced_id" COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments school.sourcedId<'x'
"enrollments" e WHERE true AND (e."school_sourced_id" COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments school.sourcedId~'x'
"enrollments" e WHERE true AND (strpos(e."school_sourced_id", $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments user.sourcedId!='x'
"enrollments" e WHERE true AND ((e."user_sourced_id" = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments user.sourcedId>='x'
"enrollments" e WHERE true AND (e."user_sourced_id" COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments user.sourcedId<='x'
"enrollments" e WHERE true AND (e."user_sourced_id" COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments user.sourcedId='x'
"enrollments" e WHERE true AND (e."user_sourced_id" = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments user.sourcedId>'x'
"enrollments" e WHERE true AND (e."user_sourced_id" COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments user.sourcedId<'x'
"enrollments" e WHERE true AND (e."user_sourced_id" COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments user.sourcedId~'x'
"enrollments" e WHERE true AND (strpos(e."user_sourced_id", $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments role!='x'
"enrollments" e WHERE true AND ((e."role" = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments role>='x'
"enrollments" e WHERE true AND (e."role" COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments role<='x'
"enrollments" e WHERE true AND (e."role" COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments role='x'
"enrollments" e WHERE true AND (e."role" = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments role>'x'
"enrollments" e WHERE true AND (e."role" COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments role<'x'
"enrollments" e WHERE true AND (e."role" COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments role~'x'
"enrollments" e WHERE true AND (strpos(e."role", $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","x"]

-- getAllEnrollments primary!='true'
"enrollments" e WHERE true AND ((e."primary" = $4::boolean) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/",true]

-- getAllEnrollments primary='true'
"enrollments" e WHERE true AND (e."primary" = $4::boolean) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/",true]

-- getAllEnrollments beginDate!='2026-04-01'
"enrollments" e WHERE true AND ((e."begin_date" = $4::date) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments beginDate>='2026-04-01'
"enrollments" e WHERE true AND (e."begin_date" >= $4::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments beginDate<='2026-04-01'
"enrollments" e WHERE true AND (e."begin_date" <= $4::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments beginDate='2026-04-01'
"enrollments" e WHERE true AND (e."begin_date" = $4::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments beginDate>'2026-04-01'
"enrollments" e WHERE true AND (e."begin_date" > $4::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments beginDate<'2026-04-01'
"enrollments" e WHERE true AND (e."begin_date" < $4::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments endDate!='2026-04-01'
"enrollments" e WHERE true AND ((e."end_date" = $4::date) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments endDate>='2026-04-01'
"enrollments" e WHERE true AND (e."end_date" >= $4::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments endDate<='2026-04-01'
"enrollments" e WHERE true AND (e."end_date" <= $4::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments endDate='2026-04-01'
"enrollments" e WHERE true AND (e."end_date" = $4::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments endDate>'2026-04-01'
"enrollments" e WHERE true AND (e."end_date" > $4::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments endDate<'2026-04-01'
"enrollments" e WHERE true AND (e."end_date" < $4::date) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","2026-04-01"]

-- getAllEnrollments metadata.jp.shussekiNo!='7'
"enrollments" e WHERE true AND (((e.metadata #>> '{jp,shussekiNo}')::integer = $4::integer) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/",7]

-- getAllEnrollments metadata.jp.shussekiNo>='7'
"enrollments" e WHERE true AND ((e.metadata #>> '{jp,shussekiNo}')::integer >= $4::integer) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/",7]

-- getAllEnrollments metadata.jp.shussekiNo<='7'
"enrollments" e WHERE true AND ((e.metadata #>> '{jp,shussekiNo}')::integer <= $4::integer) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/",7]

-- getAllEnrollments metadata.jp.shussekiNo='7'
"enrollments" e WHERE true AND ((e.metadata #>> '{jp,shussekiNo}')::integer = $4::integer) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/",7]

-- getAllEnrollments metadata.jp.shussekiNo>'7'
"enrollments" e WHERE true AND ((e.metadata #>> '{jp,shussekiNo}')::integer > $4::integer) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/",7]

-- getAllEnrollments metadata.jp.shussekiNo<'7'
"enrollments" e WHERE true AND ((e.metadata #>> '{jp,shussekiNo}')::integer < $4::integer) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/",7]

-- getAllEnrollments metadata.jp.publicFlg!='true'
"enrollments" e WHERE true AND (((e.metadata #>> '{jp,publicFlg}')::boolean = $4::boolean) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/",true]

-- getAllEnrollments metadata.jp.publicFlg='true'
"enrollments" e WHERE true AND ((e.metadata #>> '{jp,publicFlg}')::boolean = $4::boolean) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/",true]

-- getAllOrgs sourcedId!='x'
"orgs" e WHERE true AND ((e.sourced_id = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs sourcedId>='x'
"orgs" e WHERE true AND (e.sourced_id COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs sourcedId<='x'
"orgs" e WHERE true AND (e.sourced_id COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs sourcedId='x'
"orgs" e WHERE true AND (e.sourced_id = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs sourcedId>'x'
"orgs" e WHERE true AND (e.sourced_id COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs sourcedId<'x'
"orgs" e WHERE true AND (e.sourced_id COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs sourcedId~'x'
"orgs" e WHERE true AND (strpos(e.sourced_id, $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs status!='x'
"orgs" e WHERE true AND ((e.status = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs status>='x'
"orgs" e WHERE true AND (e.status COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs status<='x'
"orgs" e WHERE true AND (e.status COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs status='x'
"orgs" e WHERE true AND (e.status = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs status>'x'
"orgs" e WHERE true AND (e.status COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs status<'x'
"orgs" e WHERE true AND (e.status COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs status~'x'
"orgs" e WHERE true AND (strpos(e.status, $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs dateLastModified!='2026-04-01'
"orgs" e WHERE true AND (((e.publication_id > 17 AND e.publication_id <= 23)) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs dateLastModified>='2026-04-01'
"orgs" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs dateLastModified<='2026-04-01'
"orgs" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs dateLastModified='2026-04-01'
"orgs" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs dateLastModified>'2026-04-01'
"orgs" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs dateLastModified<'2026-04-01'
"orgs" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs metadata.a.b!='x'
"orgs" e WHERE true AND ((lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs metadata.a.b>='x'
"orgs" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") >= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs metadata.a.b<='x'
"orgs" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") <= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs metadata.a.b='x'
"orgs" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs metadata.a.b>'x'
"orgs" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") > lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs metadata.a.b<'x'
"orgs" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") < lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs metadata.a.b~'x'
"orgs" e WHERE true AND (strpos(lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu"), lower($3::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs name!='x'
"orgs" e WHERE true AND ((lower(e."name" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs name>='x'
"orgs" e WHERE true AND (lower(e."name" COLLATE "und-x-icu") >= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs name<='x'
"orgs" e WHERE true AND (lower(e."name" COLLATE "und-x-icu") <= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs name='x'
"orgs" e WHERE true AND (lower(e."name" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs name>'x'
"orgs" e WHERE true AND (lower(e."name" COLLATE "und-x-icu") > lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs name<'x'
"orgs" e WHERE true AND (lower(e."name" COLLATE "und-x-icu") < lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs name~'x'
"orgs" e WHERE true AND (strpos(lower(e."name" COLLATE "und-x-icu"), lower($3::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs type!='x'
"orgs" e WHERE true AND ((e."type" = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs type>='x'
"orgs" e WHERE true AND (e."type" COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs type<='x'
"orgs" e WHERE true AND (e."type" COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs type='x'
"orgs" e WHERE true AND (e."type" = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs type>'x'
"orgs" e WHERE true AND (e."type" COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs type<'x'
"orgs" e WHERE true AND (e."type" COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs type~'x'
"orgs" e WHERE true AND (strpos(e."type", $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs identifier!='x'
"orgs" e WHERE true AND ((lower(e."identifier" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs identifier>='x'
"orgs" e WHERE true AND (lower(e."identifier" COLLATE "und-x-icu") >= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs identifier<='x'
"orgs" e WHERE true AND (lower(e."identifier" COLLATE "und-x-icu") <= lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs identifier='x'
"orgs" e WHERE true AND (lower(e."identifier" COLLATE "und-x-icu") = lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs identifier>'x'
"orgs" e WHERE true AND (lower(e."identifier" COLLATE "und-x-icu") > lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs identifier<'x'
"orgs" e WHERE true AND (lower(e."identifier" COLLATE "und-x-icu") < lower($3::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs identifier~'x'
"orgs" e WHERE true AND (strpos(lower(e."identifier" COLLATE "und-x-icu"), lower($3::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs parent.sourcedId!='x'
"orgs" e WHERE true AND ((e."parent_sourced_id" = $3::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs parent.sourcedId>='x'
"orgs" e WHERE true AND (e."parent_sourced_id" COLLATE "C" >= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs parent.sourcedId<='x'
"orgs" e WHERE true AND (e."parent_sourced_id" COLLATE "C" <= $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs parent.sourcedId='x'
"orgs" e WHERE true AND (e."parent_sourced_id" = $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs parent.sourcedId>'x'
"orgs" e WHERE true AND (e."parent_sourced_id" COLLATE "C" > $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs parent.sourcedId<'x'
"orgs" e WHERE true AND (e."parent_sourced_id" COLLATE "C" < $3::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs parent.sourcedId~'x'
"orgs" e WHERE true AND (strpos(e."parent_sourced_id", $3::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs children.sourcedId!='x'
"orgs" e WHERE true AND ((EXISTS (SELECT FROM "orgs" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id = $3::text)) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs children.sourcedId>='x'
"orgs" e WHERE true AND (EXISTS (SELECT FROM "orgs" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id COLLATE "C" >= $3::text)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs children.sourcedId<='x'
"orgs" e WHERE true AND (EXISTS (SELECT FROM "orgs" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id COLLATE "C" <= $3::text)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs children.sourcedId='x'
"orgs" e WHERE true AND (EXISTS (SELECT FROM "orgs" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id = $3::text)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs children.sourcedId>'x'
"orgs" e WHERE true AND (EXISTS (SELECT FROM "orgs" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id COLLATE "C" > $3::text)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs children.sourcedId<'x'
"orgs" e WHERE true AND (EXISTS (SELECT FROM "orgs" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND r.sourced_id COLLATE "C" < $3::text)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllOrgs children.sourcedId~'x'
"orgs" e WHERE true AND (EXISTS (SELECT FROM "orgs" r WHERE r."parent_sourced_id" = e.sourced_id AND r.status = 'active' AND strpos(r.sourced_id, $3::text) > 0)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sourcedId!='x'
"users" e WHERE true AND ((e.sourced_id = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sourcedId>='x'
"users" e WHERE true AND (e.sourced_id COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sourcedId<='x'
"users" e WHERE true AND (e.sourced_id COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sourcedId='x'
"users" e WHERE true AND (e.sourced_id = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sourcedId>'x'
"users" e WHERE true AND (e.sourced_id COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sourcedId<'x'
"users" e WHERE true AND (e.sourced_id COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sourcedId~'x'
"users" e WHERE true AND (strpos(e.sourced_id, $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers status!='x'
"users" e WHERE true AND ((e.status = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers status>='x'
"users" e WHERE true AND (e.status COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers status<='x'
"users" e WHERE true AND (e.status COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers status='x'
"users" e WHERE true AND (e.status = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers status>'x'
"users" e WHERE true AND (e.status COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers status<'x'
"users" e WHERE true AND (e.status COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers status~'x'
"users" e WHERE true AND (strpos(e.status, $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers dateLastModified!='2026-04-01'
"users" e WHERE true AND (((e.publication_id > 17 AND e.publication_id <= 23)) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers dateLastModified>='2026-04-01'
"users" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers dateLastModified<='2026-04-01'
"users" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers dateLastModified='2026-04-01'
"users" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers dateLastModified>'2026-04-01'
"users" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers dateLastModified<'2026-04-01'
"users" e WHERE true AND ((e.publication_id > 17 AND e.publication_id <= 23)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers metadata.a.b!='x'
"users" e WHERE true AND ((lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.a.b>='x'
"users" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.a.b<='x'
"users" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.a.b='x'
"users" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.a.b>'x'
"users" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.a.b<'x'
"users" e WHERE true AND (lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.a.b~'x'
"users" e WHERE true AND (strpos(lower((e.metadata #>> '{a,b}') COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers enabledUser!='true'
"users" e WHERE true AND ((e."enabled_user" = $4::boolean) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/",true]

-- getAllUsers enabledUser='true'
"users" e WHERE true AND (e."enabled_user" = $4::boolean) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/",true]

-- getAllUsers username!='x'
"users" e WHERE true AND ((lower(e."username" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers username>='x'
"users" e WHERE true AND (lower(e."username" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers username<='x'
"users" e WHERE true AND (lower(e."username" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers username='x'
"users" e WHERE true AND (lower(e."username" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers username>'x'
"users" e WHERE true AND (lower(e."username" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers username<'x'
"users" e WHERE true AND (lower(e."username" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers username~'x'
"users" e WHERE true AND (strpos(lower(e."username" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userIds.identifier!='x'
"users" e WHERE true AND ((EXISTS (SELECT FROM jsonb_array_elements(e."user_ids") x (o) WHERE lower((x.o ->> 'identifier') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu"))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userIds.identifier>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM jsonb_array_elements(e."user_ids") x (o) WHERE lower((x.o ->> 'identifier') COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu"))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userIds.identifier<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM jsonb_array_elements(e."user_ids") x (o) WHERE lower((x.o ->> 'identifier') COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu"))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userIds.identifier='x'
"users" e WHERE true AND (EXISTS (SELECT FROM jsonb_array_elements(e."user_ids") x (o) WHERE lower((x.o ->> 'identifier') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu"))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userIds.identifier>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM jsonb_array_elements(e."user_ids") x (o) WHERE lower((x.o ->> 'identifier') COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu"))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userIds.identifier<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM jsonb_array_elements(e."user_ids") x (o) WHERE lower((x.o ->> 'identifier') COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu"))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userIds.identifier~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM jsonb_array_elements(e."user_ids") x (o) WHERE strpos(lower((x.o ->> 'identifier') COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0)) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers givenName!='x'
"users" e WHERE true AND ((lower(e."given_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers givenName>='x'
"users" e WHERE true AND (lower(e."given_name" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers givenName<='x'
"users" e WHERE true AND (lower(e."given_name" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers givenName='x'
"users" e WHERE true AND (lower(e."given_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers givenName>'x'
"users" e WHERE true AND (lower(e."given_name" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers givenName<'x'
"users" e WHERE true AND (lower(e."given_name" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers givenName~'x'
"users" e WHERE true AND (strpos(lower(e."given_name" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers familyName!='x'
"users" e WHERE true AND ((lower(e."family_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers familyName>='x'
"users" e WHERE true AND (lower(e."family_name" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers familyName<='x'
"users" e WHERE true AND (lower(e."family_name" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers familyName='x'
"users" e WHERE true AND (lower(e."family_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers familyName>'x'
"users" e WHERE true AND (lower(e."family_name" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers familyName<'x'
"users" e WHERE true AND (lower(e."family_name" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers familyName~'x'
"users" e WHERE true AND (strpos(lower(e."family_name" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers middleName!='x'
"users" e WHERE true AND ((lower(e."middle_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers middleName>='x'
"users" e WHERE true AND (lower(e."middle_name" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers middleName<='x'
"users" e WHERE true AND (lower(e."middle_name" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers middleName='x'
"users" e WHERE true AND (lower(e."middle_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers middleName>'x'
"users" e WHERE true AND (lower(e."middle_name" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers middleName<'x'
"users" e WHERE true AND (lower(e."middle_name" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers middleName~'x'
"users" e WHERE true AND (strpos(lower(e."middle_name" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers identifier!='x'
"users" e WHERE true AND ((lower(e."identifier" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers identifier>='x'
"users" e WHERE true AND (lower(e."identifier" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers identifier<='x'
"users" e WHERE true AND (lower(e."identifier" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers identifier='x'
"users" e WHERE true AND (lower(e."identifier" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers identifier>'x'
"users" e WHERE true AND (lower(e."identifier" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers identifier<'x'
"users" e WHERE true AND (lower(e."identifier" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers identifier~'x'
"users" e WHERE true AND (strpos(lower(e."identifier" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers email!='x'
"users" e WHERE true AND ((lower(e."email" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers email>='x'
"users" e WHERE true AND (lower(e."email" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers email<='x'
"users" e WHERE true AND (lower(e."email" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers email='x'
"users" e WHERE true AND (lower(e."email" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers email>'x'
"users" e WHERE true AND (lower(e."email" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers email<'x'
"users" e WHERE true AND (lower(e."email" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers email~'x'
"users" e WHERE true AND (strpos(lower(e."email" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sms!='x'
"users" e WHERE true AND ((lower(e."sms" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sms>='x'
"users" e WHERE true AND (lower(e."sms" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sms<='x'
"users" e WHERE true AND (lower(e."sms" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sms='x'
"users" e WHERE true AND (lower(e."sms" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sms>'x'
"users" e WHERE true AND (lower(e."sms" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sms<'x'
"users" e WHERE true AND (lower(e."sms" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers sms~'x'
"users" e WHERE true AND (strpos(lower(e."sms" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers phone!='x'
"users" e WHERE true AND ((lower(e."phone" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers phone>='x'
"users" e WHERE true AND (lower(e."phone" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers phone<='x'
"users" e WHERE true AND (lower(e."phone" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers phone='x'
"users" e WHERE true AND (lower(e."phone" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers phone>'x'
"users" e WHERE true AND (lower(e."phone" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers phone<'x'
"users" e WHERE true AND (lower(e."phone" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers phone~'x'
"users" e WHERE true AND (strpos(lower(e."phone" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers agents.sourcedId!='x'
"users" e WHERE true AND ((e."agent_sourced_ids" @> ARRAY[$4::text]) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers agents.sourcedId='x'
"users" e WHERE true AND (e."agent_sourced_ids" @> ARRAY[$4::text]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers agents.sourcedId~'x'
"users" e WHERE true AND (e."agent_sourced_ids" && ARRAY[$4::text]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers grades!='x'
"users" e WHERE true AND ((ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."grades") x) @> ARRAY[lower($4::text COLLATE "und-x-icu")]) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers grades='x'
"users" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."grades") x) @> ARRAY[lower($4::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers grades~'x'
"users" e WHERE true AND (ARRAY(SELECT lower(x COLLATE "und-x-icu") FROM unnest(e."grades") x) && ARRAY[lower($4::text COLLATE "und-x-icu")]) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers password!='x'
"users" e WHERE true AND ((lower(NULL::text COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers password>='x'
"users" e WHERE true AND (lower(NULL::text COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers password<='x'
"users" e WHERE true AND (lower(NULL::text COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers password='x'
"users" e WHERE true AND (lower(NULL::text COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers password>'x'
"users" e WHERE true AND (lower(NULL::text COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers password<'x'
"users" e WHERE true AND (lower(NULL::text COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers password~'x'
"users" e WHERE true AND (strpos(lower(NULL::text COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userMasterIdentifier!='x'
"users" e WHERE true AND ((lower(e."user_master_identifier" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userMasterIdentifier>='x'
"users" e WHERE true AND (lower(e."user_master_identifier" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userMasterIdentifier<='x'
"users" e WHERE true AND (lower(e."user_master_identifier" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userMasterIdentifier='x'
"users" e WHERE true AND (lower(e."user_master_identifier" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userMasterIdentifier>'x'
"users" e WHERE true AND (lower(e."user_master_identifier" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userMasterIdentifier<'x'
"users" e WHERE true AND (lower(e."user_master_identifier" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userMasterIdentifier~'x'
"users" e WHERE true AND (strpos(lower(e."user_master_identifier" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredFirstName!='x'
"users" e WHERE true AND ((lower(e."preferred_given_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredFirstName>='x'
"users" e WHERE true AND (lower(e."preferred_given_name" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredFirstName<='x'
"users" e WHERE true AND (lower(e."preferred_given_name" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredFirstName='x'
"users" e WHERE true AND (lower(e."preferred_given_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredFirstName>'x'
"users" e WHERE true AND (lower(e."preferred_given_name" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredFirstName<'x'
"users" e WHERE true AND (lower(e."preferred_given_name" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredFirstName~'x'
"users" e WHERE true AND (strpos(lower(e."preferred_given_name" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredMiddleName!='x'
"users" e WHERE true AND ((lower(e."preferred_middle_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredMiddleName>='x'
"users" e WHERE true AND (lower(e."preferred_middle_name" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredMiddleName<='x'
"users" e WHERE true AND (lower(e."preferred_middle_name" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredMiddleName='x'
"users" e WHERE true AND (lower(e."preferred_middle_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredMiddleName>'x'
"users" e WHERE true AND (lower(e."preferred_middle_name" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredMiddleName<'x'
"users" e WHERE true AND (lower(e."preferred_middle_name" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredMiddleName~'x'
"users" e WHERE true AND (strpos(lower(e."preferred_middle_name" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredLastName!='x'
"users" e WHERE true AND ((lower(e."preferred_family_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredLastName>='x'
"users" e WHERE true AND (lower(e."preferred_family_name" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredLastName<='x'
"users" e WHERE true AND (lower(e."preferred_family_name" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredLastName='x'
"users" e WHERE true AND (lower(e."preferred_family_name" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredLastName>'x'
"users" e WHERE true AND (lower(e."preferred_family_name" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredLastName<'x'
"users" e WHERE true AND (lower(e."preferred_family_name" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers preferredLastName~'x'
"users" e WHERE true AND (strpos(lower(e."preferred_family_name" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers primaryOrg.sourcedId!='x'
"users" e WHERE true AND ((e."primary_org_sourced_id" = $4::text) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers primaryOrg.sourcedId>='x'
"users" e WHERE true AND (e."primary_org_sourced_id" COLLATE "C" >= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers primaryOrg.sourcedId<='x'
"users" e WHERE true AND (e."primary_org_sourced_id" COLLATE "C" <= $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers primaryOrg.sourcedId='x'
"users" e WHERE true AND (e."primary_org_sourced_id" = $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers primaryOrg.sourcedId>'x'
"users" e WHERE true AND (e."primary_org_sourced_id" COLLATE "C" > $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers primaryOrg.sourcedId<'x'
"users" e WHERE true AND (e."primary_org_sourced_id" COLLATE "C" < $4::text) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers primaryOrg.sourcedId~'x'
"users" e WHERE true AND (strpos(e."primary_org_sourced_id", $4::text) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers pronouns!='x'
"users" e WHERE true AND ((lower(e."pronouns" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers pronouns>='x'
"users" e WHERE true AND (lower(e."pronouns" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers pronouns<='x'
"users" e WHERE true AND (lower(e."pronouns" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers pronouns='x'
"users" e WHERE true AND (lower(e."pronouns" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers pronouns>'x'
"users" e WHERE true AND (lower(e."pronouns" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers pronouns<'x'
"users" e WHERE true AND (lower(e."pronouns" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers pronouns~'x'
"users" e WHERE true AND (strpos(lower(e."pronouns" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaGivenName!='x'
"users" e WHERE true AND ((lower((e.metadata #>> '{jp,kanaGivenName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaGivenName>='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaGivenName}') COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaGivenName<='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaGivenName}') COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaGivenName='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaGivenName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaGivenName>'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaGivenName}') COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaGivenName<'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaGivenName}') COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaGivenName~'x'
"users" e WHERE true AND (strpos(lower((e.metadata #>> '{jp,kanaGivenName}') COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaFamilyName!='x'
"users" e WHERE true AND ((lower((e.metadata #>> '{jp,kanaFamilyName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaFamilyName>='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaFamilyName}') COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaFamilyName<='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaFamilyName}') COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaFamilyName='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaFamilyName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaFamilyName>'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaFamilyName}') COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaFamilyName<'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaFamilyName}') COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaFamilyName~'x'
"users" e WHERE true AND (strpos(lower((e.metadata #>> '{jp,kanaFamilyName}') COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaMiddleName!='x'
"users" e WHERE true AND ((lower((e.metadata #>> '{jp,kanaMiddleName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaMiddleName>='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaMiddleName}') COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaMiddleName<='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaMiddleName}') COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaMiddleName='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaMiddleName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaMiddleName>'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaMiddleName}') COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaMiddleName<'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaMiddleName}') COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaMiddleName~'x'
"users" e WHERE true AND (strpos(lower((e.metadata #>> '{jp,kanaMiddleName}') COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.homeClass.sourcedId!='x'
"users" e WHERE true AND ((lower((e.metadata #>> '{jp,homeClass,sourcedId}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.homeClass.sourcedId>='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,homeClass,sourcedId}') COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.homeClass.sourcedId<='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,homeClass,sourcedId}') COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.homeClass.sourcedId='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,homeClass,sourcedId}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.homeClass.sourcedId>'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,homeClass,sourcedId}') COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.homeClass.sourcedId<'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,homeClass,sourcedId}') COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.homeClass.sourcedId~'x'
"users" e WHERE true AND (strpos(lower((e.metadata #>> '{jp,homeClass,sourcedId}') COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredFamilyName!='x'
"users" e WHERE true AND ((lower((e.metadata #>> '{jp,kanaPreferredFamilyName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredFamilyName>='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredFamilyName}') COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredFamilyName<='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredFamilyName}') COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredFamilyName='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredFamilyName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredFamilyName>'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredFamilyName}') COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredFamilyName<'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredFamilyName}') COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredFamilyName~'x'
"users" e WHERE true AND (strpos(lower((e.metadata #>> '{jp,kanaPreferredFamilyName}') COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredGivenName!='x'
"users" e WHERE true AND ((lower((e.metadata #>> '{jp,kanaPreferredGivenName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredGivenName>='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredGivenName}') COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredGivenName<='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredGivenName}') COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredGivenName='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredGivenName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredGivenName>'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredGivenName}') COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredGivenName<'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredGivenName}') COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredGivenName~'x'
"users" e WHERE true AND (strpos(lower((e.metadata #>> '{jp,kanaPreferredGivenName}') COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredMiddleName!='x'
"users" e WHERE true AND ((lower((e.metadata #>> '{jp,kanaPreferredMiddleName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredMiddleName>='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredMiddleName}') COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredMiddleName<='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredMiddleName}') COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredMiddleName='x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredMiddleName}') COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredMiddleName>'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredMiddleName}') COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredMiddleName<'x'
"users" e WHERE true AND (lower((e.metadata #>> '{jp,kanaPreferredMiddleName}') COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu")) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers metadata.jp.kanaPreferredMiddleName~'x'
"users" e WHERE true AND (strpos(lower((e.metadata #>> '{jp,kanaPreferredMiddleName}') COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.roleType!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE r."role_type" = $4::text) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role_type" = $5::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers roles.roleType>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role_type" COLLATE "C" >= $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.roleType<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role_type" COLLATE "C" <= $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.roleType='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE r."role_type" = $4::text) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role_type" = $5::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers roles.roleType>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role_type" COLLATE "C" > $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.roleType<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role_type" COLLATE "C" < $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.roleType~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos(r."role_type", $4::text) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.role!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE r."role" = $4::text) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role" = $5::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers roles.role>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role" COLLATE "C" >= $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.role<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role" COLLATE "C" <= $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.role='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE r."role" = $4::text) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role" = $5::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers roles.role>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role" COLLATE "C" > $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.role<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."role" COLLATE "C" < $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.role~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos(r."role", $4::text) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.beginDate!='2026-04-01'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE r."begin_date" = $4::date) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."begin_date" = $5::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01","2026-04-01"]

-- getAllUsers roles.beginDate>='2026-04-01'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."begin_date" >= $4::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01"]

-- getAllUsers roles.beginDate<='2026-04-01'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."begin_date" <= $4::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01"]

-- getAllUsers roles.beginDate='2026-04-01'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE r."begin_date" = $4::date) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."begin_date" = $5::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01","2026-04-01"]

-- getAllUsers roles.beginDate>'2026-04-01'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."begin_date" > $4::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01"]

-- getAllUsers roles.beginDate<'2026-04-01'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."begin_date" < $4::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01"]

-- getAllUsers roles.endDate!='2026-04-01'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE r."end_date" = $4::date) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."end_date" = $5::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01","2026-04-01"]

-- getAllUsers roles.endDate>='2026-04-01'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."end_date" >= $4::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01"]

-- getAllUsers roles.endDate<='2026-04-01'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."end_date" <= $4::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01"]

-- getAllUsers roles.endDate='2026-04-01'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE r."end_date" = $4::date) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."end_date" = $5::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01","2026-04-01"]

-- getAllUsers roles.endDate>'2026-04-01'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."end_date" > $4::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01"]

-- getAllUsers roles.endDate<'2026-04-01'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."end_date" < $4::date AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","2026-04-01"]

-- getAllUsers roles.org.sourcedId!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE r."org_sourced_id" = $4::text) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."org_sourced_id" = $5::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers roles.org.sourcedId>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."org_sourced_id" COLLATE "C" >= $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.org.sourcedId<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."org_sourced_id" COLLATE "C" <= $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.org.sourcedId='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE r."org_sourced_id" = $4::text) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."org_sourced_id" = $5::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers roles.org.sourcedId>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."org_sourced_id" COLLATE "C" > $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.org.sourcedId<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND r."org_sourced_id" COLLATE "C" < $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.org.sourcedId~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos(r."org_sourced_id", $4::text) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.userProfile!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE (r."user_profile_sourced_id" = $4 AND (CASE WHEN r."user_profile_sourced_id" ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r."user_profile_sourced_id") = $5::text)) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND (r."user_profile_sourced_id" = $6 AND (CASE WHEN r."user_profile_sourced_id" ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r."user_profile_sourced_id") = $7::text) AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x","x","x"]

-- getAllUsers roles.userProfile>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND (CASE WHEN r."user_profile_sourced_id" ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r."user_profile_sourced_id") COLLATE "C" >= $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.userProfile<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND (CASE WHEN r."user_profile_sourced_id" ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r."user_profile_sourced_id") COLLATE "C" <= $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.userProfile='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "roles" r WHERE (r."user_profile_sourced_id" = $4 AND (CASE WHEN r."user_profile_sourced_id" ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r."user_profile_sourced_id") = $5::text)) AND EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND (r."user_profile_sourced_id" = $6 AND (CASE WHEN r."user_profile_sourced_id" ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r."user_profile_sourced_id") = $7::text) AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x","x","x"]

-- getAllUsers roles.userProfile>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND (CASE WHEN r."user_profile_sourced_id" ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r."user_profile_sourced_id") COLLATE "C" > $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.userProfile<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND (CASE WHEN r."user_profile_sourced_id" ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r."user_profile_sourced_id") COLLATE "C" < $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers roles.userProfile~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "roles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos((CASE WHEN r."user_profile_sourced_id" ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r."user_profile_sourced_id"), $4::text) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.profileType!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."profile_type" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."profile_type" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.profileType>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."profile_type" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.profileType<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."profile_type" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.profileType='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."profile_type" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."profile_type" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.profileType>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."profile_type" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.profileType<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."profile_type" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.profileType~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos(lower(r."profile_type" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.vendorId!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."vendor_id" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."vendor_id" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.vendorId>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."vendor_id" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.vendorId<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."vendor_id" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.vendorId='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."vendor_id" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."vendor_id" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.vendorId>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."vendor_id" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.vendorId<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."vendor_id" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.vendorId~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos(lower(r."vendor_id" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.applicationId!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."application_id" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."application_id" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.applicationId>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."application_id" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.applicationId<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."application_id" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.applicationId='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."application_id" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."application_id" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.applicationId>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."application_id" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.applicationId<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."application_id" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.applicationId~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos(lower(r."application_id" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.description!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."description" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."description" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.description>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."description" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.description<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."description" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.description='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."description" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."description" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.description>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."description" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.description<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."description" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.description~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos(lower(r."description" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.password!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(NULL::text COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(NULL::text COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.password>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(NULL::text COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.password<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(NULL::text COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.password='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(NULL::text COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(NULL::text COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.password>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(NULL::text COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.password<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(NULL::text COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.password~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos(lower(NULL::text COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.credentials.type!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."credential_type" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."credential_type" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.credentials.type>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."credential_type" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.credentials.type<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."credential_type" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.credentials.type='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."credential_type" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."credential_type" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.credentials.type>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."credential_type" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.credentials.type<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."credential_type" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.credentials.type~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos(lower(r."credential_type" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.credentials.username!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."username" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."username" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.credentials.username>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."username" COLLATE "und-x-icu") >= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.credentials.username<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."username" COLLATE "und-x-icu") <= lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.credentials.username='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE lower(r."username" COLLATE "und-x-icu") = lower($4::text COLLATE "und-x-icu")) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."username" COLLATE "und-x-icu") = lower($5::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x"]

-- getAllUsers userProfiles.credentials.username>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."username" COLLATE "und-x-icu") > lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.credentials.username<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND lower(r."username" COLLATE "und-x-icu") < lower($4::text COLLATE "und-x-icu") AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.credentials.username~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos(lower(r."username" COLLATE "und-x-icu"), lower($4::text COLLATE "und-x-icu")) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.profileId!='x'
"users" e WHERE true AND (((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE (r.sourced_id = $4 AND (CASE WHEN r.sourced_id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r.sourced_id) = $5::text)) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND (r.sourced_id = $6 AND (CASE WHEN r.sourced_id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r.sourced_id) = $7::text) AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) IS NOT TRUE) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x","x","x"]

-- getAllUsers userProfiles.profileId>='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND (CASE WHEN r.sourced_id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r.sourced_id) COLLATE "C" >= $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.profileId<='x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND (CASE WHEN r.sourced_id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r.sourced_id) COLLATE "C" <= $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.profileId='x'
"users" e WHERE true AND ((e.sourced_id IN (SELECT r."user_sourced_id" FROM "user_profiles" r WHERE (r.sourced_id = $4 AND (CASE WHEN r.sourced_id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r.sourced_id) = $5::text)) AND EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND (r.sourced_id = $6 AND (CASE WHEN r.sourced_id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r.sourced_id) = $7::text) AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id))))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x","x","x","x"]

-- getAllUsers userProfiles.profileId>'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND (CASE WHEN r.sourced_id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r.sourced_id) COLLATE "C" > $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.profileId<'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND (CASE WHEN r.sourced_id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r.sourced_id) COLLATE "C" < $4::text AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]

-- getAllUsers userProfiles.profileId~'x'
"users" e WHERE true AND (EXISTS (SELECT FROM "user_profiles" r WHERE r."user_sourced_id" = e.sourced_id AND strpos((CASE WHEN r.sourced_id ~* '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' THEN 'urn:uuid:' ELSE 'urn:oneroster:userProfile:' END || r.sourced_id), $4::text) > 0 AND (r.status = 'active' OR (e.status = 'tobedeleted' AND r.publication_id = e.publication_id)))) ORDER BY e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","x"]
