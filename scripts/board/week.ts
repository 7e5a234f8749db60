import { type Board, boardDate } from './plan.ts';
import { draw, drawBelow } from './random.ts';
import type { Guardian, Homeroom, School, SchoolClass, Student, Teacher } from './school.ts';
import { exploration } from './school-types.ts';

type Fate = 'stays' | 'changesHomeroom' | 'changesSchool' | 'leaves' | 'isRenamed';

// Schools that open a new class in a changed week, per share of people affected; the first school always does.
const newClassFactor = 5;
// Arrivals per student, per share of people affected; as many as leave.
const arrivalFactor = 0.2;

/**
 * The school one week later: pupils change homeroom or school, come, leave and get other names; staff leaves and is
 * replaced; teachers swap classes; a class opens. A function of the seed and the share of people affected alone.
 * `previous` is the neighbour in its first week, from which pupils move in.
 */
export function nextWeek(board: Board, school: School, previous: School): School {
  const stayed = school.students.filter(
    (student) => !['changesSchool', 'leaves'].includes(fateOf(board, school, student)),
  );
  const moved = previous.students.filter((student) => fateOf(board, previous, student) === 'changesSchool');
  const seats = new Seats(school);
  const since = boardDate(board);
  const settled = stayed.map((student): Student => {
    const fate = fateOf(board, school, student);
    if (fate === 'isRenamed') return { ...student, renamed: true };
    if (fate !== 'changesHomeroom') return student;
    return { ...student, ...seats.take(otherHomeroom(school, student)), since };
  });
  const arrived = [...moved, ...newcomers(board, school)].map((student): Student => {
    const homeroom = school.homerooms.findIndex(
      (room) => room.special === allSpecial(school) && room.grades.includes(student.grade),
    );
    return { ...student, ...seats.take(Math.max(homeroom, 0)), since };
  });
  return {
    ...school,
    homerooms: school.homerooms.map((room, index) => nextHomeroom(board, school, room, index)),
    courses: opensClass(board, school) ? [...school.courses, exploration] : school.courses,
    staff: school.staff.map((teacher) => nextTeacher(board, teacher)),
    students: [...settled, ...arrived],
    guardians: [...guardiansOf(board, school, stayed), ...guardiansOf(board, previous, moved)],
  };
}

/** Hands out the numbers after the last one of each homeroom. */
class Seats {
  readonly #last: number[];

  constructor(school: School) {
    this.#last = school.homerooms.map(() => 0);
    for (const { homeroom, number } of school.students) {
      this.#last[homeroom] = Math.max(this.#last[homeroom] ?? 0, number);
    }
  }

  take(homeroom: number): { homeroom: number; number: number } {
    const number = (this.#last[homeroom] ?? 0) + 1;
    this.#last[homeroom] = number;
    return { homeroom, number };
  }
}

function isAffected(board: Board, key: string): boolean {
  return draw(board.seed, `week/${key}`) < board.change;
}

/** Brothers and sisters stay at one school, and pupils of a special-needs class in it: they are renamed instead. */
function fateOf(board: Board, school: School, student: Student): Fate {
  if (!isAffected(board, student.key)) return 'stays';
  const kind = draw(board.seed, `fate/${student.key}`);
  if (kind < 0.3)
    return otherHomeroom(school, student) === student.homeroom ? 'isRenamed' : 'changesHomeroom';
  if (kind < 0.5) return isTied(school, student) ? 'isRenamed' : 'changesSchool';
  return kind < 0.7 ? 'leaves' : 'isRenamed';
}

function isTied(school: School, student: Student): boolean {
  const { index, next } = school.plan;
  return (
    index === next || student.hasSibling || school.homerooms[student.homeroom]?.special !== allSpecial(school)
  );
}

/** True for a 特別支援学校, whose homerooms are all for special needs. */
function allSpecial(school: School): boolean {
  return school.plan.type.type === 'E1';
}

/** The next homeroom of the same grade and kind, or the pupil's own where there is none. */
function otherHomeroom(school: School, student: Student): number {
  const own = school.homerooms[student.homeroom];
  const count = school.homerooms.length;
  for (let step = 1; step < count; step += 1) {
    const place = (student.homeroom + step) % count;
    const room = school.homerooms[place];
    if (room?.special === own?.special && room?.grades.includes(student.grade)) return place;
  }
  return student.homeroom;
}

function newcomers(board: Board, school: School): readonly Student[] {
  const { key } = school.plan;
  const arrivals = school.students.filter(
    (student) => draw(board.seed, `arrival/${student.key}`) < board.change * arrivalFactor,
  );
  return arrivals.map((twin, index): Student => {
    const own = `${key}-n${String(index + 1).padStart(4, '0')}`;
    const { grade, homeroom } = twin;
    return {
      key: own,
      family: own,
      grade,
      homeroom,
      number: 0,
      guardians: [],
      hasSibling: false,
      renamed: false,
    };
  });
}

/** The guardians of these pupils of the school; a guardian stays while one of the children does. */
function guardiansOf(board: Board, school: School, students: readonly Student[]): readonly Guardian[] {
  const wanted = new Set(students.flatMap((student) => student.guardians));
  return school.guardians
    .filter((guardian) => wanted.has(guardian.key))
    .map((guardian) => (isAffected(board, guardian.key) ? { ...guardian, phoneChanged: true } : guardian));
}

/** Half of the affected teachers get another family name, half are replaced by a new person in the same place. */
function nextTeacher(board: Board, teacher: Teacher): Teacher {
  if (!isAffected(board, teacher.key)) return teacher;
  if (draw(board.seed, `fate/${teacher.key}`) < 0.5) return { ...teacher, renamed: true };
  return { ...teacher, key: teacher.key.replace('-t', '-r') };
}

function opensClass(board: Board, school: School): boolean {
  const { index, key } = school.plan;
  return index === 0 || draw(board.seed, `opens/${key}`) < board.change * newClassFactor;
}

function nextHomeroom(board: Board, school: School, room: Homeroom, index: number): Homeroom {
  const classes = room.classes.map((one) =>
    isAffected(board, one.key) ? withOtherTeacher(board, school, one) : one,
  );
  const home = room.classes[0];
  if (index !== 0 || home === undefined || !opensClass(board, school)) return { ...room, classes };
  const opened: SchoolClass = {
    ...home,
    key: `${home.key}-${exploration.key}`,
    title: `${room.title} ${exploration.name}`,
    subject: exploration,
    courseKey: `${school.plan.key}-${exploration.key}`,
    teachers: home.teachers.slice(0, 1),
  };
  return { ...room, classes: [...classes, opened] };
}

function withOtherTeacher(board: Board, school: School, one: SchoolClass): SchoolClass {
  const free = school.staff.map((_, place) => place).filter((place) => !one.teachers.includes(place));
  const chosen = free[drawBelow(board.seed, `teacher/${one.key}`, free.length)];
  return chosen === undefined ? one : { ...one, teachers: [chosen, ...one.teachers.slice(1)] };
}
