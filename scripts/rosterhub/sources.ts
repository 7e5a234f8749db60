import { RosterError } from '../../src/errors.ts';
import { conflictPolicies, errorPolicies } from '../../src/model/import-settings.ts';
import { profiles } from '../../src/model/profiles/index.ts';
import { type RuleLevel, ruleLevels } from '../../src/model/rules/rule.ts';
import { strictnesses } from '../../src/model/strictness.ts';
import { checkRules, checkSourceName, setSource } from '../../src/services/sources/set-source.ts';
import { findSource, listSources, type SettingsChange, type Source } from '../../src/store/sources.ts';
import { type Commands, type Options, printRow, termOf, UsageError } from './command.ts';

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
  const { profile = 'auto', interoperability, strictness, onError, onConflict, rules } = settings;
  const levels = Object.entries(rules).map(([id, level]) => `rule=${id}=${level}`);
  return [
    `profile=${profile}`,
    `interoperability=${interoperability ? 'on' : 'off'}`,
    `strictness=${strictness}`,
    `on-error=${onError}`,
    `on-conflict=${onConflict}`,
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
    options: ['profile', 'interoperability', 'strictness', 'on-error', 'on-conflict'],
    takesRules: true,
    takesId: true,
    parse(options, name, { rules }) {
      const change = changeOf(options, rules);
      judged(() => {
        checkSourceName(name);
        checkRules(change.rules);
      });
      return async (store) => printSource(await setSource({ store }, name, change));
    },
  },
};
