import { z } from 'zod';
import { isEverybody, type Network, parseNetwork } from './model/address.ts';
import { isClientText } from './model/client-text.ts';

/** 128 bits of anything typed need at least this many characters. */
const secretLengthMin = 32;

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];
/** zod's own texts are English only. */
export const says = (ja: string, en: string) => `${ja} / ${en}`;

export const wholeNumber = (from: number, to: number) =>
  z
    .string()
    .regex(/^\d+$/, says('整数を指定してください', 'a whole number is expected'))
    .transform(Number)
    .refine(
      (value) => value >= from && value <= to,
      says(`${from} から ${to} まで`, `from ${from} to ${to}`),
    );

export const oneOf = <Term extends string>(...terms: readonly [Term, ...Term[]]) =>
  z.enum(terms, says(`次のどれか: ${terms.join(' ')}`, `one of ${terms.join(' ')}`));

export const originUrl = z.string().refine(
  (text) => {
    const url = URL.parse(text);
    return url !== null && /^https?:$/.test(url.protocol) && !url.search && !url.hash && !url.username;
  },
  says(
    'https:// か http:// で始まる URL（? と # は付けない）',
    'an http or https URL without query or fragment',
  ),
);

export const databaseUrl = z
  .string()
  .refine(
    (text) => /^postgres(ql)?:\/\//.test(text) && URL.canParse(text),
    says('postgres://利用者:パスワード@ホスト/データベース', 'postgres://user:password@host/database'),
  );

export const secret = z
  .string()
  .refine(
    (text) => text.length >= secretLengthMin && !/change.?me|example|secret/i.test(text),
    says(
      `${secretLengthMin} 文字以上のランダムな文字列（見本の値は使えません。例: openssl rand -hex 32）`,
      `at least ${secretLengthMin} random characters, no sample value (openssl rand -hex 32)`,
    ),
  );

/** `10.0.0.0/8, 127.0.0.1` -> two words. */
const wordsOf = (text: string) => text.split(/[\s,]+/).filter((word) => word !== '');

export const networks = z.string().transform((text, context): Network[] =>
  wordsOf(text).flatMap((word) => {
    const network = parseNetwork(word);
    // Trusting everybody lets everybody say where they are.
    if (network !== undefined && !isEverybody(network)) return [network];
    context.addIssue({
      code: 'custom',
      message: says(
        `「${word}」はアドレスでもネットワークでもありません（例: 10.0.0.0/8）`,
        `"${word}" is neither an address nor a network such as 10.0.0.0/8`,
      ),
    });
    return [];
  }),
);

export const origins = z.string().transform((text, context) =>
  wordsOf(text).filter((word) => {
    const url = URL.parse(word);
    if (url !== null && /^https?:$/.test(url.protocol) && url.origin === word) return true;
    context.addIssue({
      code: 'custom',
      message: says(
        `「${word}」はオリジンではありません（例: https://tool.example.jp）`,
        `"${word}" is not an origin such as https://tool.example.jp`,
      ),
    });
    return false;
  }),
);

/** Stands in the texts of keys. */
export const environmentName = z
  .string()
  .regex(
    /^[a-z][a-z0-9]{0,11}$/,
    says(
      '小文字と数字で 12 文字まで（例: live、test）',
      'up to 12 small letters and digits, such as live or test',
    ),
  );

export const logLevel = z
  .string()
  .refine(
    (text) => logLevels.includes(text),
    says(`次のどれか: ${logLevels.join(' ')}`, `one of ${logLevels.join(' ')}`),
  );

const organizationLengthMax = 200;

/** Who answers for the data. */
export const organizationName = z
  .string()
  .refine(
    (text) => isClientText(text, organizationLengthMax),
    says(`1 行で ${organizationLengthMax} 文字まで`, `up to ${organizationLengthMax} characters in one line`),
  );
