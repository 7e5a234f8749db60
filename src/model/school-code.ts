/**
 * 学校コード (13 characters) with its check digit: type, prefecture, establisher, seven-digit number.
 * The letter counts as 01 (A) to 08 (H); the digits are weighted 1, 2, 1, 2 … and the products' digits summed.
 *
 * schoolCode('B1', 27, 2, 1000001) is 'B127210000018'.
 */
export function schoolCode(type: string, prefecture: number, establisher: number, number: number): string {
  const body = `${type}${String(prefecture).padStart(2, '0')}${establisher}${String(number).padStart(7, '0')}`;
  return `${body}${schoolCheckDigit(body)}`;
}

/** The check digit of the first twelve characters of a 学校コード. */
export function schoolCheckDigit(body: string): number {
  const letter = body.charCodeAt(0) - 'A'.charCodeAt(0) + 1;
  let sum = 0;
  for (const [index, digit] of [...`${String(letter).padStart(2, '0')}${body.slice(1)}`].entries()) {
    const product = Number(digit) * (index % 2 === 0 ? 1 : 2);
    sum += product > 9 ? product - 9 : product;
  }
  return (10 - (sum % 10)) % 10;
}

/** 教育委員会コード (6 digits): prefecture, three digits, check digit of 全国地方公共団体コード. */
export function districtCode(prefecture: number, number: number): string {
  const body = `${String(prefecture).padStart(2, '0')}${String(number).padStart(3, '0')}`;
  let sum = 0;
  for (const [index, digit] of [...body].entries()) sum += Number(digit) * (6 - index);
  return `${body}${(11 - (sum % 11)) % 10}`;
}
