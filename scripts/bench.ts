import { type BenchOptions, benchHelp, parseBenchCommand } from './bench/command.ts';
import { formatTable } from './bench/report.ts';
import { measuresOf, toResult } from './bench/result.ts';
import { runBench } from './bench/run-bench.ts';

const began = performance.now();
const cleanup = new AsyncDisposableStack();
let cleaning: Promise<void> | undefined;
let interrupted = false;

/** Takes back all that was started, once. */
function clean(): Promise<void> {
  cleaning ??= cleanup.disposeAsync();
  return cleaning;
}

/** Progress goes beside the result. */
function say(text: string): void {
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  process.stderr.write(`${seconds.padStart(5)} s  ${text}\n`);
}

function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? `${error.message} (${error.cause.message})` : error.message;
}

async function bench(options: BenchOptions): Promise<void> {
  const { figures, serverVersion } = await runBench(options, cleanup, say);
  const measures = measuresOf(figures);
  const missed = measures.filter(({ reached }) => reached === false);
  const table = formatTable(figures, measures, serverVersion, options.rounds);
  if (options.json) process.stdout.write(`${JSON.stringify(toResult(figures))}\n`);
  else process.stdout.write(`${table}\n`);
  for (const { name, value, found, target } of missed) {
    process.stderr.write(`目標に届きません / missed: ${name}: ${found || value} (${target})\n`);
  }
  if (options.assert && missed.length > 0) process.exitCode = 1;
}

const endedBy = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    if (interrupted) return;
    interrupted = true;
    say('stopping');
    const end = () => process.exit(endedBy[signal]);
    clean().then(end, end);
  });
}

const command = parseBenchCommand(process.argv.slice(2));
if (command.kind === 'help') {
  process.stdout.write(`${benchHelp}\n`);
} else if (command.kind === 'fault') {
  process.stderr.write(`${command.text}\n`);
  process.exitCode = 2;
} else {
  try {
    await bench(command.options);
  } catch (error) {
    // An interrupted measurement fails in many ways; the signal's handler is about to end the process.
    if (!interrupted) {
      process.stderr.write(`測定できませんでした / the measurement failed: ${describe(error)}\n`);
      process.exitCode = 1;
    }
  } finally {
    await clean();
  }
}
