import { userRole } from '../vocabulary.ts';
import type { Profile } from './profile.ts';

/** 1EdTech OneRoster 1.2 CSV Binding: Japan K-12/Schools Profile, final release 1.0 (March 2026). */
export const japan: Profile = {
  id: 'japan-1.0',
  title: { ja: '日本プロファイル 1.0（最終版）', en: 'Japan K-12/Schools Profile 1.0 (final)' },
  versions: ['1.2_JP'],
  toleratedVersions: [],
  headers: 'japan',
  requiredFiles: ['academicSessions', 'classes', 'courses', 'enrollments', 'orgs', 'roles', 'users'],
  terms: {
    'academicSessions.type': { accepted: ['schoolYear'], extensions: false },
    'classes.classType': { accepted: ['homeroom', 'scheduled'], extensions: false },
    'demographics.sex': { accepted: ['male', 'female', 'unspecified', 'other'], extensions: false },
    // The sources disagree on proctor and guardian (profile §2.6), so both pass with a warning.
    'enrollments.role': {
      accepted: ['student', 'teacher', 'administrator'],
      tolerated: ['proctor', 'guardian'],
      extensions: false,
    },
    'orgs.type': { accepted: ['district', 'school'], extensions: false },
    'roles.role': { accepted: userRole.terms, extensions: false, extensionRule: 'JP-RO-007' },
  },
};

const older = { versions: ['1.2'], toleratedVersions: ['1.2.1'] } as const;

/** OneRoster Japan Profile v.1.2.1 (11 January 2024). */
export const japan121: Profile = {
  ...japan,
  ...older,
  id: 'japan-1.2.1',
  title: { ja: '日本プロファイル v.1.2.1', en: 'OneRoster Japan Profile v.1.2.1' },
  headers: 'japan-1.2.1',
};

/** OneRoster Japan Profile, second edition, rev2 (7 December 2022). */
export const japanRev2: Profile = {
  ...japan,
  ...older,
  id: 'japan-2-rev2',
  title: { ja: '日本プロファイル 第 2 版（rev2）', en: 'OneRoster Japan Profile, 2nd edition (rev2)' },
  headers: 'japan-rev2',
};
