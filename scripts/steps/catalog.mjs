import { withClient } from './sql.mjs'

/** Every object of the schema with its definition, those that Prisma does not know included. */
const everything = `
WITH own_class AS (
  SELECT c.* FROM pg_class c WHERE relnamespace = 'public'::regnamespace AND relname <> '_prisma_migrations'
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
), own_table AS (SELECT * FROM own_class WHERE relkind IN ('r', 'p'))
SELECT 'colonne' AS kind, t.relname || '.' || a.attname AS name,
    concat_ws(' ', format_type(a.atttypid, a.atttypmod), CASE WHEN a.attnotnull THEN 'NOT NULL' END,
      a.attgenerated, pg_get_expr(d.adbin, d.adrelid)) AS definition
  FROM own_table t JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
  LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
UNION ALL SELECT 'contrainte', t.relname || '.' || k.conname, pg_get_constraintdef(k.oid)
  FROM own_table t JOIN pg_constraint k ON k.conrelid = t.oid WHERE k.contype <> 'n'
UNION ALL SELECT 'index', c.relname, pg_get_indexdef(c.oid) FROM own_class c WHERE relkind = 'i'
  AND EXISTS (SELECT 1 FROM pg_index i JOIN own_table t ON t.oid = i.indrelid WHERE i.indexrelid = c.oid)
UNION ALL SELECT 'déclencheur', t.relname || '.' || g.tgname, pg_get_triggerdef(g.oid) || ' ' || g.tgenabled::text
  FROM own_table t JOIN pg_trigger g ON g.tgrelid = t.oid WHERE NOT g.tgisinternal
UNION ALL SELECT 'sécurité par ligne', relname, relrowsecurity || ' ' || relforcerowsecurity FROM own_table
UNION ALL SELECT 'politique', tablename || '.' || policyname, concat_ws(' | ', permissive, roles, cmd, qual, with_check)
  FROM pg_policies WHERE schemaname = 'public'
UNION ALL SELECT 'fonction', p.oid::regprocedure::text, pg_get_functiondef(p.oid) FROM pg_proc p
  WHERE pronamespace = 'public'::regnamespace AND prokind IN ('f', 'p')
    AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.objid = p.oid AND d.deptype = 'e')
UNION ALL SELECT 'vue', relname, pg_get_viewdef(oid) FROM own_class WHERE relkind IN ('v', 'm')
UNION ALL SELECT 'liste', t.typname, string_agg(e.enumlabel, ', ' ORDER BY e.enumsortorder)
  FROM pg_type t JOIN pg_enum e ON e.enumtypid = t.oid WHERE typnamespace = 'public'::regnamespace GROUP BY t.typname
UNION ALL SELECT 'droit', c.relname || ' de ' || g.rolname, string_agg(a.privilege_type, ', ' ORDER BY a.privilege_type)
  FROM own_class c CROSS JOIN aclexplode(c.relacl) a JOIN pg_roles g ON g.oid = a.grantee
  WHERE a.grantee <> c.relowner GROUP BY c.relname, g.rolname
UNION ALL SELECT 'extension', extname, '' FROM pg_extension WHERE extname <> 'plpgsql'`

export async function readCatalog(url) {
  const { rows } = await withClient(url, (client) => client.query(everything))
  return new Map(rows.map(({ kind, name, definition }) => [`${kind} ${name}`, definition]))
}

/** French sentences for what differs between the catalog that the migrations make and the one found. */
export function compareCatalogs(wanted, found) {
  const absent = [...wanted.keys()].filter((name) => !found.has(name)).map((name) => `${name} : manque`)
  const foreign = [...found.keys()].filter((name) => !wanted.has(name)).map((name) => `${name} : en trop`)
  const changed = [...wanted.keys()]
    .filter((name) => found.has(name) && found.get(name) !== wanted.get(name))
    .map((name) => `${name} : « ${found.get(name)} » au lieu de « ${wanted.get(name)} »`)
  return [...absent, ...foreign, ...changed]
}
