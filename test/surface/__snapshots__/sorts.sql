-- getAllAcademicSessions sort=sourcedId&orderBy=desc
"academic_sessions" e WHERE true ORDER BY e.sourced_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions sort=status&orderBy=desc
"academic_sessions" e WHERE true ORDER BY e.status COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions sort=dateLastModified&orderBy=desc
"academic_sessions" e WHERE true ORDER BY e.publication_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions sort=metadata.a.b&orderBy=desc
"academic_sessions" e WHERE true ORDER BY (e.metadata #>> '{a,b}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions sort=title&orderBy=desc
"academic_sessions" e WHERE true ORDER BY e."title" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions sort=type&orderBy=desc
"academic_sessions" e WHERE true ORDER BY e."type" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions sort=startDate&orderBy=desc
"academic_sessions" e WHERE true ORDER BY e."start_date" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions sort=endDate&orderBy=desc
"academic_sessions" e WHERE true ORDER BY e."end_date" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions sort=parent.sourcedId&orderBy=desc
"academic_sessions" e WHERE true ORDER BY e."parent_sourced_id" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllAcademicSessions sort=schoolYear&orderBy=desc
"academic_sessions" e WHERE true ORDER BY e."school_year" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=sourcedId&orderBy=desc
"classes" e WHERE true ORDER BY e.sourced_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=status&orderBy=desc
"classes" e WHERE true ORDER BY e.status COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=dateLastModified&orderBy=desc
"classes" e WHERE true ORDER BY e.publication_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=metadata.a.b&orderBy=desc
"classes" e WHERE true ORDER BY (e.metadata #>> '{a,b}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=title&orderBy=desc
"classes" e WHERE true ORDER BY e."title" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=grades&orderBy=desc
"classes" e WHERE true ORDER BY e."grades" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=course.sourcedId&orderBy=desc
"classes" e WHERE true ORDER BY e."course_sourced_id" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=classCode&orderBy=desc
"classes" e WHERE true ORDER BY e."class_code" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=classType&orderBy=desc
"classes" e WHERE true ORDER BY e."class_type" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=location&orderBy=desc
"classes" e WHERE true ORDER BY e."location" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=school.sourcedId&orderBy=desc
"classes" e WHERE true ORDER BY e."school_sourced_id" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=terms.sourcedId&orderBy=desc
"classes" e WHERE true ORDER BY e."term_sourced_ids" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=subjects&orderBy=desc
"classes" e WHERE true ORDER BY e."subjects" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=subjectCodes&orderBy=desc
"classes" e WHERE true ORDER BY e."subject_codes" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=periods&orderBy=desc
"classes" e WHERE true ORDER BY e."periods" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllClasses sort=metadata.jp.specialNeeds&orderBy=desc
"classes" e WHERE true ORDER BY (e.metadata #>> '{jp,specialNeeds}')::boolean DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/courses/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/"]

-- getAllCourses sort=sourcedId&orderBy=desc
"courses" e WHERE true ORDER BY e.sourced_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses sort=status&orderBy=desc
"courses" e WHERE true ORDER BY e.status COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses sort=dateLastModified&orderBy=desc
"courses" e WHERE true ORDER BY e.publication_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses sort=metadata.a.b&orderBy=desc
"courses" e WHERE true ORDER BY (e.metadata #>> '{a,b}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses sort=schoolYear.sourcedId&orderBy=desc
"courses" e WHERE true ORDER BY e."school_year_sourced_id" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses sort=title&orderBy=desc
"courses" e WHERE true ORDER BY e."title" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses sort=courseCode&orderBy=desc
"courses" e WHERE true ORDER BY e."course_code" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses sort=grades&orderBy=desc
"courses" e WHERE true ORDER BY e."grades" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses sort=org.sourcedId&orderBy=desc
"courses" e WHERE true ORDER BY e."org_sourced_id" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses sort=subjects&orderBy=desc
"courses" e WHERE true ORDER BY e."subjects" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllCourses sort=subjectCodes&orderBy=desc
"courses" e WHERE true ORDER BY e."subject_codes" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/academicSessions/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllDemographics sort=sourcedId&orderBy=desc
"demographics" e WHERE true ORDER BY e.sourced_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=status&orderBy=desc
"demographics" e WHERE true ORDER BY e.status COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=dateLastModified&orderBy=desc
"demographics" e WHERE true ORDER BY e.publication_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=metadata.a.b&orderBy=desc
"demographics" e WHERE true ORDER BY (e.metadata #>> '{a,b}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=birthDate&orderBy=desc
"demographics" e WHERE true ORDER BY e."birth_date" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=sex&orderBy=desc
"demographics" e WHERE true ORDER BY e."sex" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=americanIndianOrAlaskaNative&orderBy=desc
"demographics" e WHERE true ORDER BY e."american_indian_or_alaska_native" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=asian&orderBy=desc
"demographics" e WHERE true ORDER BY e."asian" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=blackOrAfricanAmerican&orderBy=desc
"demographics" e WHERE true ORDER BY e."black_or_african_american" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=nativeHawaiianOrOtherPacificIslander&orderBy=desc
"demographics" e WHERE true ORDER BY e."native_hawaiian_or_other_pacific_islander" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=white&orderBy=desc
"demographics" e WHERE true ORDER BY e."white" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=demographicRaceTwoOrMoreRaces&orderBy=desc
"demographics" e WHERE true ORDER BY e."demographic_race_two_or_more_races" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=hispanicOrLatinoEthnicity&orderBy=desc
"demographics" e WHERE true ORDER BY e."hispanic_or_latino_ethnicity" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=countryOfBirthCode&orderBy=desc
"demographics" e WHERE true ORDER BY e."country_of_birth_code" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=stateOfBirthAbbreviation&orderBy=desc
"demographics" e WHERE true ORDER BY e."state_of_birth_abbreviation" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=cityOfBirth&orderBy=desc
"demographics" e WHERE true ORDER BY e."city_of_birth" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllDemographics sort=publicSchoolResidenceStatus&orderBy=desc
"demographics" e WHERE true ORDER BY e."public_school_residence_status" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- []

-- getAllEnrollments sort=sourcedId&orderBy=desc
"enrollments" e WHERE true ORDER BY e.sourced_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=status&orderBy=desc
"enrollments" e WHERE true ORDER BY e.status COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=dateLastModified&orderBy=desc
"enrollments" e WHERE true ORDER BY e.publication_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=metadata.a.b&orderBy=desc
"enrollments" e WHERE true ORDER BY (e.metadata #>> '{a,b}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=class.sourcedId&orderBy=desc
"enrollments" e WHERE true ORDER BY e."class_sourced_id" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=school.sourcedId&orderBy=desc
"enrollments" e WHERE true ORDER BY e."school_sourced_id" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=user.sourcedId&orderBy=desc
"enrollments" e WHERE true ORDER BY e."user_sourced_id" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=role&orderBy=desc
"enrollments" e WHERE true ORDER BY e."role" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=primary&orderBy=desc
"enrollments" e WHERE true ORDER BY e."primary" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=beginDate&orderBy=desc
"enrollments" e WHERE true ORDER BY e."begin_date" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=endDate&orderBy=desc
"enrollments" e WHERE true ORDER BY e."end_date" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=metadata.jp.shussekiNo&orderBy=desc
"enrollments" e WHERE true ORDER BY (e.metadata #>> '{jp,shussekiNo}')::integer DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllEnrollments sort=metadata.jp.publicFlg&orderBy=desc
"enrollments" e WHERE true ORDER BY (e.metadata #>> '{jp,publicFlg}')::boolean DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/classes/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/users/"]

-- getAllOrgs sort=sourcedId&orderBy=desc
"orgs" e WHERE true ORDER BY e.sourced_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs sort=status&orderBy=desc
"orgs" e WHERE true ORDER BY e.status COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs sort=dateLastModified&orderBy=desc
"orgs" e WHERE true ORDER BY e.publication_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs sort=metadata.a.b&orderBy=desc
"orgs" e WHERE true ORDER BY (e.metadata #>> '{a,b}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs sort=name&orderBy=desc
"orgs" e WHERE true ORDER BY e."name" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs sort=type&orderBy=desc
"orgs" e WHERE true ORDER BY e."type" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs sort=identifier&orderBy=desc
"orgs" e WHERE true ORDER BY e."identifier" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllOrgs sort=parent.sourcedId&orderBy=desc
"orgs" e WHERE true ORDER BY e."parent_sourced_id" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=sourcedId&orderBy=desc
"users" e WHERE true ORDER BY e.sourced_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=status&orderBy=desc
"users" e WHERE true ORDER BY e.status COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=dateLastModified&orderBy=desc
"users" e WHERE true ORDER BY e.publication_id DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=metadata.a.b&orderBy=desc
"users" e WHERE true ORDER BY (e.metadata #>> '{a,b}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=enabledUser&orderBy=desc
"users" e WHERE true ORDER BY e."enabled_user" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=username&orderBy=desc
"users" e WHERE true ORDER BY e."username" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=givenName&orderBy=desc
"users" e WHERE true ORDER BY e."given_name" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=familyName&orderBy=desc
"users" e WHERE true ORDER BY e."family_name" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=middleName&orderBy=desc
"users" e WHERE true ORDER BY e."middle_name" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=identifier&orderBy=desc
"users" e WHERE true ORDER BY e."identifier" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=email&orderBy=desc
"users" e WHERE true ORDER BY e."email" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=sms&orderBy=desc
"users" e WHERE true ORDER BY e."sms" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=phone&orderBy=desc
"users" e WHERE true ORDER BY e."phone" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=agents.sourcedId&orderBy=desc
"users" e WHERE true ORDER BY e."agent_sourced_ids" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=grades&orderBy=desc
"users" e WHERE true ORDER BY e."grades" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=userMasterIdentifier&orderBy=desc
"users" e WHERE true ORDER BY e."user_master_identifier" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=preferredFirstName&orderBy=desc
"users" e WHERE true ORDER BY e."preferred_given_name" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=preferredMiddleName&orderBy=desc
"users" e WHERE true ORDER BY e."preferred_middle_name" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=preferredLastName&orderBy=desc
"users" e WHERE true ORDER BY e."preferred_family_name" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=primaryOrg.sourcedId&orderBy=desc
"users" e WHERE true ORDER BY e."primary_org_sourced_id" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=pronouns&orderBy=desc
"users" e WHERE true ORDER BY e."pronouns" COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=metadata.jp.kanaGivenName&orderBy=desc
"users" e WHERE true ORDER BY (e.metadata #>> '{jp,kanaGivenName}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=metadata.jp.kanaFamilyName&orderBy=desc
"users" e WHERE true ORDER BY (e.metadata #>> '{jp,kanaFamilyName}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=metadata.jp.kanaMiddleName&orderBy=desc
"users" e WHERE true ORDER BY (e.metadata #>> '{jp,kanaMiddleName}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=metadata.jp.homeClass.sourcedId&orderBy=desc
"users" e WHERE true ORDER BY (e.metadata #>> '{jp,homeClass,sourcedId}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=metadata.jp.kanaPreferredFamilyName&orderBy=desc
"users" e WHERE true ORDER BY (e.metadata #>> '{jp,kanaPreferredFamilyName}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=metadata.jp.kanaPreferredGivenName&orderBy=desc
"users" e WHERE true ORDER BY (e.metadata #>> '{jp,kanaPreferredGivenName}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]

-- getAllUsers sort=metadata.jp.kanaPreferredMiddleName&orderBy=desc
"users" e WHERE true ORDER BY (e.metadata #>> '{jp,kanaPreferredMiddleName}') COLLATE "und-x-icu" DESC NULLS LAST, e.sourced_id LIMIT 101;
-- ["https://hub.example.jp/ims/oneroster/rostering/v1p2/users/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/","https://hub.example.jp/ims/oneroster/rostering/v1p2/orgs/"]
