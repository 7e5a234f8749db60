/** What to do about an answer, by its status. The hub's own text follows. */
const advice: Readonly<Record<number, string>> = {
  0: '応答がありません。URL とネットワークを確かめてください / no answer: check the URL and the network',
  400: '問い合わせが正しくありません。再試行しても同じです / the request is wrong; it stays wrong when repeated',
  401: 'キー、トークン、またはクライアントが無効です / the key, token or client is not valid',
  403: '権限がありません。必要なスコープを依頼するか、--collections から外してください / not allowed: ask for the scope, or leave the collection out of --collections',
  404: 'URL がちがいます。ROSTER_URL を確かめてください / wrong address: check ROSTER_URL',
  410: '続きのリンクが古くなりました / the next link is too old',
  429: '混み合っています。あとで再試行してください / too many requests: try again later',
  503: '混み合っています。あとで再試行してください / busy: try again later',
};

/** Statuses after which the same poll may succeed another time, with nothing changed on this side. */
const passing: readonly number[] = [0, 410, 429];

/** The hub did not give what was asked for. Nothing of the answer was applied. */
export class HubFault extends Error {
  /** HTTP status; 0 without an answer. */
  readonly status: number;

  constructor(status: number, text: string) {
    super(text);
    this.name = 'HubFault';
    this.status = status;
  }

  /** The fault in an answer, with the hub's description, which ends in the request id. Status 0: text is the reason. */
  static of({ status, text }: { readonly status: number; readonly text: string }): HubFault {
    const [head, said] = status === 0 ? ['', text] : [`HTTP ${status}: `, describe(text)];
    return new HubFault(status, `${head}${advice[status] ?? ''}${said === '' ? '' : `\n  ${said}`}`);
  }

  /** True when it is worth trying again later without anybody's help. */
  get passes(): boolean {
    return passing.includes(this.status) || this.status >= 500;
  }
}

/** JSON text of an object -> the object; of anything else, or no JSON: an empty one. A parser's message could quote a name. */
export function parseObject(text: string): Record<string, unknown> {
  try {
    return Object(JSON.parse(text));
  } catch {
    return {};
  }
}

/** The text for people in an error of OneRoster or of OAuth2; '' when there is none. */
function describe(text: string): string {
  const { imsx_description, error_description, error } = parseObject(text);
  return [imsx_description, error_description, error].find((one) => typeof one === 'string') ?? '';
}
