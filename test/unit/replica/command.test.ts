import { describe, expect, test } from 'vitest';
import { parseReplicaCommand } from '../../../scripts/replica/command.ts';

describe('the command line', () => {
  const env = { ROSTER_URL: 'https://hub.example.jp/', ROSTER_KEY: 'k' };

  test('has defaults, and asks for the scope that demographics need', () => {
    expect(parseReplicaCommand([], env)).toMatchObject({
      kind: 'run',
      options: {
        base: 'https://hub.example.jp',
        file: 'roster.db',
        pageSize: 1_000,
        shrinkMax: 0.2,
        deltaDaysMax: 90,
      },
    });
    const client = { ...env, ROSTER_KEY: '', ROSTER_CLIENT_ID: 'a', ROSTER_CLIENT_SECRET: 'b' };
    expect(parseReplicaCommand(['--collections', 'users,demographics'], client)).toMatchObject({
      options: {
        credentials: {
          tokenUrl: 'https://hub.example.jp/oauth/token',
          scope: expect.stringMatching(
            /scope\/roster\.readonly https.*scope\/roster-demographics\.readonly$/,
          ),
        },
      },
    });
  });

  test('reports every fault', () => {
    const bad = [
      '--every',
      '0',
      '--collections',
      'pupils',
      '--page-size',
      '10001',
      '--shrink',
      '101',
      '--full-after',
      'x',
    ];
    const found = parseReplicaCommand(bad, { ROSTER_URL: 'hub' });
    expect(found).toMatchObject({ kind: 'fault' });
    const text = found.kind === 'fault' ? found.text : '';
    for (const name of [
      'ROSTER_URL',
      'ROSTER_KEY',
      '--every',
      'pupils',
      '--page-size',
      '--shrink',
      '--full-after',
    ]) {
      expect(text).toContain(name);
    }
    expect(parseReplicaCommand(['--nonsense'], env)).toMatchObject({ kind: 'fault' });
  });
});
