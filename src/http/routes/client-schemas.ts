import { z } from '@hono/zod-openapi';
import { addressesMax } from '../../model/allow-list.ts';
import { endOfDayInJapan, lastDayInJapan } from '../../model/calendar.ts';
import { clientTextLengthMax, isClientText } from '../../model/client-text.ts';
import { rateLimitMax } from '../../model/rate-limit.ts';
import { keyRoles, type Scope, scopes } from '../../model/scope.ts';
import { addressModes, type ClientRecord } from '../../store/clients.ts';
import { credentialKinds, type OwnedCredential } from '../../store/credentials.ts';

const instant = z.iso.datetime();
// The table's keys are at least one scope, which `Object.keys` does not say.
const scopeNames = scopes as readonly [Scope, ...Scope[]];

const plainText = (name: keyof typeof clientTextLengthMax, description: string) => {
  const lengthMax = clientTextLengthMax[name];
  return z
    .string()
    .refine((text) => isClientText(text, lengthMax), `1 to ${lengthMax} characters in one line`)
    .openapi({ description, minLength: 1, maxLength: lengthMax });
};

/** A last day that is not over yet, as the moment at which it ends in Japan. */
export const lastDay = z
  .string()
  .transform((day, context) => {
    const end = endOfDayInJapan(day);
    if (end !== undefined && end.getTime() > Date.now()) return end;
    context.addIssue({ code: 'custom', message: 'a date from today on, YYYY-MM-DD' });
    return z.NEVER;
  })
  .openapi({ type: 'string', format: 'date', description: '最後の日（日本時間） / The last day, in Japan' });

const contractEnd = lastDay.openapi({
  description:
    '契約の最後の日（日本時間）。キーも秘密もトークンも、それより長くは使えません / The last day of the contract, in Japan. Nothing of the client works longer',
});

const limitOf = (name: keyof typeof rateLimitMax, description: string) =>
  z
    .int()
    .min(1)
    .max(rateLimitMax[name])
    .nullable()
    .openapi({ description: `${description}; null: ハブの設定 / the hub's setting` });

const limits = {
  requestsPerHour: limitOf('perHour', '1 時間に送れる要求の数 / Requests in an hour'),
  requestsPerSecond: limitOf('perSecond', '1 秒に送れる要求の数 / Requests in one second'),
};

const settings = z.strictObject({
  name: plainText('name', '画面や記録に出る名前 / What people know it by'),
  purpose: plainText('purpose', '名簿を渡す目的 / What the board gives it data for'),
  contact: plainText('contact', '連絡先 / Whom to call'),
  contractEnd,
  role: z.enum(keyRoles).openapi({
    description:
      'キーでできること。admin: すべて、importer: 取り込み、auditor: 監査記録だけ、reader: 名簿を読む / What its keys may do',
  }),
  scopes: z.array(z.enum(scopeNames)).openapi({
    description: '読める範囲（auditor は空） / What it may read; none for an auditor',
  }),
  addressMode: z.enum(addressModes).openapi({
    description:
      'any: どこからでも。list: addresses にあるところからだけ（空なら、どこからも使えない） / From anywhere, or from the list alone; an empty list is nowhere',
  }),
  addresses: z
    .array(z.string().max(60))
    .max(addressesMax)
    .openapi({
      description: 'IPv4・IPv6 のアドレスか CIDR / Addresses or networks',
      example: ['203.0.113.0/24', '2001:db8::/32'],
    }),
  ...limits,
  everybody: z.boolean().openapi({
    description: '0.0.0.0/0 や ::/0 を意図して入れるとき true / True when 0.0.0.0/0 or ::/0 is meant',
  }),
});

/** What a new client is made of; from anywhere unless told. */
export const newClientSchema = settings
  .partial({
    addressMode: true,
    addresses: true,
    everybody: true,
    requestsPerHour: true,
    requestsPerSecond: true,
  })
  .openapi('NewClient');

/** What changes of a client, and nothing else. */
export const clientChangeSchema = settings.partial().openapi('ClientChange');

/** A client as lists show it. */
export const clientSchema = z
  .strictObject({
    id: z.string().openapi({ description: 'client_id' }),
    name: z.string(),
    purpose: z.string(),
    contact: z.string(),
    contractEnd: z.iso.date(),
    role: z.enum(keyRoles),
    scopes: z.array(z.enum(scopeNames)),
    addressMode: z.enum(addressModes),
    addresses: z.array(z.string()),
    ...limits,
    active: z
      .boolean()
      .openapi({ description: '停止されておらず、契約中 / Not revoked, and its contract runs' }),
    createdAt: instant,
    revokedAt: instant.nullable(),
  })
  .openapi('Client');

/** A client, and what to know about what was asked for. */
export const notedClientSchema = z
  .strictObject({
    client: clientSchema,
    notes: z.array(z.strictObject({ ja: z.string(), en: z.string() })).openapi({
      description:
        '書き方を直したアドレス、空の一覧など / Addresses that are kept in another form, an empty list',
    }),
  })
  .openapi('NotedClient');

export const clientListSchema = z.strictObject({ clients: z.array(clientSchema), total: z.int().min(0) });

/** What lists show of a key or secret: enough to know one's own by, and nothing to use it with. */
export const credentialSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(credentialKinds),
    client: z.strictObject({ id: z.string(), name: z.string() }),
    prefix: z.string().openapi({ description: 'はじめの文字 / How its text begins' }),
    lastFour: z.string().nullable().openapi({ description: '終わりの 4 文字 / How it ends' }),
    active: z.boolean(),
    createdAt: instant,
    expiresAt: instant.openapi({ description: '使えなくなる時刻 / From when on it does not work' }),
    revokedAt: instant.nullable(),
    replacedBy: z.string().nullable().openapi({ description: '取り替えた先 / What it was rolled into' }),
    lastUsedAt: instant.nullable().openapi({ description: '1 分ごとの記録 / To the minute' }),
    firstAddress: z
      .string()
      .nullable()
      .openapi({ description: '最初に使われたアドレス / Where it was used first' }),
  })
  .openapi('Credential');

export const credentialListSchema = z.strictObject({
  keys: z.array(credentialSchema),
  total: z.int().min(0),
});

/** A key or secret that was just made. */
export const issuedSchema = z
  .strictObject({
    text: z.string().openapi({
      description:
        'キーか client_secret。今だけ見られます / The key, or the client_secret; shown now and never again',
    }),
    key: credentialSchema,
  })
  .openapi('IssuedCredential');

const isOver = (end: Date) => end.getTime() <= Date.now();

export function shownClient(client: ClientRecord): z.infer<typeof clientSchema> {
  const { expiresAt, revokedAt, createdAt, scopes: own, addresses, ...others } = client;
  return {
    ...others,
    contractEnd: lastDayInJapan(expiresAt),
    scopes: [...own],
    addresses: [...addresses],
    active: revokedAt === null && !isOver(expiresAt),
    createdAt: createdAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
  };
}

export function shownCredential({ credential, client }: OwnedCredential): z.infer<typeof credentialSchema> {
  const { id, kind, prefix, lastFour, createdAt, replacedBy, lastUsedAt, firstAddress } = credential;
  const ends = [client.expiresAt, credential.expiresAt ?? client.expiresAt].map((end) => end.getTime());
  const expiresAt = new Date(Math.min(...ends));
  const revokedAt = credential.revokedAt ?? client.revokedAt;
  return {
    ...{ id, kind, client: { id: client.id, name: client.name }, prefix, lastFour },
    active: revokedAt === null && !isOver(expiresAt),
    createdAt: createdAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    replacedBy,
    lastUsedAt: lastUsedAt?.toISOString() ?? null,
    firstAddress,
  };
}
