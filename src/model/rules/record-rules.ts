import { courseRules } from './course-rules.ts';
import { personRules } from './person-rules.ts';
import type { Rule } from './rule.ts';

/** Rules of each data file, in the order of the files. */
export const recordRules: readonly Rule[] = [...courseRules, ...personRules];
