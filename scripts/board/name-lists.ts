/** A written name, its reading, and the common form for screens where the official one has a rare character. */
export type Name = readonly [written: string, kana: string, preferred?: string];

const pairs = (text: string): readonly Name[] =>
  text
    .trim()
    .split(/\s+/)
    .map((pair) => {
      const [written = '', kana = ''] = pair.split(':');
      return [written, kana];
    });

/** Family names, common ones first. */
export const familyNames = pairs(`
  佐藤:サトウ 鈴木:スズキ 田中:タナカ 伊藤:イトウ 渡辺:ワタナベ 山本:ヤマモト 中村:ナカムラ 小林:コバヤシ
  加藤:カトウ 松本:マツモト 井上:イノウエ 木村:キムラ 林:ハヤシ 清水:シミズ 山口:ヤマグチ 阿部:アベ 池田:イケダ
  橋本:ハシモト 山下:ヤマシタ 石川:イシカワ 前田:マエダ 藤田:フジタ 小川:オガワ 後藤:ゴトウ 岡田:オカダ
  長谷川:ハセガワ 村上:ムラカミ 近藤:コンドウ 石井:イシイ 坂本:サカモト 遠藤:エンドウ 青木:アオキ 藤井:フジイ
  西村:ニシムラ 福田:フクダ 太田:オオタ 三浦:ミウラ 岡本:オカモト 中島:ナカジマ 松田:マツダ 原田:ハラダ
  小野:オノ 田村:タムラ 竹内:タケウチ 金子:カネコ 和田:ワダ 中山:ナカヤマ 石田:イシダ 上田:ウエダ 森田:モリタ
  柴田:シバタ 酒井:サカイ 工藤:クドウ 横山:ヨコヤマ 宮本:ミヤモト 内田:ウチダ 安藤:アンドウ 島田:シマダ
  谷口:タニグチ 大野:オオノ 丸山:マルヤマ 今井:イマイ 河野:コウノ 武田:タケダ 菅原:スガワラ 二階堂:ニカイドウ
  勅使河原:テシガワラ 五十嵐:イガラシ 小鳥遊:タカナシ 東海林:ショウジ 八月一日:ホヅミ 薬袋:ミナイ
`);

/** Family names with rare characters of JIS X 0213, four-byte ones among them; the third form is the one for screens. */
export const rareFamilyNames: readonly Name[] = [
  ['𣘺本', 'ハシモト', '橋本'],
  ['濵田', 'ハマダ', '浜田'],
  ['山﨑', 'ヤマザキ'],
  ['川﨑', 'カワサキ'],
  ['𦥑井', 'ウスイ', '臼井'],
  ['𥱋瀬', 'ヤナセ', '簗瀬'],
  ['𡈽屋', 'ツチヤ'],
  ['𡈽井', 'ドイ'],
  ['渡邉', 'ワタナベ'],
  ['渡邊', 'ワタナベ'],
  ['齋藤', 'サイトウ'],
  ['齊藤', 'サイトウ'],
  ['廣瀨', 'ヒロセ', '廣瀬'],
  ['德永', 'トクナガ', '徳永'],
];

/** Given names by sex, common ones first. */
export const givenNames: Readonly<Record<'female' | 'male', readonly Name[]>> = {
  female: pairs(`
    陽葵:ヒマリ 凛:リン 紬:ツムギ 結菜:ユイナ 葵:アオイ 芽依:メイ 咲良:サクラ 莉子:リコ 美桜:ミオ 結衣:ユイ
    さくら:サクラ 杏:アン 澪:ミオ 彩葉:イロハ 心春:コハル 琴音:コトネ 千尋:チヒロ 詩織:シオリ 真央:マオ 楓:カエデ
    美月:ミヅキ 花音:カノン 優奈:ユウナ ひなた:ヒナタ 朱莉:アカリ 七海:ナナミ 由紀子:ユキコ 恵美:エミ 直子:ナオコ
    智子:トモコ 久美子:クミコ 裕子:ユウコ
  `),
  male: pairs(`
    蓮:レン 陽翔:ハルト 湊:ミナト 蒼:アオイ 樹:イツキ 律:リツ 大和:ヤマト 悠真:ユウマ 朝陽:アサヒ 颯太:ソウタ
    陸:リク 翔太:ショウタ 健太:ケンタ 拓海:タクミ 大輝:ダイキ 悠斗:ユウト 奏:カナデ 新:アラタ 暖:ダン 伊織:イオリ
    一颯:イブキ 晴:ハル 航平:コウヘイ 慎之介:シンノスケ 誠:マコト 浩二:コウジ 健一:ケンイチ 隆:タカシ 哲也:テツヤ
    直樹:ナオキ 学:マナブ 潤:ジュン
  `),
};

/** A family name from abroad with the parts that go with it; the reading of a katakana name is the name itself. */
export interface ForeignName {
  readonly family: Name;
  readonly given: readonly Name[];
  readonly middle: readonly Name[];
}

const same = (text: string): readonly Name[] => text.split('/').map((name) => [name, name]);

/** Names from abroad: long katakana, several middle names, Latin letters. */
export const foreignNames: readonly ForeignName[] = [
  {
    family: ['オリヴェイラ・ドス・サントス', 'オリヴェイラ・ドス・サントス'],
    given: same('ガブリエラ/マテウス/イザベラ'),
    middle: same('フェルナンダ アパレシーダ/ダ・シルヴァ/'),
  },
  {
    family: ['フェルナンデス', 'フェルナンデス'],
    given: same('マリアクリスティーナ/ホセアントニオ/アンジェリカ'),
    middle: same('デ・ラ・クルス/マグサイサイ バウティスタ/レイエス'),
  },
  {
    family: ['NGUYEN', 'グエン'],
    given: [
      ['MINH ANH', 'ミン アイン'],
      ['QUOC BAO', 'クオック バオ'],
    ],
    middle: [
      ['THI', 'ティ'],
      ['VAN', 'ヴァン'],
    ],
  },
  {
    family: ['王', 'ワン'],
    given: [
      ['梓涵', 'ズーハン'],
      ['浩宇', 'ハオユー'],
    ],
    middle: same(''),
  },
  {
    family: ['タパ・マガル', 'タパ・マガル'],
    given: same('スニタ/ビシュヌ・プラサド'),
    middle: same('クマリ/バハドゥル'),
  },
  {
    family: ["O'Connor-Smith", 'オコナー・スミス', 'オコナー・スミス'],
    given: [
      ['Zoë', 'ゾーイ', 'ゾーイ'],
      ['Seán', 'ショーン', 'ショーン'],
    ],
    middle: same('/グレース'),
  },
];
