import { cellFaults } from './cell-faults.ts';
import type { Fault } from './fault.ts';
import { manifestFaults } from './manifest-faults.ts';
import { officeFaults } from './office-faults.ts';
import { ruleFaults } from './rule-faults.ts';
import { textFaults } from './text-faults.ts';
import { zipFaults } from './zip-faults.ts';

const rows = {
  ...zipFaults,
  ...textFaults,
  ...manifestFaults,
  ...cellFaults,
  ...ruleFaults,
  ...officeFaults,
} as const satisfies Record<string, Fault>;

export type FaultKind = keyof typeof rows;
export const faults: Readonly<Record<FaultKind, Fault>> = rows;
