import type { Profile } from './profile.ts';

/** OneRoster CSV binding 1.2.1 as it stands: the vocabularies of model/vocabulary.ts, any GUID, `ext:` terms. */
export const base: Profile = {
  id: 'base-1.2.1',
  title: { ja: 'OneRoster 1.2.1（日本プロファイルなし）', en: 'OneRoster 1.2.1 (base)' },
  versions: ['1.2'],
  toleratedVersions: ['1.2.1'],
  headers: 'base',
  requiredFiles: [],
  terms: {
    'enrollments.role': {
      accepted: ['administrator', 'proctor', 'student', 'teacher'],
      extensions: true,
    },
  },
};
