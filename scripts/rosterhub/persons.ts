import { erasePerson, type PersonInput } from '../../src/services/persons/erase-person.ts';
import { getErasure, getErasures, releaseErasure } from '../../src/services/persons/read-erasures.ts';
import {
  getRestrictions,
  liftRestriction,
  restrictPerson,
} from '../../src/services/persons/restrict-person.ts';
import type { ErasureRecord } from '../../src/store/erasures.ts';
import { type Commands, commandOrigin, type Options, printRow, type Run, UsageError } from './command.ts';

const all = { limit: 1_000_000, offset: 0 };

/** `--reason` and whom it is about. */
function inputOf({ reason }: Options, sourcedId: string): PersonInput {
  if (reason === undefined || reason.trim() === '') throw new UsageError('--reason: 理由 / why');
  return { sourcedId, reason };
}

function printErasure({ id, state, source, erasedAt, publicationId, reason }: ErasureRecord): void {
  printRow(id, state, source, String(publicationId), erasedAt.toISOString(), reason);
}

/** A command that does something with somebody, or something, and says why. */
const act = (
  run: (ctx: Parameters<typeof erasePerson>[0], input: PersonInput) => Promise<void>,
): Commands[string] => ({
  options: ['reason'],
  takesId: true,
  parse(options, id): Run {
    const input = inputOf(options, id);
    return (store, keys) => run({ store, keys, origin: commandOrigin() }, input);
  },
});

/** Erasing and restricting people. A hub that runs goes on with what takes long. */
export const personCommands: Commands = {
  'persons erase': act(async (ctx, input) => {
    const erased = await erasePerson(ctx, input);
    printErasure(erased);
    for (const { name, contact, lastRead } of erased.recipients) printRow(name, contact, lastRead ?? '-');
  }),
  'persons restrict': act(async (ctx, input) => {
    await restrictPerson(ctx, input);
  }),
  'persons lift': act(async (ctx, input) => {
    await liftRestriction(ctx, input);
  }),
  'persons release': act(async (ctx, { sourcedId: id, reason }) => {
    printErasure(await releaseErasure(ctx, id, reason));
  }),
  'persons restricted': {
    options: [],
    takesId: false,
    parse: () => async (store) => {
      const { restrictions } = await getRestrictions({ store }, all);
      for (const { sourcedId, source, restrictedAt, reason } of restrictions.filter(
        (one) => one.liftedAt === null,
      )) {
        printRow(sourcedId, source, restrictedAt.toISOString(), reason);
      }
    },
  },
  'persons erased': {
    options: [],
    takesId: false,
    parse: () => async (store) => {
      const { erasures } = await getErasures({ store }, all);
      for (const erasure of erasures) printErasure(erasure);
    },
  },
  'persons erasure': {
    options: [],
    takesId: true,
    parse: (_options, id) => async (store) => {
      const erasure = await getErasure({ store }, id);
      printErasure(erasure);
      for (const { name, contact, lastRead } of erasure.recipients) printRow(name, contact, lastRead ?? '-');
    },
  },
};
