import { entityList, entityOf, getEntity } from '../../model/entities/index.ts';
import type { Entity } from '../../model/entity.ts';
import { type ExportRule, exportRulesOf, type GeneralRule } from '../../model/export-rules.ts';
import type { Profile } from '../../model/profiles/profile.ts';
import { literal } from '../column.ts';
import type { Session } from '../session.ts';
import { conditionOf } from './questions.ts';
import { fieldOf, goneTable, type RosterView, rowsIn, takeOut, valueSql } from './view.ts';

/** Orgs and sessions are nested this deep at most; a circle of parents ends here. */
const levelsMax = 32;

/** Rows that a rule leaves out; what `lift` leads to, upwards, stands for them. */
function leftOut(profile: Profile, view: RosterView, entity: Entity, rule: ExportRule): string {
  const condition = conditionOf(profile, entity, rule);
  const found = `SELECT r.sourced_id ${rowsIn(view, entity)} AND ${condition}`;
  const lift = rule.effect.kind === 'leaveOut' ? rule.effect.lift : undefined;
  if (lift === undefined) return `SELECT f.sourced_id, NULL, ${literal(rule.id)} FROM (${found}) f`;
  const parent = valueSql(fieldOf(entity, lift));
  return `WITH RECURSIVE up (sourced_id, at, level) AS (
  SELECT r.sourced_id, ${parent}, 1 ${rowsIn(view, entity)} AND ${condition}
  UNION ALL
  SELECT u.sourced_id, p.at, u.level + 1 FROM up u
  JOIN (SELECT r.sourced_id, ${parent} AS at ${rowsIn(view, entity)} AND ${condition}) p ON p.sourced_id = u.at
  WHERE u.level < ${levelsMax}
)
SELECT u.sourced_id, min(r.sourced_id), ${literal(rule.id)} FROM up u
LEFT JOIN (SELECT r.sourced_id ${rowsIn(view, entity)} AND (${condition}) IS NOT TRUE) r ON r.sourced_id = u.at
GROUP BY u.sourced_id`;
}

async function merge(session: Session, view: RosterView, entity: Entity, rule: ExportRule, by: string) {
  const shared = valueSql(fieldOf(entity, by));
  await takeOut(
    session,
    view,
    entity,
    `SELECT f.sourced_id, f.first, ${literal(rule.id)}
FROM (SELECT r.sourced_id, min(r.sourced_id) OVER (PARTITION BY ${shared}) AS first ${rowsIn(view, entity)} AND ${shared} IS NOT NULL) f
WHERE f.sourced_id > f.first`,
  );
  // What stood for something may itself be one of several.
  if (view.gone.has(entity)) {
    const table = goneTable(view, entity);
    await session.query(
      `UPDATE ${table} g SET becomes = m.becomes FROM ${table} m WHERE m.sourced_id = g.becomes`,
    );
  }
}

const takenOutAs = (rule: GeneralRule) => `SELECT f.sourced_id, NULL, ${literal(rule)}`;

/** Records that name in `value` what is gone and has nothing to stand for it. */
async function takeOutBereft(
  session: Session,
  view: RosterView,
  entity: Entity,
  target: Entity,
  value: string,
) {
  if (!view.gone.has(target)) return;
  const gone = `SELECT FROM ${goneTable(view, target)} t WHERE t.becomes IS NULL AND t.sourced_id = ${value}`;
  await takeOut(
    session,
    view,
    entity,
    `${takenOutAs('needs_left_out')} FROM (SELECT r.sourced_id ${rowsIn(view, entity)} AND EXISTS (${gone})) f`,
  );
}

/** What an entity's records need of those before it. */
async function takeOutNeedy(session: Session, view: RosterView, entity: Entity): Promise<void> {
  if (entity.keyOf !== undefined) {
    await takeOutBereft(session, view, entity, entityOf(entity.keyOf), 'r.sourced_id');
  }
  for (const column of entity.stored) {
    if (column.target === undefined || !column.required) continue;
    const target = entityOf(column.target);
    if (column.kind === 'ref') {
      await takeOutBereft(session, view, entity, target, valueSql(column));
    } else if (view.gone.has(target)) {
      // One that is left is enough.
      const left = `SELECT FROM unnest(${valueSql(column)}) x (id)
  WHERE NOT EXISTS (SELECT FROM ${goneTable(view, target)} t WHERE t.becomes IS NULL AND t.sourced_id = x.id)`;
      await takeOut(
        session,
        view,
        entity,
        `${takenOutAs('needs_left_out')} FROM (SELECT r.sourced_id ${rowsIn(view, entity)} AND NOT EXISTS (${left})) f`,
      );
    }
  }
}

/** Owners that must show rows of an entity and have none left. */
async function takeOutOwners(session: Session, view: RosterView, owned: Entity): Promise<void> {
  for (const owner of entityList) {
    for (const embed of Object.values(owner.embeds)) {
      if (embed.kind !== 'objects' || !embed.required || getEntity(embed.entity) !== owned) continue;
      if (!view.gone.has(owned)) continue;
      const by = valueSql(fieldOf(owned, embed.by));
      await takeOut(
        session,
        view,
        owner,
        `${takenOutAs('without_role')} FROM (SELECT r.sourced_id ${rowsIn(view, owner)}) f
WHERE NOT EXISTS (SELECT ${rowsIn(view, owned)} AND ${by} = f.sourced_id)`,
      );
    }
  }
}

/** Entities so that each comes after those that it needs, and users are settled before what depends on them. */
const order = [
  'orgs',
  'academicSessions',
  'courses',
  'classes',
  'users',
  'roles',
  'userProfiles',
  'enrollments',
  'demographics',
];

/**
 * Marks what the profile cannot hold, and what cannot stand without it. What a selection has taken out before stays
 * out, and takes with it what needs it. `leavesOut`: ids of the rules that find something, where that is known.
 */
export async function leaveOutOf(
  session: Session,
  profile: Profile,
  view: RosterView,
  leavesOut?: ReadonlySet<string>,
): Promise<void> {
  for (const entity of order.map(getEntity)) {
    await takeOutNeedy(session, view, entity);
    for (const rule of exportRulesOf(profile.headers)) {
      if (rule.entity !== entity.name) continue;
      if (rule.effect.kind === 'leaveOut') {
        if (leavesOut?.has(rule.id) === false) continue;
        await takeOut(session, view, entity, leftOut(profile, view, entity, rule));
      } else if (rule.effect.kind === 'merge') {
        await merge(session, view, entity, rule, rule.effect.by);
      }
    }
    await takeOutOwners(session, view, entity);
  }
}
