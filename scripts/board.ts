import { boardHelp, parseBoardCommand } from './board/command.ts';
import { type BoardOptions, writeBoard } from './board/write-board.ts';

const command = parseBoardCommand(process.argv.slice(2));
if (command.kind === 'help') {
  console.log(boardHelp);
} else if (command.kind === 'fault') {
  console.error(command.text);
  process.exitCode = 2;
} else {
  try {
    await write(command.options, command.out);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    console.error(`書き出せませんでした / could not write ${command.out}: ${reason}`);
    process.exitCode = 1;
  }
}

async function write(options: BoardOptions, out: string): Promise<void> {
  const started = performance.now();
  const summary = await writeBoard(options, out);
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  for (const [file, count] of Object.entries(summary.rows)) {
    console.log(`${file.padEnd(22)}${count.toLocaleString('en').padStart(12)}`);
  }
  for (const { file, line, column, rule } of summary.plantedFaults) {
    console.log(`${rule.padEnd(10)} ${file}:${line} ${column}`);
  }
  console.log(`${out}  ${summary.bytes.toLocaleString('en')} bytes  ${seconds} s`);
}
