interface Texts {
  ja: string;
  en: string;
}
interface CauseView {
  rank: number;
  file: string;
  column: string;
  code: string;
  level: string;
  message: Texts;
  expected: Texts;
  rule: Texts | null;
  weight: number;
  byFile: Record<string, number>;
  examples: { file: string; line: number; column: string; message: Texts }[];
}
interface Counts {
  errors: number;
  warnings: number;
}
/** A report as `GET /csv/import/{id}/report` shows it, as far as tests look at it. */
export interface ReportView {
  state: string;
  summary: Texts;
  profile: { id: string; title: Texts } | null;
  figures: Counts & {
    byRule: Record<string, Counts>;
    byFile: Record<string, Counts & { rows: number; rejectedRows: number }>;
    bySchool: (Counts & { sourcedId: string; name: string; rows: number })[];
    causes: { total: number; errors: number; kept: number };
  };
  causes: CauseView[];
  next: number | null;
}
