import { RosterError } from '../../src/errors.ts';
import { conflictPolicies, errorPolicies } from '../../src/model/import-settings.ts';
import type { Pause } from '../../src/model/pause.ts';
import { profiles } from '../../src/model/profiles/index.ts';
import { type RuleLevel, ruleLevels } from '../../src/model/rules/rule.ts';
import { strictnesses } from '../../src/model/strictness.ts';
import {
  checkPauses,
  checkRules,
  checkSourceName,
  setSource,
} from '../../src/services/sources/set-source.ts';
import { findSource, listSources, type SettingsChange, type Source } from '../../src/store/sources.ts';
import { type Commands, commandOrigin, type Options, printRow, termOf, UsageError } from './command.ts';

const pageSize = 1_000;

/** `JP-M-010=error`; `=default` goes back to what the profile says. */
function rulesOf(texts: readonly string[]): Record<string, RuleLevel | null> {
  const entries = texts.map((text): [string, RuleLevel | null] => {
    const [id = '', word] = text.split('=');
    const level = ruleLevels.find((candidate) => candidate === word);
    if (level !== undefined) return [id, level];
    if (word === 'default') return [id, null];
    throw new UsageError(`--rule: JP-…=${[...ruleLevels, 'default'].join('|')}`);
  });
  return Object.fromEntries(entries);
}

/** `2026-03-25..2026-04-05,2026-08-01..` -> two pauses, the second without an end; `none` -> no pause. */
function pausesOf(text: string): Pause[] {
  if (text === 'none') return [];
  return text.split(',').map((part) => {
    const [from = '', until, ...more] = part.split('..');
    if (until === undefined || more.length > 0) {
      throw new UsageError('--pauses: YYYY-MM-DD..YYYY-MM-DD,YYYY-MM-DD.. | none');
    }
    return until === '' ? { from } : { from, until };
  });
}

const pauseText = ({ from, until = '' }: Pause) => `${from}..${until}`;

function changeOf(options: Options, rules: readonly string[]): SettingsChange {
  const profile = termOf(options, 'profile', [...profiles.map(({ id }) => id), 'auto']);
  const interoperability = termOf(options, 'interoperability', ['on', 'off']);
  const strictness = termOf(options, 'strictness', strictnesses);
  const onError = termOf(options, 'on-error', errorPolicies);
  const onConflict = termOf(options, 'on-conflict', conflictPolicies);
  const change = {
    ...(profile === undefined ? {} : { profile: profile === 'auto' ? null : profile }),
    ...(interoperability === undefined ? {} : { interoperability: interoperability === 'on' }),
    ...(strictness === undefined ? {} : { strictness }),
    ...(onError === undefined ? {} : { onError }),
    ...(onConflict === undefined ? {} : { onConflict }),
    ...(options.pauses === undefined ? {} : { pauses: pausesOf(options.pauses) }),
    ...(rules.length === 0 ? {} : { rules: rulesOf(rules) }),
  };
  if (Object.keys(change).length > 0) return change;
  throw new UsageError('設定がありません / nothing to set');
}

/** What the service would refuse is a matter of usage here. */
function judged(check: () => void): void {
  try {
    check();
  } catch (error) {
    if (!(error instanceof RosterError)) throw error;
    throw new UsageError(`${error.texts.ja}\n${error.texts.en}`);
  }
}

function settingsText({ settings }: Source): string[] {
  const { profile = 'auto', interoperability, strictness, onError, onConflict, pauses, rules } = settings;
  const levels = Object.entries(rules).map(([id, level]) => `rule=${id}=${level}`);
  return [
    `profile=${profile}`,
    `interoperability=${interoperability ? 'on' : 'off'}`,
    `strictness=${strictness}`,
    `on-error=${onError}`,
    `on-conflict=${onConflict}`,
    `pauses=${pauses.map(pauseText).join(',') || 'none'}`,
    ...levels,
  ];
}

function printSource(source: Source): void {
  process.stdout.write(`name=${source.name}\n${settingsText(source).join('\n')}\n`);
}

/** Where records come from, and how its files are judged. */
export const sourceCommands: Commands = {
  'sources list': {
    options: [],
    takesId: false,
    parse: () => async (store) => {
      for (let offset = 0; ; offset += pageSize) {
        const page = await listSources(store.db, pageSize, offset);
        for (const source of page) {
          printRow(source.name, source.createdAt.toISOString(), settingsText(source).join(' '));
        }
        if (page.length < pageSize) return;
      }
    },
  },
  'sources show': {
    options: [],
    takesId: true,
    parse: (_options, name) => async (store) => {
      const found = await findSource(store.db, name);
      if (found !== undefined) return printSource(found);
      throw new UsageError(`取り込み元 ${name} はありません / there is no source ${name}`);
    },
  },
  'sources set': {
    options: ['profile', 'interoperability', 'strictness', 'on-error', 'on-conflict', 'pauses'],
    takesRules: true,
    takesId: true,
    parse(options, name, { rules }) {
      const change = changeOf(options, rules);
      judged(() => {
        checkSourceName(name);
        checkRules(change.rules);
        checkPauses(change.pauses);
      });
      return async (store, keys) => {
        const ctx = { store, keys, origin: commandOrigin() };
        printSource(await setSource(ctx, name, change));
      };
    },
  },
};
