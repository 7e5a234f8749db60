import { entities } from '../../model/entities/index.ts';
import { codeInName } from '../../model/zip-name.ts';
import { literal } from '../column.ts';
import { comingRows, presentRows } from '../stage-rows.ts';
import { check, fieldsOf, headerIn, isJapan, type SetRule, shortened, singleRows } from './check.ts';
import { doubledRows } from './rivals.ts';

const { orgs } = entities;
const s = fieldsOf(orgs, 's');
const o = fieldsOf(orgs, 'o');

const codeOfFile: SetRule = (context) => {
  const code = codeInName(context.fileName);
  if (code === undefined) return undefined;
  // Two digits stand for a whole prefecture (profile §3).
  const own = code.length === 2 ? `${o('identifier')} ~ ${literal(`^${code}\\d{4}$`)}` : 'false';
  return check(
    context,
    orgs,
    {
      fault: 'zip_code_unknown',
      file: '',
      params: { found: literal(code), target: literal(orgs.csvFile) },
    },
    `FROM (SELECT 0 AS line) s
WHERE NOT EXISTS (SELECT FROM ${presentRows(context, orgs)} o
  WHERE ${o('identifier')} = ${literal(code)} OR ${own})`,
  );
};

const identifierTwice: SetRule = (context) => {
  const r = fieldsOf(orgs, 'r');
  return check(
    context,
    orgs,
    {
      fault: 'value_doubled',
      column: headerIn(context, orgs, 'identifier'),
      code: 'JP-OR-008',
      params: { found: shortened('s.shown'), first: 's.first' },
    },
    doubledRows({
      from: `FROM ${comingRows(context, orgs)} r WHERE true`,
      shared: [r('identifier')],
      shown: r('identifier'),
      differ: 'r.sourced_id',
    }),
  );
};

/** In OneRoster itself any org may be below any other. A district with a parent breaks JP-OR-009. */
const parentIsDistrict: SetRule = (context) => {
  if (!isJapan(context)) return undefined;
  const wanted = literal('district');
  return check(
    context,
    orgs,
    {
      fault: 'reference_type',
      column: headerIn(context, orgs, 'parent'),
      code: 'JP-OR-010',
      params: { found: shortened(s('parent')), target: literal(orgs.csvFile), wanted },
    },
    `FROM ${comingRows(context, orgs)} s
JOIN ${singleRows(context, orgs)} o ON o.sourced_id = ${s('parent')}
WHERE ${s('type')} IS DISTINCT FROM ${wanted} AND ${o('type')} <> ${wanted}`,
  );
};

const schoolHasParent: SetRule = (context) => {
  return check(
    context,
    orgs,
    {
      fault: 'value_missing',
      column: headerIn(context, orgs, 'parent'),
      code: 'JP-OR-011',
      params: {},
    },
    `FROM ${comingRows(context, orgs)} s
WHERE ${s('type')} = 'school' AND ${s('parent')} IS NULL
  AND EXISTS (SELECT FROM ${presentRows(context, orgs)} o WHERE ${o('type')} = 'district')`,
  );
};

/** JP-F-006, JP-OR-008, JP-OR-010 and JP-OR-011. */
export const orgRules: readonly SetRule[] = [codeOfFile, identifierTwice, parentIsDistrict, schoolHasParent];
