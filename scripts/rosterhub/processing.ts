import { parseConfig } from '../../src/config.ts';
import { recordBefore } from '../../src/services/audit/record-action.ts';
import { configuredMeasures } from '../../src/services/processing/measures.ts';
import { processingCsv } from '../../src/services/processing/processing-csv.ts';
import { readProcessing } from '../../src/services/processing/read-processing.ts';
import { type Commands, commandOrigin } from './command.ts';

/** What is done with personal data. */
export const processingCommands: Commands = {
  ropa: {
    options: [],
    flags: ['json'],
    takesId: false,
    parse:
      (_options, _id, { flags }) =>
      async (store, keys) => {
        const config = parseConfig(process.env);
        const measures = configuredMeasures({ ...config, publicUrl: config.publicUrl ?? '' });
        const ctx = { ...config, store, keys, measures, origin: commandOrigin() };
        await recordBefore(ctx, { action: 'processing.read', entity: 'hub' });
        const record = await readProcessing(ctx, new Date());
        const text = flags.has('json') ? `${JSON.stringify(record, null, 2)}\n` : processingCsv(record);
        process.stdout.write(text);
      },
  },
};
