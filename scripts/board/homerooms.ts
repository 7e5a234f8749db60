import { gradeLabel, type SchoolType } from './school-types.ts';

/** A homeroom before its classes are made, with the number of pupils of each of its grades. */
export interface Room {
  readonly key: string;
  readonly title: string;
  readonly grades: readonly string[];
  readonly special: boolean;
  /** Pupils by grade, in the order of `grades`. */
  readonly counts: readonly number[];
}

/** Where a pupil sits: the place of the homeroom, and the 出席番号 in it. */
export interface Seat {
  readonly grade: string;
  readonly homeroom: number;
  readonly number: number;
}

// Two grades with sixteen pupils between them share a class (複式学級); the standard of the 義務標準法.
const sharedMax = 16;
const specialNames = ['ひまわり', 'たんぽぽ', 'すみれ', 'あおぞら'];

/**
 * The homerooms of a school: by grade, shared by two grades where there are few pupils, shared by all in a tiny school,
 * and `specials` homerooms for special needs with pupils of several grades. Every grade is in some homeroom.
 */
export function makeHomerooms(
  type: SchoolType,
  pupils: number,
  specials: number,
  specialSize: number,
): readonly Room[] {
  const { grades } = type;
  const counts = grades.map(
    (_, index) => Math.floor(pupils / grades.length) + (index < pupils % grades.length ? 1 : 0),
  );
  const most = counts[0] ?? 0;
  const drafts = sharedGroups(grades.length, most, pupils, type).flatMap(
    (group): readonly Omit<Room, 'key'>[] => {
      const groupGrades = group.map((index) => grades[index] ?? '');
      const groupCounts = group.map((index) => counts[index] ?? 0);
      const sum = groupCounts.reduce((total, count) => total + count, 0);
      const rooms = group.length > 1 ? 1 : Math.max(1, Math.ceil(sum / type.homeroomMax));
      return Array.from({ length: rooms }, (_, room) => ({
        title: `${groupLabel(type, groupGrades)}${room + 1}組`,
        grades: groupGrades,
        special: type.type === 'E1',
        counts: groupCounts.map((count) => Math.floor(count / rooms) + (room < count % rooms ? 1 : 0)),
      }));
    },
  );
  const special = Array.from({ length: specials }, (_, index) => specialRoom(type, index, specialSize));
  return [...drafts, ...special].map((room, index) => ({
    ...room,
    key: `h${String(index + 1).padStart(3, '0')}`,
  }));
}

/** The pupils' seats, homeroom by homeroom; the 出席番号 runs from 1 in each. */
export function seatStudents(rooms: readonly Room[]): readonly Seat[] {
  return rooms.flatMap((room, homeroom) => {
    const grades = room.grades.flatMap((grade, index) =>
      Array.from({ length: room.counts[index] ?? 0 }, () => grade),
    );
    return grades.map((grade, index) => ({ grade, homeroom, number: index + 1 }));
  });
}

/** Groups of grade places that share homerooms. */
function sharedGroups(
  grades: number,
  most: number,
  pupils: number,
  type: SchoolType,
): readonly (readonly number[])[] {
  const places = Array.from({ length: grades }, (_, index) => index);
  if (pupils < grades * 2) return [places];
  const sharing = most * 2 <= Math.min(sharedMax, type.homeroomMax);
  if (!sharing) return places.map((place) => [place]);
  return places
    .filter((place) => place % 2 === 0)
    .map((place) => (place + 1 < grades ? [place, place + 1] : [place]));
}

/** ['P1', 'P2'] -> `1・2年` */
function groupLabel(type: SchoolType, grades: readonly string[]): string {
  const labels = grades.map((grade) => gradeLabel(type.type, grade));
  const [first = ''] = labels;
  if (labels.length === 1) return first;
  if (labels.length > 2) return '全学年';
  return `${first.replace(/年$/, '')}・${labels[1] ?? ''}`;
}

function specialRoom(type: SchoolType, index: number, size: number): Omit<Room, 'key'> {
  const places = Array.from({ length: size }, (_, pupil) => (index * 2 + pupil) % type.grades.length);
  const used = [...new Set(places)].sort((left, right) => left - right);
  const round = Math.floor(index / specialNames.length) + 1;
  return {
    title: `${specialNames[index % specialNames.length] ?? ''}${round}組`,
    grades: used.map((place) => type.grades[place] ?? ''),
    special: true,
    counts: used.map((place) => places.filter((other) => other === place).length),
  };
}
