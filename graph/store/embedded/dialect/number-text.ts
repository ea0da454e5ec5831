export const FLOATS_AS_TEXT =
  'The embedded engine writes 1.0 as 1 and 1.0E10 in full, so it is written as Neo4j does.';

/** A number as Neo4j writes it: a float has a point, and an exponent from 10 million on and under 0.001. */
export function numberAsText(number: string): string {
  const [size, text] = [`abs(${number})`, `toString(abs(${number}))`];
  const float = `(${number} * 0 + 1) / 2 > 0`;
  const signed = (one: string): string => `CASE WHEN ${number} < 0 THEN '-' ELSE '' END + ${one}`;
  const figures = `replace(${text}, '.', '')`;
  const fraction = `substring(${text}, 2)`;
  const significant = `replace(lTrim(replace(${fraction}, '0', ' ')), ' ', '0')`;
  const large = `${mantissa(figures)} + 'E' + toString(size(head(split(${text}, '.'))) - 1)`;
  const small = `${mantissa(significant)} + 'E-' + toString(size(${fraction}) - size(${significant}) + 1)`;
  return [
    `CASE WHEN ${text} = 'inf' THEN ${signed("'Infinity'")}`,
    `WHEN ${float} AND ${size} >= 10000000 THEN ${signed(large)}`,
    `WHEN ${float} AND ${size} > 0 AND ${size} < 0.001 THEN ${signed(small)}`,
    `WHEN ${float} AND ${number} = floor(${number}) THEN toString(toInteger(${number})) + '.0'`,
    `ELSE toString(${number}) END`,
  ].join(' ');
}

/** Figures with a point behind the first, without zeros at the end. */
function mantissa(figures: string): string {
  const rest = `replace(rTrim(replace(substring(${figures}, 1), '0', ' ')), ' ', '0')`;
  return `left(${figures}, 1) + '.' + CASE WHEN size(${rest}) = 0 THEN '0' ELSE ${rest} END`;
}

const DECIMAL = '[+-]?(?:[0-9]+[.]?[0-9]*|[.][0-9]+)(?:[eE][+-]?[0-9]+)?';

const ofText = (value: string, known: boolean, text: string, other: string): string =>
  known ? text : `CASE WHEN ${value} STARTS WITH '' THEN ${text} ELSE ${other} END`;

/** `toFloat` as Java reads numbers; `known`: whether it is text for sure. */
export function floatOfText(value: string, known: boolean): string {
  const text = `trim(${value})`;
  const read = [
    `CASE WHEN ${text} =~ '${DECIMAL}' THEN toFloat(${text})`,
    `WHEN ${text} =~ '${DECIMAL}[dDfF]' THEN toFloat(substring(${text}, 0, size(${text}) - 1))`,
    `WHEN ${text} =~ '[+-]?(?:Infinity|NaN)' THEN toFloat(${text}) END`,
  ].join(' ');
  return ofText(value, known, read, `toFloat(${value})`);
}

/** `toInteger`, which takes fractions and exponents, but no blanks. */
export function integerOfText(value: string, known: boolean): string {
  const read = [
    `CASE WHEN ${value} =~ '[+-]?[0-9]+' THEN toInteger(${value})`,
    `WHEN ${value} =~ '${DECIMAL}' AND abs(toFloat(${value})) < 9.2e18 THEN toInteger(toFloat(${value})) END`,
  ].join(' ');
  return ofText(value, known, read, `toInteger(${value})`);
}
