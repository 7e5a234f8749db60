import { parseConfig } from '../../src/config.ts';
import { recordBefore } from '../../src/services/audit/record-action.ts';
import { personCsv } from '../../src/services/persons/person-csv.ts';
import { readPerson } from '../../src/services/persons/read-person.ts';
import { type Commands, commandOrigin } from './command.ts';

/** What is held on people. */
export const heldCommands: Commands = {
  'persons show': {
    options: [],
    flags: ['json'],
    takesId: true,
    parse:
      (_options, sourcedId, { flags }) =>
      async (store, keys) => {
        const ctx = { ...parseConfig(process.env), store, keys, origin: commandOrigin() };
        const report = await readPerson(ctx, sourcedId);
        const named = [{ entity: 'users', sourcedId }];
        await recordBefore(ctx, { action: 'person.read', entity: 'users', named, count: 1 });
        const text = flags.has('json') ? `${JSON.stringify(report, null, 2)}\n` : personCsv(report);
        process.stdout.write(text);
      },
  },
};
