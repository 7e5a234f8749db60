import { makeHomerooms, type Room, type Seat, seatStudents } from './homerooms.ts';
import type { Board, SchoolPlan } from './plan.ts';
import { draw } from './random.ts';
import { type Subject, subjectsOf } from './school-types.ts';

/** A class as the standard has it: a homeroom (学籍クラス), or one of its subjects (教科クラス). */
export interface SchoolClass {
  readonly key: string;
  readonly title: string;
  readonly grades: readonly string[];
  readonly special: boolean;
  /** Absent in a homeroom. */
  readonly subject?: Subject;
  readonly courseKey: string;
  /** Places in the staff; the first is the primary teacher. */
  readonly teachers: readonly number[];
}

/** A homeroom with the subject classes of its pupils; the homeroom class itself comes first. */
export interface Homeroom {
  readonly title: string;
  readonly grades: readonly string[];
  readonly special: boolean;
  readonly classes: readonly SchoolClass[];
}

export interface Teacher {
  readonly key: string;
  readonly post: 'principal' | 'vicePrincipal' | 'teacher';
  readonly renamed: boolean;
}

export interface Student {
  readonly key: string;
  /** People with the same key have the same family name. */
  readonly family: string;
  readonly grade: string;
  /** Place in the school's homerooms. */
  readonly homeroom: number;
  /** 出席番号 */
  readonly number: number;
  readonly guardians: readonly string[];
  readonly hasSibling: boolean;
  readonly renamed: boolean;
  /** The first day in this homeroom, where it is not the first day of the year. */
  readonly since?: string;
}

export interface Guardian {
  readonly key: string;
  readonly family: string;
  readonly phoneChanged: boolean;
}

/** A school with its people; made anew for each file, so that only one or two are in memory. */
export interface School {
  readonly plan: SchoolPlan;
  readonly homerooms: readonly Homeroom[];
  readonly courses: readonly Subject[];
  readonly staff: readonly Teacher[];
  readonly students: readonly Student[];
  readonly guardians: readonly Guardian[];
}

const studentShare = 0.64;
// With this share passed over, the guardians of a usual school last until its oldest pupils.
const aloneShare = 0.58;
// Room that the staff of a very small school needs beside its pupils.
const staffReserve = 4;
const viceFrom = 3;
const specialFrom = 80;
const specialPer = 250;
const specialSize = 5;

/** The school as it stands in the first week. */
export function makeSchool(board: Board, plan: SchoolPlan): School {
  const { type } = plan;
  const count = Math.min(Math.floor(plan.people * studentShare), plan.people - staffReserve);
  const hasSpecial = ['B1', 'C1', 'C2'].includes(type.type) && count >= specialFrom;
  const specials = hasSpecial ? Math.max(1, Math.round(count / specialPer)) : 0;
  const rooms = makeHomerooms(type, count - specials * specialSize, specials, specialSize);
  const staff = makeStaff(plan, rooms.length, plan.people - count);
  const homerooms = rooms.map((room, index): Homeroom => {
    const classes = makeClasses(plan, room, index, staff);
    return { title: room.title, grades: room.grades, special: room.special, classes };
  });
  const seats = seatStudents(rooms);
  const people = makeFamilies(board, plan, seats, plan.people - count - staff.length);
  return { plan, homerooms, courses: coursesOf(plan), staff, ...people };
}

function makeStaff(plan: SchoolPlan, homerooms: number, most: number): readonly Teacher[] {
  const leaders = homerooms >= viceFrom ? 2 : 1;
  const wanted = leaders + homerooms + Math.ceil(homerooms * plan.type.extraTeachers);
  return Array.from({ length: Math.min(wanted, most) }, (_, index): Teacher => {
    const post = index === 0 ? 'principal' : index === 1 && leaders === 2 ? 'vicePrincipal' : 'teacher';
    return { key: `${plan.key}-t${String(index + 1).padStart(3, '0')}`, post, renamed: false };
  });
}

function makeClasses(
  plan: SchoolPlan,
  room: Room,
  index: number,
  staff: readonly Teacher[],
): readonly SchoolClass[] {
  const leaders = staff.filter((teacher) => teacher.post !== 'teacher').length;
  const pool = Math.max(1, staff.length - leaders);
  const at = (place: number): number => (leaders + (place % pool)) % staff.length;
  const key = `${plan.key}-${room.key}`;
  const { grades, special } = room;
  // Every fourth homeroom has an assistant (副担任) where there is a second teacher.
  const assistant = index % 4 === 0 && pool > 1 ? [at(index + 1)] : [];
  const home: SchoolClass = {
    key,
    title: room.title,
    grades,
    special,
    courseKey: 'homeroom',
    teachers: [at(index), ...assistant],
  };
  const byGrade = grades[0] ?? '';
  const bySubjectTeachers = !byGrade.startsWith('P') && !special;
  const lessons = subjectsOf(byGrade, special).map((subject, place): SchoolClass => {
    const teacher = bySubjectTeachers || place === 4 ? at(index + place + 1) : at(index);
    const courseKey = `${plan.key}-${subject.key}`;
    const title = `${room.title} ${subject.name}`;
    return { key: `${key}-${subject.key}`, title, grades, special, subject, courseKey, teachers: [teacher] };
  });
  return [home, ...lessons];
}

/** Every subject that some grade of the school may be taught. */
function coursesOf(plan: SchoolPlan): readonly Subject[] {
  const found = new Map<string, Subject>();
  for (const grade of plan.type.grades) {
    for (const subject of subjectsOf(grade, false)) found.set(subject.key, subject);
    for (const subject of subjectsOf(grade, true)) found.set(subject.key, subject);
  }
  return [...found.values()];
}

/** Families take one or two guardians each, and some two pupils, until the guardians are used up. */
function makeFamilies(
  board: Board,
  plan: SchoolPlan,
  seats: readonly Seat[],
  guardianCount: number,
): { students: readonly Student[]; guardians: readonly Guardian[] } {
  const keyOf = (index: number): string => `${plan.key}-s${String(index + 1).padStart(4, '0')}`;
  const half = Math.floor(seats.length / 2);
  const familyOf = seats.map((_, index) => keyOf(index));
  const guardiansOf: string[][] = seats.map(() => []);
  const siblings = new Set<number>();
  const guardians: Guardian[] = [];
  const add = (family: number, pupils: readonly number[]): void => {
    const key = `${plan.key}-g${String(guardians.length + 1).padStart(4, '0')}`;
    guardians.push({ key, family: familyOf[family] ?? key, phoneChanged: false });
    for (const pupil of pupils) guardiansOf[pupil]?.push(key);
  };
  for (let step = 0; guardians.length < guardianCount; step += 1) {
    const first = step % seats.length;
    const kind = draw(board.seed, `kin/${keyOf(first)}`);
    const skipped = step < seats.length && draw(board.seed, `alone/${keyOf(first)}`) < aloneShare;
    if (skipped || (siblings.has(first) && first >= half)) continue;
    const second = first + half;
    const paired = siblings.has(first) || (kind < 0.2 && first < half && guardiansOf[second]?.length === 0);
    if (paired) {
      familyOf[second] = keyOf(first);
      siblings.add(first).add(second);
    }
    const pupils = paired ? [first, second] : [first];
    add(first, pupils);
    if (kind > 0.8 && guardians.length < guardianCount) add(first, pupils);
  }
  const students = seats.map(
    (seat, index): Student => ({
      key: keyOf(index),
      family: familyOf[index] ?? keyOf(index),
      ...seat,
      guardians: guardiansOf[index] ?? [],
      hasSibling: siblings.has(index),
      renamed: false,
    }),
  );
  return { students, guardians };
}
