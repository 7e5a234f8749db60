import { excerpt, type Issue, issue } from '../model/issue.ts';
import { codeInName } from '../model/zip-name.ts';

/** Judges what the sender calls the zip (JP-F-001, JP-F-005). */
export function checkZipName(name: string): Issue[] {
  const found = excerpt(name);
  if (!/\.zip$/i.test(name)) return [issue('zip_extension', {}, { found })];
  return codeInName(name) === undefined ? [issue('zip_name', {}, { found })] : [];
}
