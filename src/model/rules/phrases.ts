// What several files ask for, in Japanese and English.

export const notBlank = ['必ず値を入れる', 'Not blank'] as const;
export const grades = [
  '学年コード（P1～P6、J1～J3、H1～H3、E1～E3）',
  'Grade codes: P1-P6, J1-J3, H1-H3, E1-E3',
] as const;
export const noHalfWidth = ['カナは全角で', 'No half-width kana'] as const;
export const flagOrBlank = ['true か false（小文字）、または空欄', 'true, false or blank'] as const;
