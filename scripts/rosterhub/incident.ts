import { recordBefore } from '../../src/services/audit/record-action.ts';
import { breachReport } from '../../src/services/incidents/breach-report.ts';
import { incidentCsvTexts } from '../../src/services/incidents/incident-csv.ts';
import { readIncident } from '../../src/services/incidents/read-incident.ts';
import { summariseIncident } from '../../src/services/incidents/summarise-incident.ts';
import { type Commands, commandOrigin, instantOf, printRow, UsageError } from './command.ts';

/** What a client could and did read. */
export const incidentCommands: Commands = {
  incident: {
    options: ['client', 'from', 'to'],
    flags: ['csv'],
    takesId: false,
    parse(options, _id, { flags }) {
      const { client } = options;
      if (client === undefined) throw new UsageError('--client: ID');
      const input = { client, from: instantOf(options, 'from'), to: instantOf(options, 'to') };
      return async (store, keys) => {
        const ctx = { store, keys, log: store.log, origin: commandOrigin() };
        const incident = await readIncident(ctx, input);
        await recordBefore(ctx, { action: 'incident.read', entity: 'client', object: client });
        if (flags.has('csv')) {
          for await (const text of incidentCsvTexts(ctx, incident)) process.stdout.write(text);
          return;
        }
        const figures = await summariseIncident(ctx, incident);
        for (const { title, text } of breachReport(incident, figures)) {
          process.stdout.write(`■ ${title.ja} / ${title.en}\n${text.ja}\n${text.en}\n\n`);
        }
        for (const { sourcedId, name, read, possible, could } of figures.bySchool) {
          printRow(sourcedId ?? '-', name ?? '-', ...[read, possible, could].map(String));
        }
      };
    },
  },
};
