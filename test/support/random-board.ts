import { expect } from 'vitest';
import { draw } from '../../scripts/board/random.ts';
import { type BoardOptions, boardBuffer } from '../../scripts/board/write-board.ts';
import { editBundle, type RowEdit } from './bundle-edit.ts';
import type { HubClient } from './hub-client.ts';

/** A board on which more or fewer people have moved, and here and there a role or a profile is edited alone. */
export async function randomBoard(
  seed: number,
  turn: number,
  options: Partial<BoardOptions> = {},
): Promise<Buffer> {
  const chance = (question: string) => draw(seed, `turn ${turn} ${question}`);
  const zip = await boardBuffer({ people: 200, ...options, seed, change: chance('change') * 0.4 });
  const some =
    (file: string, column: string, value: string): RowEdit =>
    (rows) =>
      rows.map((row) =>
        chance(`${file} ${row.sourcedId}`) < 0.05 && row[column] !== undefined
          ? { ...row, [column]: value }
          : row,
      );
  return editBundle(zip, {
    'roles.csv': some('roles', 'endDate', '2027-03-30'),
    'userProfiles.csv': some('userProfiles', 'description', `変更 ${turn}`),
    'courses.csv': some('courses', 'title', `2026年度科目 ${turn}`),
  });
}

/** Publishes so many random boards of one seed, one after the other. */
export async function publishRandomBoards(client: HubClient, seed: number, boards: number): Promise<void> {
  for (let turn = 1; turn <= boards; turn += 1) {
    const ended = await client.importZip(await randomBoard(seed, turn));
    expect(ended, `seed ${seed}, turn ${turn}`).toMatchObject({ state: 'published' });
  }
}

/** A seed that no run has had; it stands in every failure. */
export const newSeed = () => 1 + Math.floor(Math.random() * 1e6);
